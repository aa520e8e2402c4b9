import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { numberIn } from '../support/screen.ts';

const { enterByButton } = demoBrowser();

describe('the coordinator', () => {
  test('logs a piece, sees the cell of its month move, and opens it', async () => {
    const journey = await enterByButton('coordinator');
    const { page } = journey;
    await page.getByRole('link', { name: 'Producción' }).click();
    const cells = page.getByRole('button', {
      name: /^Piezas gráficas, .* Ver registros(?: \(.+\))?$/,
    });
    const cell = cells.last();
    await cell.waitFor();
    const before = numberIn((await cell.textContent()) ?? '');

    await page.getByRole('button', { name: 'Registrar', exact: true }).click();
    const form = page.getByRole('dialog');
    const title = `Afiche de la feria ${before}`;
    await form.getByLabel('Título').fill(title);
    await form.getByLabel('Clase').selectOption({ label: 'Pieza gráfica' });
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(`Se registró «${title}»`).waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    await expect.poll(async () => numberIn((await cell.textContent()) ?? '')).toBe(before + 1);
    await cell.click();
    await page.getByRole('dialog').getByText(title).waitFor();
  });
});
