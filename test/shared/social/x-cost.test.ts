import { describe, expect, test } from 'vitest';
import { estimateXCost } from '../../../shared/social/x-cost.ts';

describe('what X would charge', () => {
  test('for the profile of an account is thirty cents of a dollar a month', () => {
    const cost = estimateXCost({ accounts: 1, postsPerWeek: 0 });
    expect(cost).toEqual({ profilesUsd: 0.3, postsUsd: 0, totalUsd: 0.3, historyUsd: 16 });
  });

  test('counts the posts of four weeks each day, once, however often they are read', () => {
    // 5 a week: 20 posts a day, 600 a month, at half a cent.
    const cost = estimateXCost({ accounts: 1, postsPerWeek: 5 });
    expect(cost).toMatchObject({ postsUsd: 3, totalUsd: 3.3 });
  });

  test('grows with accounts, without losing cents', () => {
    const cost = estimateXCost({ accounts: 3, postsPerWeek: 5 });
    expect(cost).toEqual({ profilesUsd: 0.9, postsUsd: 9, totalUsd: 9.9, historyUsd: 48 });
  });

  test('is nothing where nothing is read', () => {
    const cost = estimateXCost({ accounts: 0, postsPerWeek: 5 });
    expect(cost).toEqual({ profilesUsd: 0, postsUsd: 0, totalUsd: 0, historyUsd: 0 });
  });
});
