import { describe, expect, test } from 'vitest';
import { daysUntil, expiryStage, expiryWarning } from '../../../shared/social/connection-expiry.ts';

const renewal = ['refreshToken', 'clientId', 'clientSecret'] as const;
const now = new Date('2026-11-22T15:00:00Z');

describe('a token that ends', () => {
  test.each([
    ['2026-12-06T15:00:00.001Z', null, 15],
    ['2026-12-06T15:00:00.000Z', 14, 14],
    ['2026-11-29T15:00:00.001Z', 14, 8],
    ['2026-11-29T15:00:00.000Z', 7, 7],
    ['2026-11-23T15:00:00.001Z', 7, 2],
    ['2026-11-23T15:00:00.000Z', 1, 1],
    ['2026-11-22T15:00:00.001Z', 1, 1],
    ['2026-11-22T15:00:00.000Z', 'ended', 0],
    ['2020-01-01T00:00:00.000Z', 'ended', 0],
  ] as const)('at %s is at stage %s, %i days before', (expiresAt, stage, days) => {
    expect(expiryStage(expiresAt, now)).toBe(stage);
    expect(daysUntil(expiresAt, now)).toBe(days);
  });

  test('is not warned of while nobody knows when', () => {
    expect(expiryStage(null, now)).toBeNull();
  });

  test.each([
    ['facebook', ['accessToken'], [14, 7, 1, 'ended']],
    ['instagram', ['accessToken'], [14, 7, 1, 'ended']],
    ['linkedin', ['accessToken'], [14, 7, 1, 'ended']],
    // These are made new in time; once they have ended, that must have failed.
    ['threads', ['accessToken'], [null, null, null, 'ended']],
    ['tiktok', ['accessToken', ...renewal], [null, null, null, 'ended']],
    ['linkedin', ['accessToken', ...renewal], [null, null, null, 'ended']],
    ['linkedin', ['accessToken', 'refreshToken'], [14, 7, 1, 'ended']],
  ] as const)('on %s with %o warns at %o', (network, storedFields, stages) => {
    const ends = ['2026-12-01', '2026-11-27', '2026-11-23', '2026-11-21'];
    const told = ends.map((day) => {
      const expiresAt = `${day}T00:00:00.000Z`;
      return expiryWarning({ network, storedFields: [...storedFields], expiresAt }, now);
    });
    expect(told).toEqual(stages);
  });
});
