import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

/** Opens the newest item of the list in its form. */
async function openNewest(page: Page) {
  await page.locator('tbody th button').first().click();
  const form = page.getByRole('dialog').first();
  await form.getByRole('textbox', { name: 'Título' }).waitFor();
  return form;
}

describe('work that is interrupted', () => {
  test('by another person who changed the same record: it says who, and nothing typed is lost', async () => {
    const first = await enter('coordinator', '/produccion?view=items');
    const second = await enter('admin', '/produccion?view=items');
    second.refusals.push(409);
    const formOfFirst = await openNewest(first.page);
    const formOfSecond = await openNewest(second.page);
    await formOfFirst.getByRole('textbox', { name: 'Título' }).fill('Como lo dejó la coordinadora');
    await formOfFirst.getByRole('button', { name: 'Guardar' }).click();
    await formOfFirst.waitFor({ state: 'hidden' });

    await formOfSecond
      .getByRole('textbox', { name: 'Título' })
      .fill('Como lo quiere la administración');
    await formOfSecond.getByRole('button', { name: 'Guardar', exact: true }).click();
    await second.page.getByText('Otra persona cambió este registro').waitFor();
    await second.page
      .getByText(/Catalina Coordinadora/)
      .first()
      .waitFor();
    expect(await axeFindings(second)).toEqual([]);
    expect(await formOfSecond.getByRole('textbox', { name: 'Título' }).inputValue()).toBe(
      'Como lo quiere la administración',
    );
    await second.page.getByRole('button', { name: 'Guardar lo mío encima' }).click();
    await formOfSecond.waitFor({ state: 'hidden' });
    await second.page
      .locator('tbody th', { hasText: 'Como lo quiere la administración' })
      .waitFor();
  });

  test('by the end of the session: the person signs in again and goes on where they were', async () => {
    const { page, context, refusals } = await enter(
      'coordinator',
      '/produccion?view=items&open=new',
    );
    refusals.push(401);
    const form = page.getByRole('dialog').first();
    await form
      .getByRole('textbox', { name: 'Título' })
      .fill('Escrito antes de que la sesión terminara');
    await context.clearCookies();
    await form.getByRole('button', { name: 'Guardar' }).click();

    const door = page.getByRole('dialog', { name: 'La sesión terminó' });
    await door.getByLabel('Correo electrónico').fill('coordinator@demo.test');
    await door.getByLabel('Contraseña', { exact: true }).fill('altavoz-demo');
    await door.getByRole('button', { name: 'Iniciar sesión' }).click();
    await door.waitFor({ state: 'hidden' });
    expect(await form.getByRole('textbox', { name: 'Título' }).inputValue()).toBe(
      'Escrito antes de que la sesión terminara',
    );
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    await page
      .locator('tbody th', { hasText: 'Escrito antes de que la sesión terminara' })
      .first()
      .waitFor();
  });
});
