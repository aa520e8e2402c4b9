import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Role } from '../../shared/accounts/roles.ts';
import { pageRate, piece } from '../server/press/press-records.ts';
import { launchChromium } from '../support/chromium.ts';
import { callerAs, makeHouse } from '../support/house.ts';
import { axeFindings, type Journey, openWindow } from '../support/journey.ts';
import { password, type ServedHouse, serve } from '../support/served-house.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A newspaper whose rate, with its document, waits to be approved, and an appearance that it values. */
async function openOffice() {
  const served = await serve(await makeHouse(), { clientFolder: resolve('dist/client') });
  const writer = await enter(served, 'press', '/free-press?view=rates');
  const sent = await writer.context.request.post('/evidence?name=tarifario.pdf', {
    headers: { 'content-type': 'application/octet-stream' },
    data: pdf,
  });
  expect(sent.ok()).toBe(true);
  const { id: fileId } = (await sent.json()) as { id: string };
  const { press } = callerAs(served.house, 'press');
  const { id: outletId } = await press.createOutlet({ name: 'La Tarde', medium: 'press' });
  const quoted = { priceCop: 21_896_000, vatIncluded: true, evidenceIds: [fileId] };
  await press.createRate(pageRate(outletId, quoted));
  const { id: clippingId } = await press.createClipping(piece(outletId));
  return { served, outletId, clippingId };
}

async function enter(served: ServedHouse, role: Role, path: string, width = 1_280) {
  const { email } = await served.addPerson(role, `${role}-${width}`);
  const journey = await openWindow(browser, served.url, { width });
  onTestFinished(async () => {
    await journey.context.close();
    expect(journey.problems).toEqual([]);
  });
  await journey.context.request.post('/api/auth/sign-in/email', { data: { email, password } });
  await journey.page.goto(path);
  await journey.page.getByRole('heading', { level: 1, name: /Free press/ }).waitFor();
  return journey;
}

/** Nothing of an open price is wider than the window. */
async function expectToFit(page: Page) {
  const wider = await page.getByRole('dialog').evaluate((dialog) => {
    const { right } = dialog.getBoundingClientRect();
    return [...dialog.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > Math.ceil(right) + 1)
      .map((one) => one.outerHTML.slice(0, 120));
  });
  expect(wider).toEqual([]);
}

async function expectWhole({ page, context }: Journey) {
  const drawer = page.getByRole('dialog', { name: 'Tarifa', exact: true });
  for (const words of ['$ 21.896.000', '$ 18.400.000', '19 %, incluido en el precio cotizado']) {
    await drawer.getByText(words).first().waitFor();
  }
  await drawer.getByText(/^Persona press, /).waitFor();
  await drawer.getByText(/^La registró Persona press, /).waitFor();
  const link = drawer.getByRole('link', { name: 'Descargar: tarifario.pdf' });
  const file = await context.request.get((await link.getAttribute('href')) ?? '');
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(await file.body()).toEqual(pdf);
}

describe('a price to be read and approved', () => {
  test.each([1_280, 390])(
    'the secretary opens it by keyboard, reads its document and approves it, at %i px',
    async (width) => {
      const { served } = await openOffice();
      const journey = await enter(served, 'secretary', '/free-press?view=rates', width);
      const { page } = journey;
      await page.getByText('Solo sin aprobar').click();
      await page.getByRole('button', { name: 'La Tarde' }).focus();
      await page.keyboard.press('Enter');
      await expectWhole(journey);
      await expectToFit(page);
      expect(await axeFindings(journey)).toEqual([]);
      const drawer = page.getByRole('dialog', { name: 'Tarifa', exact: true });
      expect(await drawer.getByRole('button', { name: 'Editar' }).count()).toBe(0);
      await drawer.getByRole('button', { name: 'Aprobar' }).focus();
      await page.keyboard.press('Enter');
      await drawer.getByText(/^Aprobada por Persona secretary-\d+ el /).waitFor();
      await drawer.getByText(/^La aprobó Persona secretary-\d+, /).waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    },
  );

  test.each([1_280, 390])(
    'a reader opens it from the explanation of a value, in either language, at %i px',
    async (width) => {
      const { served, clippingId } = await openOffice();
      const path = `/free-press?open=${clippingId}`;
      const journey = await enter(served, 'viewer', path, width);
      const { page } = journey;
      const details = page.getByRole('dialog', { name: 'La Estrella estrena parque' });
      await details.getByRole('button', { name: 'Ver la tarifa' }).focus();
      await page.keyboard.press('Enter');
      await details.getByRole('link', { name: 'Descargar: tarifario.pdf' }).waitFor();
      await details.getByText('La aprueba alguien de Coordinación').waitFor();
      await expectToFit(page);
      expect(await axeFindings(journey)).toEqual([]);
      await page.evaluate(() => localStorage.setItem('altavoz-language', 'en'));
      await page.reload();
      await details.getByRole('button', { name: 'See the rate' }).click();
      await details.getByText('19 %, included in the quoted price').waitFor();
      await details.getByText(/^Persona press entered it, /).waitFor();
    },
  );

  test('a coordinator is told which of a page are for somebody else, and approves the others', async () => {
    const { served, outletId } = await openOffice();
    await served.addPerson('secretary');
    const journey = await enter(served, 'coordinator', '/free-press?view=rates');
    const { page, context } = journey;
    const own = pageRate(outletId, { section: 'Deportes' });
    expect((await context.request.post('/trpc/press.createRate', { data: own })).ok()).toBe(true);
    await page.reload();
    await page.getByText('La registró usted: la aprueba otra persona.').waitFor();
    await page.getByRole('button', { name: 'Aprobar la de esta página' }).click();
    const asked = page.getByRole('dialog', { name: 'Aprobar tarifas' });
    await asked.getByRole('region', { name: 'Siguen sin aprobar' }).getByText('Deportes').waitFor();
    expect(await axeFindings(journey)).toEqual([]);
    await asked.getByRole('button', { name: 'Aprobar 1 tarifa' }).click();
    await page.getByText('Se aprobó 1 tarifa. Queda 1 para otra persona.').waitFor();
    expect(await page.getByRole('button', { name: /^Aprobar/ }).count()).toBe(0);
  });
});
