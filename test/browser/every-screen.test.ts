import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser, type Journey } from '../support/journey.ts';

const { open, enter } = demoBrowser();

const screens = [
  '/',
  '/produccion',
  '/produccion?from=2019-01&to=2020-12&by=year',
  '/produccion?by=quarter&rows=department&compare=last_year',
  '/produccion?by=year&rows=place&kind=community_meeting',
  '/produccion?by=year&rows=place&cell=2020.all&of=place:&from=2020-01&to=2020-12',
  '/produccion?view=items',
  '/produccion?view=grid',
  '/produccion?view=kinds',
  '/produccion?view=tallies&from=2020-01&to=2020-12',
  '/produccion?view=commitments',
  '/produccion?view=places',
  '/produccion?view=calendar',
  '/produccion?view=requests',
  '/free-press',
  '/free-press?view=inbox',
  '/free-press?view=duplicates',
  '/free-press?view=coverage',
  '/free-press?view=review',
  '/free-press?view=review&month=2020-03',
  '/free-press?view=feeds',
  '/free-press?view=outlets',
  '/free-press?view=rates',
  '/free-press?view=tallies&from=2020-01&to=2020-12',
  '/redes',
  '/redes?view=compare',
  '/redes?view=posts',
  '/redes?view=pages',
  '/redes?view=typing',
  '/redes?view=pulls',
  '/redes?view=connections',
  '/redes?view=alerts',
  '/produccion?open=new',
  '/produccion?from=2020-01&to=2020-12&cell=2020-03.event',
  '/free-press?open=new',
  '/indicadores',
  '/indicadores?view=tables',
  '/indicadores?from=2020-01&to=2020-12&open=new',
  '/administracion',
  '/administracion?view=accounts',
  '/administracion?view=imports',
  '/administracion?view=sheets',
  '/no-existe',
];

/** Waits until the screen has what it asked for. */
async function settle({ page }: Journey): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** The rules that night can break where day does not: it changes colours alone. */
const ofColours = ['color-contrast', 'link-in-text-block'];

type Scheme = 'light' | 'dark';

async function showBy(scheme: Scheme, { page }: Journey): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  // Colours that fade from one scheme to the other are neither's until they are there.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map((one) => one.finished),
    ).then(() => undefined),
  );
}

/** What is wrong with the screen on a telephone, and how many pixels wider than it the screen is. */
async function lookOnTelephone(journey: Journey): Promise<string[]> {
  const { page } = journey;
  await page.setViewportSize({ width: 390, height: 860 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  const findings = await axeFindings(journey);
  await page.setViewportSize({ width: 1_280, height: 860 });
  return overflow > 0 ? [...findings, `${overflow} px too wide`] : findings;
}

/** The texts that reach past what holds them in a narrow window, where nothing scrolls or cuts them. */
async function lookForCollisions({ page }: Journey): Promise<string[]> {
  await page.setViewportSize({ width: 1_024, height: 860 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  return page.evaluate(() => {
    const isCut = (one: Element): boolean =>
      getComputedStyle(one).overflowX !== 'visible' ||
      (one.parentElement !== null && isCut(one.parentElement));
    const isText = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    return [...document.querySelectorAll('main *')].flatMap((one) => {
      const holder = one.parentElement;
      if (!holder || !isText(one) || isCut(holder) || one.closest('svg, canvas')) return [];
      const past = one.getBoundingClientRect().right - holder.getBoundingClientRect().right;
      return past > 1 ? [`«${one.textContent}» reaches ${Math.round(past)} px too far`] : [];
    });
  });
}

/** What is wrong with one screen by day, by night, in a narrow window and on a telephone. */
async function lookAt(screen: string, journey: Journey): Promise<string[]> {
  await journey.page.goto(screen);
  await settle(journey);
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await showBy(scheme, journey);
    const findings = await axeFindings(journey, scheme === 'dark' ? ofColours : undefined);
    found.push(...findings.map((finding) => `${screen}, ${scheme}: ${finding}`));
  }
  const narrow = await lookForCollisions(journey);
  const small = await lookOnTelephone(journey);
  return [
    ...found,
    ...narrow.map((finding) => `${screen}, in a narrow window: ${finding}`),
    ...small.map((finding) => `${screen}, on a telephone: ${finding}`),
  ];
}

async function lookAtAll(some: readonly string[], journey: Journey): Promise<string[]> {
  const found: string[] = [];
  for (const screen of some) found.push(...(await lookAt(screen, journey)));
  return found;
}

describe('every screen', () => {
  test.each(['light', 'dark'] as const)(
    'the entrance holds nothing that axe finds wrong, %s',
    async (scheme) => {
      const journey = await open({ scheme });
      await journey.page.goto('/');
      await journey.page.getByRole('button', { name: 'Pablo Prensa' }).waitFor();
      expect(await axeFindings(journey)).toEqual([]);
    },
  );

  test('axe finds nothing wrong by day or by night, no text reaches past its place, and none is wider than a telephone', {
    timeout: 400_000,
  }, async () => {
    const windows = [await enter('admin', '/'), await enter('admin', '/')];
    const found = await Promise.all(
      windows.map((journey, turn) =>
        lookAtAll(
          screens.filter((_, index) => index % windows.length === turn),
          journey,
        ),
      ),
    );
    expect(found.flat()).toEqual([]);
  });

  test('on a telephone the pages are reached by the bar at the foot', async () => {
    const journey = await enter('admin', '/', { width: 390 });
    const { page } = journey;
    await page.getByRole('link', { name: 'Producción' }).click();
    await page.getByRole('heading', { level: 1, name: 'Producción' }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
  });
});
