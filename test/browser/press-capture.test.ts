import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addColombiano, pageRate } from '../server/press/press-records.ts';
import { openSite } from '../server/reach/hostile-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { callerAs, makeHouse } from '../support/house.ts';
import { axeFindings, type Journey, openWindow } from '../support/journey.ts';
import { pesos } from '../support/screen.ts';
import { password, serve } from '../support/served-house.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const article = `<!doctype html><html><head><meta charset="iso-8859-1">
  <meta property="og:title" content="Así quedó el parque de la Tablaza">
  <meta property="og:site_name" content="El Sur">
  <meta property="article:published_time" content="2026-01-09T15:00:00Z">
  <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ana Peña"},"headline":"x"}</script>
  </head><body>Nota</body></html>`;

/** An office with a newspaper and a station that have rates, and a site of this machine to read from. */
async function openOffice() {
  const site = await openSite((request, response) => {
    if (request.url?.includes('caida')) return response.writeHead(500).end();
    const isUndated = request.url?.includes('sin-fecha');
    const page = isUndated
      ? article.replace(/<meta property="article:published_time".*>/, '')
      : article;
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(Buffer.from(page, 'latin1'));
  });
  const house = { ...(await makeHouse()), web: site.web };
  const served = await serve(house, { clientFolder: resolve('dist/client') });
  const { press } = callerAs(house, 'press');
  const paper = await addColombiano(house);
  const { id: radio } = await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
  const spot = { format: 'radio', unit: 'second', unitQuantity: '30', priceCop: 60_000 } as const;
  await press.createRate(pageRate(radio, spot));
  return { site, house, served, paper, press };
}

type Office = Awaited<ReturnType<typeof openOffice>>;

async function enter({ served }: Office, path = '/free-press'): Promise<Journey> {
  const { email } = await served.addPerson('press');
  const journey = await openWindow(browser, served.url);
  onTestFinished(async () => {
    await journey.context.close();
    expect(journey.problems).toEqual([]);
  });
  await journey.context.request.post('/api/auth/sign-in/email', { data: { email, password } });
  await journey.page.goto(path);
  await journey.page.getByRole('heading', { level: 1, name: 'Free press' }).waitFor();
  return journey;
}

const formOf = (page: Page) => page.getByRole('dialog', { name: 'Registrar aparición' });

/** The appearances on record, the newest first. */
async function logged({ press }: Office) {
  const { rows } = await press.listClippings({});
  return Promise.all(rows.map(({ id }) => press.readClipping({ id })));
}

/** A file of sound that is one by what it holds. */
function recording(): string {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-sound-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'entrevista.mp3');
  writeFileSync(path, Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(3_000)]));
  return path;
}

describe('logging an appearance', () => {
  test('by its address: the page fills in the form, and an outlet is added for its site', async () => {
    const office = await openOffice();
    const journey = await enter(office);
    const { page } = journey;
    await page.keyboard.press('n');
    const form = formOf(page);
    const address = form.getByLabel('Dirección de la nota');
    await address.fill(`${office.site.url}/caida`);
    await address.press('Enter');
    await form.getByText('El sitio no dejó leer la página').waitFor();

    await address.fill(`${office.site.url}/parque?utm_source=x`);
    await address.press('Enter');
    await form.getByText('Se leyó la página').waitFor();
    expect(await form.getByLabel('Titular o tema').inputValue()).toBe(
      'Así quedó el parque de la Tablaza',
    );
    expect(await form.getByLabel('Fecha de publicación').inputValue()).toBe('2026-01-09');
    expect(await form.getByLabel('Autor').inputValue()).toBe('Ana Peña');
    expect(await axeFindings(journey)).toEqual([]);

    await form.getByRole('button', { name: 'Agregar El Sur' }).click();
    const outlet = page.getByRole('dialog', { name: 'Agregar medio' });
    await outlet.getByRole('button', { name: 'Guardar' }).click();
    await outlet.waitFor({ state: 'hidden' });
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    const [stored] = await logged(office);
    expect(stored).toMatchObject({
      outletName: 'El Sur',
      format: 'web',
      entry: 'url',
      author: 'Ana Peña',
    });
  });

  test('by print size, with a part of the page chosen by its picture', async () => {
    const office = await openOffice();
    const journey = await enter(office, '/free-press?open=new');
    const form = formOf(journey.page);
    await form.getByRole('combobox', { name: 'Medio' }).fill('colomb');
    await journey.page.getByRole('option', { name: 'El Colombiano' }).waitFor();
    await journey.page.keyboard.press('Enter');
    await form.getByLabel('Titular o tema').fill('Media página del parque');
    await form.getByRole('combobox', { name: 'Se valora' }).click();
    await journey.page.getByRole('option', { name: 'Por fracción' }).click();
    await form.getByRole('radio', { name: 'Media' }).click();
    await form.getByLabel('Fecha de publicación').fill('2026-11-03');
    await form.locator('[data-value-explanation]', { hasText: pesos(9_200_000) }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    const [stored] = await logged(office);
    // Measured, and by a published tariff that nobody has answered for.
    expect(stored?.valuation.result).toMatchObject({ valueCop: 9_200_000, grade: 'B' });
  });

  test('on the radio takes 25 keystrokes at most, and none of the mouse; evidence is added after', async () => {
    const office = await openOffice();
    const { page } = await enter(office);
    let strokes = 0;
    const press = async (key: string) => {
      strokes += 1;
      await page.keyboard.press(key);
    };
    const type = async (text: string) => {
      for (const key of text) await press(key);
    };
    const form = formOf(page);

    await press('n');
    await form.getByRole('combobox', { name: 'Medio' }).waitFor();
    await type('est');
    await page.getByRole('option', { name: 'Estrella Estéreo' }).waitFor();
    await press('Enter');
    await form.getByLabel('Duración (mm:ss)').waitFor();
    await press('Tab');
    await type('Foro agua');
    await press('Tab');
    await type('1:30');
    await form.locator('[data-value-explanation]', { hasText: pesos(180_000) }).waitFor();
    await press('Enter');
    await form.waitFor({ state: 'hidden' });

    expect(strokes).toBeLessThanOrEqual(25);
    const [stored] = await logged(office);
    expect(stored).toMatchObject({ title: 'Foro agua', outletName: 'Estrella Estéreo' });
    expect(stored?.valuation.result).toMatchObject({ valueCop: 180_000 });

    await page.getByRole('button', { name: 'Foro agua' }).first().click();
    const opened = page.getByRole('dialog', { name: 'Aparición en medios' });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      opened.getByRole('button', { name: 'Agregar archivos' }).click(),
    ]);
    await chooser.setFiles(recording());
    await opened.getByRole('button', { name: 'Quitar entrevista.mp3' }).waitFor();
    await opened.getByRole('button', { name: 'Guardar' }).click();
    await opened.waitFor({ state: 'hidden' });
    const [supported] = await logged(office);
    expect(supported?.evidence).toMatchObject([
      { name: 'entrevista.mp3', mediaType: 'audio/mpeg' },
    ]);
  });

  test('survives a closed tab and an ended session: what was typed is there again', async () => {
    const office = await openOffice();
    const journey = await enter(office, '/free-press?open=new');
    const { page, context } = journey;
    await formOf(page).getByLabel('Titular o tema').fill('A medio escribir');
    await formOf(page).getByRole('combobox', { name: 'Medio' }).fill('colomb');
    await page.getByRole('option', { name: 'El Colombiano' }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => formOf(page).getByRole('combobox', { name: 'Medio' }).inputValue())
      .toBe('El Colombiano');
    await page.close();
    await context.clearCookies();

    const email = 'press@oficina.test';
    await context.request.post('/api/auth/sign-in/email', { data: { email, password } });
    const again = await context.newPage();
    await again.goto('/free-press?open=new');
    const form = formOf(again);
    await form.getByText('Se recuperó lo que había escrito').waitFor();
    expect(await form.getByLabel('Titular o tema').inputValue()).toBe('A medio escribir');
    await expect
      .poll(() => form.getByRole('combobox', { name: 'Medio' }).inputValue())
      .toBe('El Colombiano');
    await form.getByRole('button', { name: 'Descartar el borrador' }).click();
    expect(await form.getByLabel('Titular o tema').inputValue()).toBe('');
  });

  test('by a link of which the page says no day, asks for it', async () => {
    const office = await openOffice();
    const website = office.site.url;
    await office.press.createOutlet({ name: 'El Sur', medium: 'digital', website });
    const journey = await enter(office, '/free-press?open=new');
    const form = formOf(journey.page);
    const day = form.getByLabel('Fecha de publicación');
    await form.getByText('Se propone hoy').waitFor();
    await form.getByLabel('Dirección de la nota').fill(`${website}/sin-fecha`);
    await form.getByLabel('Dirección de la nota').press('Enter');
    await form.getByText('La página no dice su fecha').waitFor();
    expect(await day.inputValue()).toBe('');
    expect(await axeFindings(journey)).toEqual([]);
    expect(await form.getByLabel('Titular o tema').inputValue()).toContain('Tablaza');
    await day.fill('2026-01-08');
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'hidden' });
    expect(await logged(office)).toMatchObject([{ day: '2026-01-08', entry: 'url' }]);
  });

  test('of several pasted links logs those that were read, and says why the others were not', async () => {
    const office = await openOffice();
    const website = office.site.url;
    await office.press.createOutlet({ name: 'El Sur', medium: 'digital', website });
    const journey = await enter(office, '/free-press?open=new');
    const { page } = journey;
    const links = ['una', 'otra', 'caida'].map((name) => `${website}/${name}`).join('\n');
    await formOf(page)
      .getByLabel('Dirección de la nota')
      .evaluate((input, text) => {
        const data = new DataTransfer();
        data.setData('text', text);
        input.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, links);
    const many = page.getByRole('dialog', { name: 'Registrar varias notas' });
    await many.getByText('El sitio no dejó leer la página').waitFor();
    // Both say the same of themselves: one is stored, and the other only once it is said to be another.
    await many.getByText('Nota 1 de esta lista').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await many.getByRole('button', { name: 'Registrar 1 nota' }).waitFor();
    await many.getByRole('checkbox', { name: 'Es otra: registrarla aparte' }).check();
    await many.getByRole('button', { name: 'Registrar 2 notas' }).click();
    await many.getByText('Registrada', { exact: true }).nth(1).waitFor();
    expect((await logged(office)).map(({ url }) => url).sort()).toEqual([
      `${website}/otra`,
      `${website}/una`,
    ]);
  });
});
