import { describe, expect, test } from 'vitest';
import { figureOn } from '../../jobs/sandbox/figures.ts';
import { sandboxPages } from '../../jobs/sandbox/sandbox-pages.ts';
import { dayInZone } from '../../shared/calendar/day.ts';
import { demoBrowser } from '../support/journey.ts';
import { count } from '../support/screen.ts';

const { enter, enterByButton } = demoBrowser();
const timeZone = 'America/Bogota';

/** What a network tells of a figure: YouTube gives subscribers to three figures. */
function toldOn(network: string, handle: string, day: string): number {
  const value = figureOn({ network, handle, metric: 'followers', day }) ?? 0;
  const unit = network === 'youtube' ? 10 ** Math.max(String(value).length - 3, 0) : 1;
  return Math.floor(value / unit) * unit;
}

interface ListedPage {
  network: string;
  handle: string;
  title: string;
  followers: { value: number; day: string; source: string } | null;
  lastPull: { outcome: string } | null;
}

describe('the pages on the networks', () => {
  test('have the figures of today, as the scheduled pull read them from the sandbox', async () => {
    const { context } = await enter('viewer', '/redes');
    const response = await context.request.get('/trpc/social.listPages');
    const pages = ((await response.json()) as { result: { data: ListedPage[] } }).result.data;
    const today = dayInZone(new Date(), timeZone);

    expect(pages).toHaveLength(sandboxPages.length);
    for (const { network, handle, followers, lastPull } of pages) {
      const value = toldOn(network, handle, today);
      expect([handle, followers]).toMatchObject([handle, { value, day: today, source: 'api' }]);
      expect([handle, lastPull]).toMatchObject([handle, { outcome: 'ok' }]);
    }
  });

  test('are on screen with those figures, for whoever only reads too', async () => {
    const { page } = await enterByButton('viewer');
    await page.getByRole('link', { name: 'Redes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Redes' }).waitFor();
    const today = dayInZone(new Date(), timeZone);
    for (const { network, handle } of sandboxPages) {
      const row = page
        .locator('tbody tr', { hasText: handle })
        .and(page.locator('tbody tr', { hasText: new RegExp(network, 'i') }));
      const value = toldOn(network, handle, today);
      const told = `${network === 'youtube' ? '≈ ' : ''}${count(value)}`;
      await row.first().getByText(told, { exact: true }).first().waitFor();
    }
  });

  test('are read again when the press team asks for it, and the day keeps one reading each', async () => {
    const { page, context } = await enter('press', '/redes');
    const listed = async () => (await context.request.get('/trpc/social.listPages')).json();
    const before = (await listed()) as { result: { data: ListedPage[] } };
    await page.getByRole('button', { name: 'Capturar ahora' }).click();
    await page
      .getByText(/^Se leyeron \d+ páginas/)
      .first()
      .waitFor({ timeout: 60_000 });
    const after = (await listed()) as typeof before;
    expect(after.result.data.map(({ followers }) => followers?.value)).toEqual(
      before.result.data.map(({ followers }) => followers?.value),
    );
  });
});
