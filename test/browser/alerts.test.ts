import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser, type Journey } from '../support/journey.ts';
import { readTable } from '../support/screen.ts';

const { enter } = demoBrowser();

/** Adds a rule that tells of every page without posts for a day. */
async function addRule({ page }: Journey): Promise<void> {
  await page.getByRole('button', { name: 'Agregar regla' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Clase').selectOption({ label: 'Sin publicar' });
  await form.getByLabel('Días').fill('1');
  await form.getByLabel('Enviar también por correo').uncheck();
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Se guardó la regla.').waitFor();
}

const ruleName = 'una página pasa 1 día sin publicar';

describe('the alerts', () => {
  test('follow a rule that is added, are put aside and come back, and go with the rule', async () => {
    const journey = await enter('coordinator', '/redes?view=alerts');
    const { page } = journey;
    await addRule(journey);
    await page
      .getByText(/^No publica desde el/)
      .first()
      .waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    await page.getByLabel('Clase').selectOption({ label: 'Sin publicar' });
    const aside = page.getByRole('button', { name: /^Dejar de lado la alerta de/ });
    const before = await aside.count();
    expect(before).toBeGreaterThan(0);
    await aside.first().click();
    await page.getByText(/^Se dejó de lado la alerta de/).waitFor();
    await expect.poll(() => aside.count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(() => aside.count()).toBe(before);

    await page.goto('/');
    await page.getByRole('heading', { name: 'Alertas de redes' }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    await page.goto('/redes?view=alerts');
    await page.getByRole('button', { name: ruleName }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Quitar' }).click();
    await page.getByText('Se quitó la regla con sus alertas.').waitFor();
    await page.getByRole('button', { name: ruleName }).waitFor({ state: 'detached' });
  });

  test('are read by everybody on a telephone, and their rules changed by few', async () => {
    const journey = await enter('viewer', '/redes?view=alerts', { width: 390 });
    const { page } = journey;
    const { rows } = await readTable(page, 'Reglas');
    expect(rows.map(([what]) => what)).toContain(
      'una página pierde más de 5 % de sus seguidores en 7 días',
    );
    expect(await page.getByRole('button', { name: 'Agregar regla' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Dejar de lado/ }).count()).toBe(0);
    expect(await axeFindings(journey)).toEqual([]);
  });

  test('a rule without its days is refused beside the field, and nothing typed is lost', async () => {
    const journey = await enter('admin', '/redes?view=alerts', { width: 390 });
    journey.refusals.push(400);
    const { page } = journey;
    await page.getByRole('button', { name: 'Agregar regla' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Porcentaje de seguidores').fill('2,5');
    await form.getByLabel('Días').fill('');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.getByText('Falta este dato o no tiene la forma esperada.').waitFor();
    expect(await form.getByLabel('Porcentaje de seguidores').inputValue()).toBe('2,5');
    expect(await axeFindings(journey)).toEqual([]);
  });
});
