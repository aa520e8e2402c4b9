import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();
const list = 'Apariciones del período';

describe('the table of appearances', () => {
  test('is narrowed, kept as a view, changed at once, put back, and taken away', async () => {
    const journey = await enter('press', '/free-press?search=la');
    const { page } = journey;
    const table = page.getByRole('table', { name: list });
    await table.locator('tbody th').first().waitFor();

    await page.getByRole('button', { name: 'Más filtros' }).click();
    const filters = page.getByRole('dialog', { name: 'Filtros de las apariciones' });
    await filters.getByRole('combobox', { name: 'Les falta' }).click();
    await page.getByRole('option', { name: 'Enlace' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'Enlace' }).waitFor({ state: 'hidden' });
    expect(await axeFindings(journey)).toEqual([]);
    await filters.getByRole('button', { name: 'Cerrar' }).last().click();
    await page.getByRole('button', { name: 'Quitar el filtro Les falta: Enlace' }).waitFor();

    await page.getByRole('button', { name: 'Columnas' }).click();
    await page.getByRole('checkbox', { name: 'Tema' }).check();
    await page.keyboard.press('Escape');
    await table.getByRole('button', { name: 'Titular' }).click();
    await expect.poll(() => page.url()).toContain('order=title_asc');
    await page.getByRole('button', { name: 'Vistas' }).click();
    await page.getByRole('button', { name: 'Guardar esta vista' }).click();
    await page.getByLabel('Nombre de la vista').fill('Sin enlace');
    await page.keyboard.press('Enter');
    await page.getByText('La vista quedó guardada.').waitFor();

    const before = await readTable(page, list);
    const topic = before.heading.indexOf('Tema');
    await page.getByLabel('Marcar las de esta página').check();
    await page.getByRole('button', { name: 'Cambiar a la vez' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Qué se cambia' }).click();
    await page.getByRole('option', { name: 'Tema' }).click();
    await form.getByLabel('Queda en').fill('Tema de prueba');
    await form.getByRole('button', { name: 'Cambiar', exact: true }).click();
    await page.getByText(/Se cambi(ó|aron) \d+ aparici/).waitFor();
    await expect
      .poll(async () => (await readTable(page, list)).rows.map((row) => row[topic]))
      .toEqual(before.rows.map(() => 'Tema de prueba'));
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(async () => (await readTable(page, list)).rows).toEqual(before.rows);

    await page.goto('/free-press');
    await page.getByRole('button', { name: 'Vistas' }).click();
    await page.getByRole('button', { name: 'Sin enlace', exact: true }).click();
    await expect.poll(async () => (await readTable(page, list)).rows).toEqual(before.rows);
    await page.getByRole('button', { name: 'Descargar las apariciones de los filtros' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Texto separado (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^apariciones-.*\.csv$/);
    expect(await file.failure()).toBeNull();
  });
});
