import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayInZone } from '../../shared/calendar/day.ts';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { numberIn, pesos, readTable } from '../support/screen.ts';

const { enter, enterByButton } = demoBrowser();

/** The value that the chart shows for the press in the newest month of the period. */
async function charted(page: Page): Promise<number> {
  // What nobody classified is not of the headline.
  const shown = page.getByRole('radiogroup', { name: 'Qué valor se muestra' });
  await shown.getByText('Todos los tonos').click();
  const { rows } = await readTable(page, 'Tabla de la gráfica Valor por mes y canal');
  const written = rows.at(-1)?.[1] ?? '';
  return /\d/.test(written) ? numberIn(written) : 0;
}

/** A hundred square centimetres of *El Colombiano*, by the tariff of the demonstration for today. */
function valueOfToday(): number {
  const month = Number(dayInZone(new Date(), 'America/Bogota').slice(5, 7));
  const page = month >= 7 ? 26_300_000n : 24_800_000n;
  const tenths = 7_936n;
  return Number((page * 1_000n * 2n + tenths) / (tenths * 2n));
}

describe('the press team', () => {
  test('logs an appearance, sees its value before and after saving, and the chart moves by it', async () => {
    const journey = await enterByButton('press');
    const { page } = journey;
    await page.getByRole('link', { name: 'Free press' }).click();
    const before = await charted(page);
    const value = valueOfToday();
    const title = `Cien centímetros con ${before}`;

    await page.getByRole('button', { name: 'Registrar aparición' }).first().click();
    const form = page.getByRole('dialog', { name: 'Registrar aparición' });
    await form.getByRole('combobox', { name: 'Medio' }).fill('colombiano');
    await page.getByRole('option', { name: 'El Colombiano' }).click();
    await form.getByLabel('Titular o tema').fill(title);
    await form.getByLabel('Ancho (cm)').fill('12,5');
    await form.getByLabel('Alto (cm)').fill('8');
    await form.locator('[data-value-explanation]', { hasText: pesos(value) }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await form.getByLabel('Alto (cm)').press('Enter');
    await form.waitFor({ state: 'hidden' });

    const row = page.locator('tbody tr', { hasText: title });
    await row.waitFor();
    const { heading, rows } = await readTable(page, 'Apariciones del período');
    const listed = rows.find((cells) => cells[0] === title) ?? [];
    expect(listed[heading.indexOf('Valor referencial')]).toBe(pesos(value));
    await expect.poll(() => charted(page)).toBe(before + value);
  });

  test('is told in words which field is missing, and nothing is stored', async () => {
    const { page, refusals } = await enter('press', '/free-press?open=new');
    refusals.push(400);
    const form = page.getByRole('dialog', { name: 'Registrar aparición' });
    await form.getByLabel('Titular o tema').fill('Sin medio');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.locator('[aria-invalid="true"]').first().waitFor();
    expect(await form.getByRole('combobox', { name: 'Medio' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    await page.goto('/free-press?search=Sin+medio');
    await page.getByText('no hay apariciones con estos filtros').waitFor();
  });

  test('finds an appearance, takes it away, and brings it back with undo', async () => {
    const { page } = await enter('press', '/free-press');
    const first = page.locator('#press-clippings tbody tr').first();
    await first.locator('th button').waitFor();
    const title = (await first.locator('th').textContent()) ?? '';
    await first.locator('th button').click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Quitar' }).click();
    await page.getByText(`Se quitó «${title}»`).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await page.locator('#press-clippings tbody th', { hasText: title }).first().waitFor();
  });
});
