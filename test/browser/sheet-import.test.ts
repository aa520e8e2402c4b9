import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();

/** Pieces of a year that the demonstration has nothing of, with one cell that is wrong. */
const pieces = [
  'Alcaldía de La Estrella;;;',
  'Fecha;Tipo;Título;Formato',
  '25/03/2015;Pieza gráfica;Afiche de la feria;Afiche',
  '31/02/2015;Pieza gráfica;Volante de la feria;Volante',
].join('\n');

describe('a spreadsheet of the office', () => {
  test('goes from its columns to a preview that is mended, is written, and is undone whole', async () => {
    const journey = await enter('coordinator', '/administracion?view=sheets');
    const { page } = journey;
    const name = 'piezas-2015.csv';
    const buffer = Buffer.from(pieces);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: `Cómo se lee ${name}` }).waitFor();
    expect(await page.getByLabel('Fila de los títulos').inputValue()).toBe('2');
    expect(await page.getByLabel('Es: Fecha').inputValue()).toBe('day');
    expect(await axeFindings(journey)).toEqual([]);

    await page.getByRole('button', { name: 'Ver qué cambiaría' }).click();
    await page.getByRole('heading', { name: `Vista previa de ${name}` }).waitFor();
    await page.getByLabel('Corregir Fecha de la fila 4').fill('28/02/2015');
    await page.keyboard.press('Tab');
    expect(await axeFindings(journey)).toEqual([]);
    await page.getByRole('button', { name: 'Leer de nuevo con las correcciones (1)' }).click();
    await page.getByRole('button', { name: 'Importar 2 registros' }).click();
    await page.getByText(`Se importó ${name}.`).waitFor();

    await page.getByRole('button', { name: 'Deshacer la importación' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: 'Deshacer la importación' }).click();
    await page.getByText(`Se deshizo la importación de ${name}.`).waitFor();
    const { rows } = await readTable(page, 'Hojas importadas');
    expect(rows.find(([file]) => file === name)?.[1]).toBe('Deshecho');
  });
});
