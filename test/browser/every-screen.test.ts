import { describe, expect, test } from 'vitest';
import { axeFindings, demoBrowser, type Journey } from '../support/journey.ts';

const { open, enter } = demoBrowser();

const screens = [
  '/',
  '/produccion',
  '/produccion?view=items',
  '/produccion?view=tallies&from=2020-01&to=2020-12',
  '/free-press',
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
  '/administracion',
  '/administracion?view=accounts',
  '/administracion?view=imports',
  '/no-existe',
];
/** Waits until the screen has what it asked for. */
async function settle({ page }: Journey): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

const looks = [{ scheme: 'light' }, { scheme: 'dark' }] as const;

describe.each(looks)('every screen, $scheme', (look) => {
  test('the entrance holds nothing that axe finds wrong', async () => {
    const journey = await open(look);
    await journey.page.goto('/');
    await journey.page.getByRole('button', { name: 'Pablo Prensa' }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
  });

  test('no screen holds anything that axe finds wrong', { timeout: 400_000 }, async () => {
    const journey = await enter('admin', '/', look);
    const findings: Record<string, string[]> = {};
    for (const screen of screens) {
      await journey.page.goto(screen);
      await settle(journey);
      const found = await axeFindings(journey);
      if (found.length > 0) findings[screen] = found;
    }
    expect(findings).toEqual({});
  });
});

describe('on a telephone', () => {
  test('no screen is wider than the window, and its pages are reached by the bar at the foot', {
    timeout: 400_000,
  }, async () => {
    const journey = await enter('admin', '/', { width: 390 });
    const { page } = journey;
    const tooWide: string[] = [];
    for (const screen of screens) {
      await page.goto(screen);
      await settle(journey);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      if (overflow > 0) tooWide.push(`${screen} by ${overflow} px`);
    }
    expect(tooWide).toEqual([]);
    await page.getByRole('link', { name: 'Producción' }).click();
    await page.getByRole('heading', { level: 1, name: 'Producción' }).waitFor();
    expect(await axeFindings(journey)).toEqual([]);
  });
});
