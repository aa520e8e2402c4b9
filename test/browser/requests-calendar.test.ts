import { describe, expect, test } from 'vitest';
import { demoBrowser } from '../support/journey.ts';

const { enter } = demoBrowser();

describe('requests and the calendar', () => {
  test('what a department asks for goes over the board to its record, and its days stand in the calendar', async () => {
    const { page } = await enter('coordinator', '/produccion?view=requests&request=new');
    const asked = 'Afiche de la feria ganadera';
    const form = page.getByRole('dialog', { name: 'Nueva solicitud' });
    await form.getByLabel('Qué se pide').fill(asked);
    await form.getByLabel('Pedida el').fill('2018-06-01');
    await form.getByLabel('Entrega para el').fill('2018-06-08');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });

    const column = (name: string) => page.getByRole('region', { name, exact: true });
    const moveTo = async (state: string) => {
      await page.getByRole('button', { name: `Mover «${asked}»` }).click();
      await page.getByRole('menuitem', { name: `Pasar a ${state}` }).click();
    };
    await page.getByRole('searchbox', { name: 'Buscar por título, quién pide' }).fill(asked);
    await column('Pedidas').getByRole('button', { name: asked, exact: true }).waitFor();
    await moveTo('En trabajo');
    await column('En trabajo').getByText('Vencida: era para el').waitFor();

    await moveTo('Entregada');
    const delivery = page.getByRole('dialog', { name: 'Entregar la solicitud' });
    await delivery.getByLabel('Fecha').fill('2018-06-07');
    await delivery.getByRole('button', { name: 'Entregar' }).click();
    await column('Entregadas').getByText('1 registro').waitFor();

    await page.goto('/produccion?view=calendar&span=month&day=2018-06-01');
    await page.getByRole('button', { name: new RegExp(`^${asked}`) }).click();
    const item = page.getByRole('dialog', { name: 'Editar registro' });
    expect(await item.getByLabel('Título').inputValue()).toBe(asked);
  });

  test('what comes again every week stands on all its days, is read by other programs until that is revoked, and goes as a whole', async () => {
    const { page } = await enter(
      'coordinator',
      '/produccion?view=calendar&day=2091-07-01&open=new',
    );
    const title = 'Consejo comunitario de vereda';
    const form = page.getByRole('dialog', { name: 'Registrar producción' });
    await form.getByLabel('Título').fill(title);
    await form.getByLabel('Fecha').fill('2091-07-03');
    await form.getByLabel('Desde').fill('14:30');
    await form.getByLabel('Se repite').selectOption('Cada semana');
    await form.getByLabel('Última fecha').fill('2091-07-24');
    await form.getByText('4 fechas').waitFor();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    const entries = page.getByRole('button', { name: new RegExp(title) });
    await expect.poll(() => entries.count()).toBe(4);

    await page.getByRole('button', { name: 'Suscribirse' }).click();
    const drawer = page.getByRole('dialog', { name: 'Ver el calendario en otro programa' });
    await drawer.getByRole('button', { name: /^Crear (la|otra) dirección$/ }).click();
    const address = await drawer.getByLabel('Su dirección').inputValue();
    const feed = await page.request.get(address);
    expect((await feed.text()).replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
    await drawer.getByRole('button', { name: 'Anular la dirección' }).click();
    await page.getByText('La dirección ya no funciona.').waitFor();
    expect((await page.request.get(address)).status()).toBe(404);

    await page.keyboard.press('Escape');
    await entries.first().click();
    const item = page.getByRole('dialog', { name: 'Editar registro' });
    await item.getByLabel('Esta y las siguientes').check();
    await item.getByRole('button', { name: 'Quitar', exact: true }).click();
    await page.getByText(`Se quitó «${title}» de 4 fechas.`).waitFor();
    await expect.poll(() => entries.count()).toBe(0);
  });
});
