import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { numberIn, readTable } from '../support/screen.ts';

const { enter } = demoBrowser();

describe('output by anything', () => {
  test('from the quarter of a department to its records, and back to all of them', async () => {
    const journey = await enter('coordinator', '/produccion');
    const { page } = journey;
    await page.getByText('Trimestre', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Según' }).selectOption('Por dependencia');
    await page
      .getByRole('heading', { name: 'Producción por trimestre y dependencia' })
      .first()
      .waitFor();

    const cell = page
      .getByRole('button', { name: /^Secretaría de Hacienda, trimestre 1 de/ })
      .first();
    const counted = numberIn((await cell.textContent()) ?? '');
    expect(counted).toBeGreaterThan(0);
    await cell.click();
    const drawer = page.getByRole('dialog', { name: /Secretaría de Hacienda, trimestre 1 de/ });
    const count = drawer.getByRole('heading', { name: /^Registros:/ });
    expect(numberIn(((await count.textContent()) ?? '').replace('Registros: ', ''))).toBe(counted);
    expect(await axeFindings(journey)).toEqual([]);

    await drawer.getByRole('button', { name: 'Ver todos en la lista' }).click();
    const chip = page.getByRole('button', { name: /Secretaría de Hacienda/ }).first();
    await chip.waitFor();
    const { rows } = await readTable(page, 'Registros de producción');
    expect(rows).toHaveLength(Math.min(counted, 50));
  });

  test('what a report prints otherwise stands beside the year, and the year before beside the month', async () => {
    const { page } = await enter('viewer', '/produccion?from=2020-01&to=2021-12&by=year');
    await page.getByText('El informe dice 13').waitFor();
    await page.getByRole('combobox', { name: 'Comparación' }).selectOption('Con el año anterior');
    await page.getByText('Debajo de cada cifra está la de los mismos meses').waitFor();
    expect(await page.getByText('El informe dice').count()).toBe(0);
  });
});
