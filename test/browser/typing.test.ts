import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

/** Shows the pages of the demonstration on a day of which nobody has told. */
async function openDay(page: Page, day: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Día', exact: true }).fill(day);
  await page.locator('[data-figure]').first().waitFor();
}

/** Types figures one under the other, with the keyboard alone. */
async function typeDown(page: Page, figures: readonly string[]): Promise<void> {
  await page.locator('[data-figure]').first().focus();
  for (const figure of figures) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
}

describe('the figures of a day', () => {
  test('of ten pages are typed with the keyboard alone, and a jump is asked about before it is kept', async () => {
    const journey = await enter('coordinator', '/redes?view=typing');
    const { page } = journey;
    await page.getByRole('switch', { name: 'Solo páginas que se llevan a mano' }).press('Space');
    await openDay(page, '2015-06-15');
    const figures = ['1.000', '2.000', '3.000', '4.000', '5.000', '6,1 mil', '7.000', '8.000'];
    await typeDown(page, [...figures, '9.000', '10.000']);
    await page.getByText('10 cifras por guardar').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Se guardaron 10 cifras.').waitFor();

    await openDay(page, '2015-06-16');
    await page.getByText('Antes 1.000 (15 jun 2015)').waitFor();
    await typeDown(page, ['100.000']);
    await page.keyboard.press('Control+Enter');
    const question = page.getByRole('alertdialog');
    await question.getByText(/Seguidores pasa de 1\.000 \(15 jun 2015\) a 100\.000/).waitFor();
    await question.getByText('No se ha guardado nada todavía.').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await question.getByRole('button', { name: 'Revisar' }).click();
    await page.locator('[data-figure]').first().fill('1.010');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Se guardó 1 cifra.').waitFor();
  });
});
