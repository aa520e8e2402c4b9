import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays, dayInZone } from '../../shared/calendar/day.ts';
import { axeFindings, demoBrowser, type Journey } from '../support/journey.ts';

const { enter } = demoBrowser();

interface Versioned {
  id: string;
  version: number;
}

interface Listed extends Versioned {
  network: string;
  handle: string;
  label: string;
  baseUrl: string | null;
}

async function ask(journey: Journey, procedure: string): Promise<Listed[]> {
  const response = await journey.context.request.get(`/trpc/social.${procedure}`);
  return ((await response.json()) as { result: { data: Listed[] } }).result.data;
}

async function act(journey: Journey, procedure: string, at: Versioned): Promise<Versioned> {
  const { origin } = new URL(journey.page.url());
  const response = await journey.context.request.post(`/trpc/social.${procedure}`, {
    data: { id: at.id, version: at.version },
    headers: { origin },
  });
  return ((await response.json()) as { result: { data: Versioned } }).result.data;
}

const label = 'Gobierno, por su cuenta';
const handle = 'GobiernoLaEstrella';
const token = 'sandbox-pasted-on-screen';

/** Takes one page off the list, so that a connection finds a page to add; all is as before afterwards. */
async function takeOff(journey: Journey): Promise<void> {
  const found = (await ask(journey, 'listPages')).find((page) => page.handle === handle);
  if (!found) throw new Error(`no page ${handle}`);
  const removed = await act(journey, 'removePage', found);
  onTestFinished(async () => {
    const again = (await ask(journey, 'listPages')).find((page) => page.handle === handle);
    if (again) await act(journey, 'removePage', again);
    await act(journey, 'restorePage', removed);
    await disconnect(journey);
  });
}

/** The address of a network in the sandbox, as the demonstration's own connection has it. */
async function sandboxAddress(journey: Journey, network: string): Promise<string> {
  const rows = await ask(journey, 'listConnections');
  return rows.find((row) => row.network === network)?.baseUrl ?? '';
}

/** Takes away the connection that a journey made. */
async function disconnect(journey: Journey): Promise<void> {
  const own = (await ask(journey, 'listConnections')).find((row) => row.label === label);
  if (own) await act(journey, 'removeConnection', own);
}

/** Fills the form of a new connection with what was pasted, for the sandbox, and saves it. */
async function paste(journey: Journey, network: string): Promise<void> {
  const { page } = journey;
  await page.getByRole('textbox', { name: /^Token de acceso/ }).fill(token);
  await page.getByRole('button', { name: 'Usar otra dirección' }).click();
  await page.getByLabel('Dirección del servidor').fill(await sandboxAddress(journey, network));
  await page.getByLabel('Nombre de la conexión').fill(label);
  await page.getByRole('button', { name: 'Guardar y probar' }).click();
}

describe('the administrator', () => {
  test('connects Facebook with a token, tries it at once and adds the page that it sees', async () => {
    const journey = await enter('admin', '/redes?view=connections');
    const { page } = journey;
    const answers: string[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/trpc/')) answers.push(await response.text().catch(() => ''));
    });
    await takeOff(journey);
    await page.getByRole('button', { name: 'Conectar una red' }).click();
    await page.getByText('Cómo obtener la clave, paso a paso').waitFor();
    expect(await axeFindings(journey)).toEqual([]);

    journey.refusals.push(400);
    await page.getByRole('button', { name: 'Guardar y probar' }).click();
    await page.getByText('Este dato es obligatorio.').waitFor();
    await paste(journey, 'facebook');
    await page.getByText('Funciona: ve 6 páginas.').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await page.getByRole('checkbox', { name: /Secretaría de Gobierno/ }).check();
    await page.getByRole('button', { name: 'Agregar 1 página' }).click();
    await page.getByText('Se agregó 1 página.').first().waitFor();
    await expect
      .poll(() => page.getByRole('checkbox', { name: /Secretaría de Gobierno/ }).count())
      .toBe(0);

    const rows = await ask(journey, 'listConnections');
    const own = rows.find((row) => row.label === label);
    expect(own).toMatchObject({ status: 'working', pages: 1 });
    expect(answers.join()).toContain(label);
    expect(answers.join() + JSON.stringify(rows)).not.toContain(token);
  });

  test('is asked for the token again when only the address changes, and takes a connection back', async () => {
    const journey = await enter('admin', '/redes?view=connections');
    const { page } = journey;
    await page.getByRole('button', { name: 'Facebook' }).first().click();
    await page.getByRole('button', { name: 'Cambiar clave o dirección' }).click();
    await page.getByText('Hay una guardada.').waitFor();
    await page.getByLabel('Dirección del servidor').fill('https://graph.example.org');
    await page.getByText('Cambió la dirección: pegue la clave otra vez.').waitFor();
    journey.refusals.push(400);
    await page.getByRole('button', { name: 'Guardar y probar' }).click();
    await page.getByText(/no se envía a un servidor para el que no fue dada/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Salir sin guardar/ }).click();

    const before = await ask(journey, 'listConnections');
    await page.getByRole('button', { name: 'Quitar' }).click();
    await page.getByText(/^Se quitó la conexión con Facebook/).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    const named = async () => (await ask(journey, 'listConnections')).map(({ id }) => id);
    await expect.poll(named).toEqual(before.map(({ id }) => id));
  });

  test('is warned on Resumen of a token that ends soon, with the way to replace it', async () => {
    const journey = await enter('admin', '/redes?view=connections');
    const { page } = journey;
    onTestFinished(() => disconnect(journey));
    await page.getByRole('button', { name: 'Conectar una red' }).click();
    await page.getByLabel('Red social').selectOption('linkedin');
    const day = addDays(dayInZone(new Date(), 'America/Bogota'), 5);
    await page.getByLabel('Vence el').fill(day);
    await paste(journey, 'linkedin');
    await page
      .getByText(/Funciona/)
      .first()
      .waitFor();

    await page.goto('/');
    const warning = page.getByText(new RegExp(`LinkedIn \\(${label}\\) vence en \\d días`));
    await warning.getByRole('link', { name: 'Ver la conexión' }).click();
    await page.getByRole('button', { name: 'Cambiar clave o dirección' }).waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('connections');
  });

  test('sees what X would charge before giving it a key', async () => {
    const { page } = await enter('admin', '/redes?view=connections', { width: 390 });
    await page.getByRole('button', { name: 'Conectar una red' }).click();
    await page.getByLabel('Red social').selectOption('x');
    await page.getByText(/US\$ 3,30 al mes/).waitFor();
    await page.getByLabel('Cuentas de X').fill('10');
    await page.getByText(/US\$ 33,00 al mes/).waitFor();
  });
});
