import { describe, expect, test } from 'vitest';
import { estimateXCost } from '../../../shared/social/x-cost.ts';

describe('what X would charge', () => {
  test('for the profile of an account, read once a day, is thirty cents of a dollar a month', () => {
    const cost = estimateXCost({ accounts: 1, readsPerDay: 1, postsPerWeek: 0 });
    expect(cost).toEqual({ profilesUsd: 0.3, postsUsd: 0, totalUsd: 0.3, historyUsd: 16 });
  });

  test('counts the posts of four weeks at each reading', () => {
    // 5 a week: 20 posts a reading, 600 a month, at half a cent.
    const cost = estimateXCost({ accounts: 1, readsPerDay: 1, postsPerWeek: 5 });
    expect(cost).toMatchObject({ postsUsd: 3, totalUsd: 3.3 });
  });

  test('grows with accounts and readings, without losing cents', () => {
    const cost = estimateXCost({ accounts: 3, readsPerDay: 2, postsPerWeek: 5 });
    expect(cost).toEqual({ profilesUsd: 1.8, postsUsd: 18, totalUsd: 19.8, historyUsd: 48 });
  });

  test('is nothing where nothing is read', () => {
    const cost = estimateXCost({ accounts: 0, readsPerDay: 1, postsPerWeek: 5 });
    expect(cost).toEqual({ profilesUsd: 0, postsUsd: 0, totalUsd: 0, historyUsd: 0 });
  });
});
