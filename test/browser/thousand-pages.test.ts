import { resolve } from 'node:path';
import { pino } from 'pino';
import type { Browser, Cookie } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addAccount } from '../../server/accounts/add-account.ts';
import { asSystem } from '../../server/context.ts';
import { openDatabase } from '../../server/database/connection.ts';
import { makeApp } from '../../server/http/app.ts';
import { createPage } from '../../server/social/save-page.ts';
import { storePosts } from '../../server/social/store-posts.ts';
import { storeSnapshots } from '../../server/social/store-snapshots.ts';
import { addDays, dayInZone } from '../../shared/calendar/day.ts';
import { networks } from '../../shared/social/networks.ts';
import { PageFields, type Snapshot } from '../../shared/social/schemas.ts';
import { launchChromium } from '../support/chromium.ts';
import { makePlace, type TestHouse, testSecret } from '../support/house.ts';
import { axeFindings, type Journey, openWindow, type WindowLook } from '../support/journey.ts';

const pageCount = 1_000;
/** Days of figures that each page has. */
const days = 120;
const timeZone = 'America/Bogota';
const today = dayInZone(new Date(), timeZone);
const account = { email: 'coordinacion@oficina.test', password: 'una clave larga' };

let browser: Browser;
let url: string;
let firstPage: string;
/** Signed in once: those who try too often are made to wait. */
let session: Cookie[];
const closing: (() => Promise<unknown>)[] = [];

function numberOf(index: number): string {
  return String(index).padStart(4, '0');
}

/** Figures of each page, and a few posts. */
async function fill(house: TestHouse): Promise<string[]> {
  const context = asSystem(house);
  const ids: string[] = [];
  const capturedAt = house.now().toISOString();
  for (let index = 0; index < pageCount; index += 1) {
    const network = networks[index % networks.length];
    const handle = `pagina${numberOf(index)}`;
    const title = `Página ${numberOf(index)}`;
    const { id } = await createPage(context, PageFields.parse({ network, handle, title }));
    ids.push(id);
    const ofDay = (back: number): Snapshot => ({
      pageId: id,
      metric: 'followers',
      day: addDays(today, -back),
      source: 'api',
      precision: 'exact',
      value: 1_000 + index * 10 + (days - back),
      capturedAt,
    });
    await storeSnapshots(
      context,
      Array.from({ length: days }, (_, back) => ofDay(back)),
    );
    const posts = Array.from({ length: 3 }, (_, number) => ({
      externalId: `${index}-${number}`,
      publishedAt: `${addDays(today, -3 * number - 1)}T15:00:00.000Z`,
      kind: 'photo' as const,
      text: `Publicación ${number} de la página ${numberOf(index)}`,
      permalink: null,
      counts: { reactions: index, comments: number },
    }));
    await storePosts(context, [{ pageId: id, source: 'api', capturedAt, posts }]);
  }
  return ids;
}

beforeAll(async () => {
  const place = await makePlace();
  const database = await openDatabase(place);
  const house: TestHouse = {
    place,
    database,
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    setNow: () => undefined,
    timeZone,
    secretKey: testSecret,
    isDemo: false,
  };
  [firstPage = ''] = await fill(house);
  const person = { name: 'Catalina', role: 'coordinator' as const, ...account };
  await addAccount(asSystem(house), person);
  const app = await makeApp(house, { clientFolder: resolve('dist/client') });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
  const entering = await browser.newContext({ baseURL: url });
  await entering.request.post('/api/auth/sign-in/email', { data: account });
  session = await entering.cookies();
  closing.push(
    () => browser.close(),
    () => app.close(),
    () => database.close(),
    () => place.remove(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

async function enter(path: string, look: WindowLook): Promise<Journey> {
  const journey = await openWindow(browser, url, look);
  onTestFinished(async () => {
    await journey.context.close();
    expect(journey.problems).toEqual([]);
  });
  await journey.context.addCookies(session);
  await journey.page.goto(path);
  await journey.page.getByRole('heading', { level: 1 }).first().waitFor();
  await journey.page.waitForLoadState('networkidle');
  return journey;
}

/** The screen fits its window, shows at most a hundred rows, and axe finds nothing wrong. */
async function expectUsable(journey: Journey): Promise<void> {
  const { page } = journey;
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await page.locator('tbody tr:visible', { hasText: 'Página' }).count()).toBeLessThanOrEqual(
    100,
  );
  expect(await axeFindings(journey)).toEqual([]);
}

describe.each([{ width: 1_440 }, { width: 390 }])('a thousand pages, $width px wide', (look) => {
  test('are ordered, paged and searched in the overview', async () => {
    const journey = await enter('/redes', look);
    const { page } = journey;
    await page.getByText('Página 0999', { exact: true }).first().waitFor();
    await expectUsable(journey);
    await page.getByPlaceholder('Buscar página').fill('0123');
    await page.getByText('Página 0123', { exact: true }).first().waitFor();
    await page.getByText('Página 0999', { exact: true }).first().waitFor({ state: 'detached' });
    await page.getByText('Página 0123', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Página 0123' }).first().waitFor();
  });

  test.each(['pages', 'compare', 'posts', 'typing', 'pulls'])('are at hand in %s', async (view) => {
    const journey = await enter(`/redes?view=${view}`, look);
    if (view === 'pages') await journey.page.getByText('Página 0000').first().waitFor();
    await expectUsable(journey);
  });

  test('have each their own screen', async () => {
    const journey = await enter(`/redes?of=${firstPage}`, look);
    await journey.page.getByRole('heading', { name: 'Página 0000' }).first().waitFor();
    await expectUsable(journey);
  });
});
