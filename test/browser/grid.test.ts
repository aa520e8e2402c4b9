import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

/** Pastes as from a spreadsheet into the cell that has the keyboard. */
async function paste(page: Page, rows: readonly string[][]): Promise<void> {
  const text = rows.map((cells) => `${cells.join('\t')}\r\n`).join('');
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Twenty pieces as an office has them in a spreadsheet; the fifth is of a day that does not exist. */
const pieces = Array.from({ length: 20 }, (_, index) => [
  index === 2 ? '"Pieza de la cuadrícula 3\ndos líneas"' : `Pieza de la cuadrícula ${index + 1}`,
  index === 4 ? '31/04/2019' : `${index + 1}/04/2019`,
  'Afiche',
]);

describe('the grid of many items', () => {
  test('takes twenty pieces pasted from a spreadsheet, says in the cell what is wrong, and saves them once whole', async () => {
    const journey = await enter('coordinator', '/produccion?view=grid');
    const { page } = journey;
    await page.locator('td[data-row="0"][data-column="0"]').click();
    await paste(page, pieces);
    await page.getByText('1 celda por corregir.').waitFor();
    expect(await page.getByRole('button', { name: 'Guardar 20 filas' }).isDisabled()).toBe(true);

    await page.getByRole('button', { name: 'Ir a la siguiente' }).click();
    await page.getByText('Escriba una fecha que exista, por ejemplo 15/03/2026.').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await page.keyboard.type('30/4/2019');
    await page.keyboard.press('Enter');
    await page.getByText('20 filas listas.').waitFor();

    // What is typed outlives the page.
    await page.getByRole('tab', { name: 'Registros' }).click();
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('30/4/2019'));
    await page.getByRole('tab', { name: 'Varios a la vez' }).click();
    await page.getByText('20 filas listas.').waitFor();

    await page.locator('td[data-row="0"][data-column="4"]').click();
    await page.keyboard.type('Feria');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+d');
    expect(await page.locator('td[data-row="1"] input').inputValue()).toBe('Feria');
    await page.keyboard.press('Control+z');
    expect(await page.locator('td[data-row="1"] input').inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Se registraron 20 filas.').waitFor();

    await page.goto('/produccion?view=items&from=2019-04&to=2019-04&search=cuadricula');
    await page.getByRole('button', { name: 'Pieza de la cuadrícula 20', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Pieza de la cuadrícula/ }).count()).toBe(20);
  });
});
