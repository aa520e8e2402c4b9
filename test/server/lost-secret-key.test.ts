import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../server/config.ts';
import { callerAs } from '../support/house.ts';
import { newestPlace, start } from '../support/lasting-house.ts';

describe('a secret key that was lost', () => {
  test('is asked for while something is sealed with it, and no other takes its place', async () => {
    const place = await newestPlace();
    const key = join(place.dataDir, 'secret-key');
    const first = await start(place);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const facebook = { network: 'facebook' as const, label: '', secret: { accessToken: 'EAAB' } };
    await callerAs(first, 'admin').social.createConnection(facebook);
    renameSync(key, `${key}-apart`);
    for (let time = 0; time < 2; time += 1) {
      const refused = await start(place).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ConfigError);
      expect(String(refused)).toMatch(/secret-key is gone, .* 1 connections .*bring it back/);
      expect(existsSync(key)).toBe(false);
    }
    renameSync(`${key}-apart`, key);
    expect((await start(place)).secretKey).toBe(first.secretKey);
  });

  test('is made anew where nothing is sealed, one for all that start at once', async () => {
    const place = await newestPlace();
    const houses = await Promise.all([start(place), start(place), start(place)]);
    const keys = new Set(houses.map(({ secretKey }) => secretKey));
    expect(keys.size).toBe(1);
    expect((await start(place)).secretKey).toBe(houses[0]?.secretKey);
  });
});
