import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { metaSeries } from '../support/export-files.ts';
import { axeFindings, demoBrowser } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();

/** Days that no network and nobody has told of in the demonstration. */
const series = metaSeries('Facebook follows', [
  ['2016-03-01', 20],
  ['2016-03-02', ''],
  ['2016-03-03', 1_204],
]);

/** Gives a file as a person chooses it, and says which page it is of. */
async function giveFile(page: Page, name: string): Promise<void> {
  const buffer = series;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: `Falta un dato de ${name}` }).waitFor();
  await page.getByRole('combobox', { name: '¿De qué página es?' }).fill('AlcaldiaLaEstrella');
  await page
    .getByRole('option', { name: /Facebook, @AlcaldiaLaEstrella/ })
    .first()
    .click();
}

describe('a file of figures', () => {
  test('is shown before it is written, written when the coordinator agrees, and undone whole', async () => {
    const journey = await enter('coordinator', '/administracion?view=imports');
    const { page } = journey;
    const name = 'seguidores-de-2016.csv';
    await giveFile(page, name);
    expect(await axeFindings(journey)).toEqual([]);
    await page.getByRole('button', { name: 'Continuar' }).click();

    await page.getByRole('heading', { name: `Vista previa de ${name}` }).waitFor();
    const { rows } = await readTable(page, 'Filas del archivo');
    expect(rows).toHaveLength(2);
    expect(rows.flat().join(' ')).toContain('1.204');
    await page.getByText('Nuevas (2)').waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    await page.getByRole('button', { name: 'Importar 2 filas' }).click();
    await page.getByText(`Se importó ${name}.`).waitFor();
    await page.getByRole('heading', { name: `Importación de ${name}` }).waitFor();
    await page.getByRole('button', { name: 'Cerrar', exact: true }).first().click();

    await giveFile(page, 'otra-vez.csv');
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByText('No hay nada nuevo que importar.').waitFor();
    await page.getByText('Iguales (2)').waitFor();
    await page.getByRole('button', { name: 'Descartar' }).click();
    await page.getByText('Se descartó la vista previa. No se guardó nada.').waitFor();

    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Deshacer la importación' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('¿Deshacer toda la importación?').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await question.getByRole('button', { name: 'Deshacer la importación' }).click();
    await page.getByText(`Se deshizo la importación de ${name}.`).waitFor();

    const imports = await readTable(page, 'Importaciones');
    expect(imports.rows.find(([file]) => file === name)?.[1]).toBe('Deshecho');
  });

  test('that nobody knows is refused in words, on a telephone too', async () => {
    const journey = await enter('coordinator', '/administracion?view=imports', { width: 390 });
    const { page, refusals } = journey;
    refusals.push(422);
    await page.locator('input[type=file]').setInputFiles({
      name: 'receta.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Ingrediente,Cantidad\nHarina,2\n'),
    });
    await page
      .getByRole('alert')
      .getByText(/^No se reconocen las columnas/)
      .waitFor();
    expect(await axeFindings(journey)).toEqual([]);
  });
});
