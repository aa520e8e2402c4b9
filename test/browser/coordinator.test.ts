import { describe, expect, test } from 'vitest';
import { formatLongMonth, formatMonth } from '../../client/format/month-label.ts';
import { dayInZone } from '../../shared/calendar/day.ts';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { numberIn } from '../support/screen.ts';

const { enterByButton } = demoBrowser();

describe('the coordinator', () => {
  test('logs a piece, sees the cell of its month move, and opens it', async () => {
    const journey = await enterByButton('coordinator');
    const { page } = journey;
    await page.getByRole('link', { name: 'Producción' }).click();
    const cellsOf = (month: string) =>
      page.getByRole('button', {
        name: new RegExp(`^Piezas gráficas, ${month}.* Ver registros(?: \\(.+\\))?$`),
      });
    await cellsOf('').first().waitFor();
    // On the first day of a month nothing may have been made in it.
    const month = dayInZone(new Date(), 'America/Bogota').slice(0, 7);
    const cell = cellsOf(`(?:${formatMonth(month)}|${formatLongMonth(month)})`);
    const before = (await cell.count()) === 0 ? 0 : numberIn((await cell.textContent()) ?? '');

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
