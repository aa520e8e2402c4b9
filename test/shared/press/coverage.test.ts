import { expect, test } from 'vitest';
import { netTone, shareOfCount } from '../../../shared/press/coverage.ts';

const tones = (positive: number, neutral: number, negative: number, unclassified = 0) => ({
  positive,
  neutral,
  negative,
  unclassified,
});

test.each([
  ['all positive', tones(3, 0, 0), 1],
  ['all negative', tones(0, 0, 2), -1],
  ['as many of each', tones(1, 5, 1), 0],
  ['six good, one bad, of ten', tones(6, 3, 1), 0.5],
  ['what nobody classified is left out', tones(1, 1, 0, 100), 0.5],
  ['nothing classified', tones(0, 0, 0, 4), null],
])('net tone: %s', (_, counts, expected) => {
  expect(netTone(counts)).toBe(expected);
});

test('a share of nothing is absent, not zero', () => {
  expect(shareOfCount(0, 0)).toBeNull();
  expect(shareOfCount(0, 4)).toBe(0);
});
