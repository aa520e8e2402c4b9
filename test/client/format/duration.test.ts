import { describe, expect, test } from 'vitest';
import { formatDuration } from '../../../client/format/duration.ts';

describe('how long something took', () => {
  test('is written in at most two units', () => {
    expect(formatDuration(12_000)).toBe('12 s');
    expect(formatDuration(250_000)).toBe('4 min 10 s');
    expect(formatDuration(3_600_000)).toBe('1 h');
    expect(formatDuration(7_545_000)).toBe('2 h 5 min');
    expect(formatDuration(30 * 3_600_000)).toBe('30 h');
  });

  test('is never nothing, and what rounds up to a minute is a minute', () => {
    expect(formatDuration(0)).toBe('1 s');
    expect(formatDuration(59_600)).toBe('1 min');
  });
});
