import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser, type Journey } from '../support/journey.ts';

const { enter } = demoBrowser();

async function settle({ page }: Journey): Promise<void> {
  await page.waitForLoadState('networkidle');
}

describe('the figures of the networks', () => {
  test('lead from all pages to one, to its posts, and back', async () => {
    const journey = await enter('viewer', '/redes');
    const { page } = journey;
    await page.getByRole('columnheader', { name: 'Alcance' }).getByRole('button').click();
    await page.waitForURL(/sort=reach/);
    await page
      .getByRole('combobox', { name: 'Comparar con' })
      .selectOption({ label: 'Comparar con el mismo período del año pasado' });
    await page.waitForURL(/against=last_year/);
    await page.getByPlaceholder('Buscar página').fill('EducacionLaEstrella');
    await page.getByText('Secretaría de Educación y Cultura de La Estrella').first().click();
    await page.getByRole('heading', { name: /Secretaría de Educación y Cultura/ }).waitFor();
    await page.getByText('Tasa de interacción').first().waitFor();
    await page
      .getByText(/interacciones ÷/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Publicaciones por mes' }).waitFor();
    await page.getByRole('heading', { name: 'Horas de publicación' }).waitFor();
    await page.getByRole('heading', { name: 'Audiencia: Ciudad' }).waitFor();
    await settle(journey);
    expect(await axeFindings(journey)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Agregar nota' }).count()).toBe(0);
    await page.getByText('Todas las páginas').first().click();
    await page.getByRole('heading', { name: 'Todas las páginas' }).waitFor();
  });

  test('carry notes that stand on every chart until somebody takes them off', async () => {
    const { page } = await enter('coordinator', '/redes?view=compare');
    const text = `Caída de prueba ${Date.now()}`;
    await page.getByRole('button', { name: 'Agregar nota' }).click();
    await page.getByRole('textbox', { name: 'Nota' }).fill(text);
    await page.getByLabel('De qué se trata').selectOption({ label: 'Caída del servicio' });
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Se agregó la nota.').first().waitFor();
    await page.getByText(text).first().waitFor();

    await page.getByRole('button', { name: `Cambiar la nota: ${text}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Quitar' }).click();
    await page.getByText('Se quitó la nota.').first().waitFor();
    await page.getByText(text).first().waitFor({ state: 'detached' });
  });

  test('hold posts by what they brought about, with the topics that the office gives them', async () => {
    const journey = await enter('coordinator', '/redes?view=posts&rank=shares');
    const { page } = journey;
    const topic = `Tema ${Date.now() % 100_000}`;
    await page.getByRole('button', { name: 'Temas de la publicación' }).first().click();
    const field = page.getByRole('dialog').locator('input:visible').first();
    await field.fill(topic);
    await field.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Se guardaron los temas.').first().waitFor();
    await page.getByText(topic, { exact: true }).first().waitFor();
    await settle(journey);
    expect(await axeFindings(journey)).toEqual([]);
  });

  test('that sources tell differently are both kept, one of them shown', async () => {
    const journey = await enter('coordinator', '/redes?view=pages');
    const { page, context } = journey;
    const listed = await (await context.request.get('/trpc/social.listPages')).json();
    const [first] = (listed as { result: { data: { id: string; followers: { day: string } }[] } })
      .result.data;
    const typed = {
      pageId: first?.id,
      metric: 'followers',
      day: first?.followers.day,
      value: 1_234,
      precision: 'exact',
    };
    const answer = await context.request.post('/trpc/social.typeSnapshot', { data: typed });
    expect(answer.ok()).toBe(true);
    await page.goto(`/redes?of=${first?.id}`);
    await page
      .getByText(/cifras? en que las fuentes difieren/)
      .first()
      .click();
    await page.getByText('También dicen').first().waitFor();
    await page
      .getByText(/1\.234/)
      .first()
      .waitFor();
    await settle(journey);
    expect(await axeFindings(journey)).toEqual([]);
  });
});
