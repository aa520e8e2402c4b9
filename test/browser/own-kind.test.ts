import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

describe('a kind of the office’s own', () => {
  test('is made on screen with two fields and logged at once, and its cell opens what it counts', async () => {
    const journey = await enter('admin', '/produccion?view=kinds');
    const { page } = journey;
    await page.getByRole('button', { name: 'Crear clase' }).click();
    const form = page.getByRole('dialog', { name: 'Crear clase' });
    await form.getByLabel('Nombre en singular').fill('Cuña radial');
    await form.getByLabel('Nombre en plural').fill('Cuñas radiales');
    await form.getByRole('button', { name: 'Agregar dato' }).click();
    const first = form.getByRole('group', { name: 'Dato 1' });
    await first.getByLabel('Nombre del dato').fill('Emisora');
    await first.getByLabel('Cómo se llena').selectOption('Opción de una lista');
    await first.getByLabel('Opciones').fill('La Voz\nRadio Aburrá');
    await form.getByRole('button', { name: 'Agregar dato' }).click();
    const second = form.getByRole('group', { name: 'Dato 2' });
    await second.getByLabel('Nombre del dato').fill('Emisiones');
    await second.getByLabel('Cómo se llena').selectOption('Número');
    await second.getByLabel('Obligatorio').check();
    expect(await axeFindings(journey)).toEqual([]);
    await form.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('button', { name: 'Editar «Cuñas radiales»' }).waitFor();

    await page.goto('/produccion?open=new&from=2018-05&to=2018-05');
    const item = page.getByRole('dialog', { name: 'Registrar producción' });
    await item.getByLabel('Título').fill('Invitación a la feria');
    await item.getByLabel('Clase').selectOption('Cuña radial');
    await item.getByLabel('Fecha').fill('2018-05-10');
    await item.getByLabel('Emisora').selectOption('Radio Aburrá');
    await item.getByLabel('Emisiones').fill('40');
    await item.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Se registró «Invitación a la feria».').waitFor();

    await page.getByRole('button', { name: /^Cuñas radiales, mayo de 2018: 1/ }).click();
    await page.getByRole('button', { name: /^Invitación a la feria/ }).waitFor();
  });
});
