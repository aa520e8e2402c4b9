import { describe, expect, test } from 'vitest';
import { comparePages } from '../../../client/social/compared-pages.tsx';
import { hourRows } from '../../../client/social/post-times.ts';
import type { GrowthPoint } from '../../../shared/social/growth.ts';

describe('the map of hours', () => {
  const hours = [
    { weekday: 0, hour: 9, posts: 4, counted: 3, engagements: 10 },
    { weekday: 6, hour: 23, posts: 1, counted: 0, engagements: null },
  ];

  test('has zero where no post went out, and nothing to say of what it brought about', () => {
    const posts = hourRows(hours, 'posts');
    expect([posts[0]?.[9], posts[6]?.[23], posts[3]?.[12]]).toEqual([4, 1, 0]);
    const engagements = hourRows(hours, 'engagements');
    // Ten of three posts, for of the fourth they are not known.
    expect([engagements[0]?.[9], engagements[6]?.[23], engagements[3]?.[12]]).toEqual([
      3.3,
      null,
      null,
    ]);
  });

  test('is bare when no post is known', () => {
    expect(
      hourRows([], 'posts')
        .flat()
        .every((value) => value === null),
    ).toBe(true);
  });
});

describe('pages side by side', () => {
  const reading = (day: string, value: number): GrowthPoint => ({
    day,
    value,
    source: 'api',
    precision: 'exact',
    capturedAt: '2026-11-22T10:00:00.000Z',
  });
  const page = { id: 'one', network: 'youtube', handle: 'alcaldia', title: 'Alcaldía' } as const;

  test('begin with their last reading before the period, where there is one', () => {
    const points = [reading('2026-08-01', 10), reading('2026-09-01', 25)];
    const coverage = { has: 2, of: 32 };
    const none = { gaps: [], breaks: [], change: null, sum: null };
    const growth = { pageId: 'one', points, coverage, before: null, ...none };
    expect(comparePages([page], [growth])).toMatchObject([{ first: { value: 10 }, coverage }]);
    const [row] = comparePages([page], [{ ...growth, before: reading('2026-07-30', 8) }]);
    expect(row).toMatchObject({ first: { value: 8 }, last: { value: 25 } });
  });

  test('of which one was never read have nothing, not zero', () => {
    const [row] = comparePages([page], []);
    expect(row).toMatchObject({ first: null, last: null, change: null, sum: null, coverage: null });
  });
});
