import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FollowersPanel } from '../../../client/summary/followers-panel.tsx';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { startWords } from '../../../client/words/start-words.ts';
import type { PageRow } from '../../../shared/social/rows.ts';
import { openForm } from '../../support/figure-walk/walk.tsx';

type Precision = NonNullable<PageRow['followers']>['precision'];

async function showPage(precision: Precision, before: Precision): Promise<void> {
  const reading = { source: 'api', capturedAt: '2026-11-22T15:00:00Z' };
  const page = {
    id: 'p',
    isMain: true,
    title: 'Alcaldía',
    network: 'instagram',
    followers: { ...reading, day: '2026-11-22', value: 15_850, precision },
    followersBefore: { ...reading, day: '2026-10-31', value: 15_800, precision: before },
  };
  const pages = { data: [page], error: null, isPending: false, refetch: () => undefined };
  await openForm({ show: () => <FollowersPanel pages={pages as never} /> });
}

beforeEach(async () => {
  await startWords();
  addAreaWords();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ['exact', 'exact', ''],
  ['exact', 'rounded', '≈\u00a0'],
  ['rounded', 'exact', '≈\u00a0'],
  ['estimated', 'exact', '~\u00a0'],
] as const)(
  'the change of followers that are %s from what was %s is marked as the less exact of both',
  async (precision, before, mark) => {
    await showPage(precision, before);
    const shown = await screen.findByText(/50/, { selector: 'p' });
    expect(shown.textContent).toContain(`${mark}+50`);
    expect(/[≈~]/.test(shown.textContent ?? '')).toBe(mark !== '');
  },
);
