import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SocialPage } from '../../../client/social/social-page.tsx';
import { networks } from '../../../shared/social/networks.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { makePulledHouse, sandboxPagesOn } from '../../support/pulled-house.ts';
import { type Answers, showScreen } from '../../support/screen-of.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Answers as the product's own router does, over a house. */
function answersOf(house: TestHouse): Answers {
  const caller = callerAs(house, 'coordinator') as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const get = (_: object, procedure: string) => {
    const [area = '', name = ''] = procedure.split('.');
    if (area === 'accounts') return undefined;
    return async (input: unknown) => ({
      data: await caller[area]?.[name]?.(input ?? undefined),
    });
  };
  return new Proxy({}, { get }) as Answers;
}

/** One page a network, read through connections as they come, and nothing read yet. */
async function openUnread(): Promise<{ house: TestHouse; pageIds: string[] }> {
  const house = await makeHouse();
  const { social } = callerAs(house, 'admin');
  const pageIds: string[] = [];
  for (const network of networks) {
    const fields = { network, handle: `alcaldia-${network}`, title: 'Alcaldía', isMain: true };
    const handles: Partial<Record<string, string>> = { bluesky: 'alcaldia.bsky.social' };
    const handle = handles[network] ?? fields.handle.replaceAll('-', '');
    pageIds.push((await social.createPage({ ...fields, handle })).id);
  }
  return { house, pageIds };
}

/** What stands on the screen once nothing loads any more, a line a leaf; what can be chosen is no figure. */
async function readScreen(house: TestHouse, at: string): Promise<string[]> {
  await showScreen(() => <SocialPage />, { at, role: 'coordinator', answers: answersOf(house) });
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => {
    expect(document.querySelectorAll('.mantine-Skeleton-root, .mantine-Loader-root')).toHaveLength(
      0,
    );
    expect(document.body.textContent).not.toContain('…');
  });
  const leaves = [...document.querySelectorAll('main *, body *')].filter(
    (element) => element.children.length === 0 && !element.closest('option, style, script, select'),
  );
  return [...new Set(leaves.map((element) => element.textContent?.trim() ?? ''))].filter(Boolean);
}

/** Days, and how many pages there are: the office said so itself. */
const ofTheOffice = [
  /\b\d{1,2} [a-z]{3}( \d{4})?\b/g,
  /\b[a-z]{3} \d{4}\b/g,
  /^\d+ páginas?$/,
  /^De \d+ páginas? no se han leído/,
  /^\(Sin dato: \d+\)$/,
];
const claims = /0\s?%|Todas las páginas han|todos los días|Al día|han publicado/;

function figuresIn(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const rest = ofTheOffice.reduce((text, pattern) => text.replace(pattern, ''), line);
    return /\d/.test(rest) || claims.test(line);
  });
}

describe('a fresh office whose pages are connected and were never read', () => {
  test('finds no number, no 0 %, and no claim on any screen of its networks', async () => {
    const { house, pageIds } = await openUnread();
    const views = ['overview', 'compare', 'posts', 'pages'].map((view) => `view=${view}`);
    const screens = [...views, ...pageIds.slice(0, 3).map((id) => `of=${id}`)];
    const found: Record<string, string[]> = {};
    for (const search of screens) {
      const lines = await readScreen(house, `/redes?${search}`);
      expect(lines.length).toBeGreaterThan(10);
      const figures = figuresIn(lines);
      if (figures.length > 0) found[search] = figures;
      cleanup();
    }
    expect(found).toEqual({});
  });
});

describe('a page of which only the newest posts were read', () => {
  test('has no posts of the days before, nor anything to compare with, and a button that reads them', async () => {
    const { house, pull, page } = await makePulledHouse(sandboxPagesOn('bluesky').slice(0, 1));
    await pull();
    const { id } = await page('bluesky', sandboxPagesOn('bluesky')[0]?.handle ?? '');
    const november = await readScreen(house, `/redes?of=${id}&from=2026-11&to=2026-11`);
    expect(november.filter((line) => line.startsWith('antes'))).toEqual([]);
    await screen.findByRole('button', { name: 'Leer su historia' });
    cleanup();
    for (const at of [`of=${id}`, 'view=overview']) {
      const lines = await readScreen(house, `/redes?${at}&from=2024-09&to=2024-09`);
      expect(figuresIn(lines)).toEqual([]);
      cleanup();
    }
  });
});
