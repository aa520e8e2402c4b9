import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

describe('a table of counts', () => {
  test('says where it contradicts itself, and again once a row is mended', async () => {
    const journey = await enter('coordinator', '/indicadores?view=tables');
    const { page } = journey;
    await page.getByRole('button', { name: 'Encuesta de impacto' }).click();
    await page.getByText('dice 71,8 % y el promedio de las filas es 75,62 %').waitFor();
    await page.setViewportSize({ width: 390, height: 860 });
    expect(await axeFindings(journey)).toEqual([]);
    await page.setViewportSize({ width: 1_280, height: 860 });
    await page.getByRole('button', { name: 'Vías' }).click();
    const form = page.getByRole('dialog', { name: 'Cambiar fila' });
    journey.refusals.push(400);
    await form.getByLabel('Calidad percibida').fill('muy buena');
    await form.getByRole('button', { name: 'Guardar', exact: true }).click();
    await form.getByText(/No se entiende como número/).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    // 38,1 and the five others average what is printed.
    await form.getByLabel('Calidad percibida').fill('38,1');
    await form.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Se guardó la fila.').waitFor();
    await page.getByText('La tabla se contradice').waitFor({ state: 'detached' });
  });
});

describe('an indicator', () => {
  test('goes from its rule to its progress, which opens month by month', async () => {
    const journey = await enter('coordinator', '/indicadores?from=2020-01&to=2020-12&open=new');
    const { page } = journey;
    const form = page.getByRole('dialog', { name: 'Agregar indicador' });
    await form.getByLabel(/^Indicador/).fill('Piezas del año');
    await form.getByLabel(/^Código/).fill('PC-9');
    await form.getByRole('combobox', { name: 'Clases' }).click();
    await page.getByRole('option', { name: 'Pieza gráfica' }).click();
    await form.getByLabel(/^Código/).click();
    await form.getByText('Cuenta piezas gráficas.').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await form.getByRole('button', { name: 'Guardar', exact: true }).click();

    const drawer = page.getByRole('dialog', { name: 'Piezas del año' });
    await drawer.getByRole('button', { name: 'Meta de 2020' }).click();
    await page.getByLabel('Meta de 2020').fill('2.054');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    // Table 3.1 adds up to 1.027 pieces, as monthly totals.
    await drawer.getByText('50 %').waitFor();
    await drawer.getByText('1.027').first().waitFor();
    await drawer.getByText('totales por mes').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Piezas del año.*2\.054.*1\.027.*50 %/ }).waitFor();
  });
});
