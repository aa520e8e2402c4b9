import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

describe('a month of output', () => {
  test('is planned, done, confirmed and reopened', async () => {
    const journey = await enter('coordinator', '/produccion?from=2017-03&to=2017-03&open=new');
    const { page } = journey;
    const form = page.getByRole('dialog', { name: 'Registrar producción' });
    await form.getByLabel('Título').fill('Feria de la panela');
    await form.getByLabel('Fecha').fill('2017-03-10');
    await form.getByLabel('Estado').selectOption('Programado');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    const cell = (kind: string, count: string) =>
      page.getByRole('button', { name: new RegExp(`^${kind}, marzo de 2017: ${count}`) });
    await cell('Eventos', 'sin dato').waitFor();
    await page.getByText('1 programada', { exact: true }).waitFor();

    await page.getByRole('tab', { name: 'Registros' }).click();
    await page.getByRole('checkbox', { name: /Feria de la panela/ }).check();
    await page.getByRole('button', { name: 'Se realizaron' }).click();
    await page.getByText('1 registro queda realizado.').waitFor();
    await page.getByRole('tab', { name: 'Mes a mes' }).click();
    await cell('Eventos', '1').waitFor();
    await cell('Videos institucionales', 'sin dato').waitFor();

    await page.getByRole('button', { name: 'Confirmar el mes' }).click();
    const confirming = page.getByRole('dialog', {
      name: 'Confirmar la producción de marzo de 2017',
    });
    await confirming.getByRole('table').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await confirming.getByRole('button', { name: 'Confirmar el mes' }).click();
    await cell('Videos institucionales', '0').waitFor();

    journey.refusals.push(409);
    await page.getByRole('button', { name: 'Registrar', exact: true }).click();
    await form.getByLabel('Título').fill('Otra feria');
    await form.getByLabel('Fecha').fill('2017-03-11');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.getByText(/La producción de marzo de 2017 está confirmada/).waitFor();
    await page.goto('/produccion?from=2017-03&to=2017-03');

    await page.getByRole('button', { name: 'Reabrir el mes' }).click();
    const reopening = page.getByRole('dialog', { name: 'Reabrir la producción de marzo de 2017' });
    await reopening.getByLabel('Motivo').fill('Faltó una feria');
    await reopening.getByRole('button', { name: 'Reabrir el mes' }).click();
    await cell('Videos institucionales', 'sin dato').waitFor();
    await page.getByText('Faltó una feria').waitFor();
  });
});
