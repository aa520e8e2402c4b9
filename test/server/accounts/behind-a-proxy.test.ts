import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { readTrustedProxies } from '../../../server/trusted-proxies.ts';
import { serveHouse } from '../../support/served-house.ts';

const read = (setting: NodeJS.ProcessEnv) =>
  readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'altavoz-config-')), ...setting });

/** How an attempt from each address is taken whose proxies say in turn where it came from. */
async function countedAs(setting: string, attempts: [from: string, forwarded: string][]) {
  const trustsProxy = readTrustedProxies(setting);
  const { app } = await serveHouse({ trustsProxy, signInLimit: { max: 1, windowSeconds: 60 } });
  const statuses: number[] = [];
  for (const [remoteAddress, forwarded] of attempts) {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      remoteAddress,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      payload: JSON.stringify({ email: 'nadie@oficina.test', password: 'una clave larga' }),
    });
    statuses.push(statusCode);
  }
  return statuses;
}

const [counted, other] = [429, 401];

describe('whose request a proxy passes on', () => {
  test('is believed of the proxies that the environment names, and of no other', async () => {
    expect(
      await countedAs('10.0.0.0/8, 2001:db8::5', [
        ['10.1.2.3', '192.0.2.1'],
        ['10.9.9.9', '192.0.2.1'],
        ['10.9.9.9', '192.0.2.2'],
        ['2001:db8::5', '192.0.2.2'],
        ['10.9.9.9', '192.0.2.3, 10.4.4.4'],
        ['127.0.0.1', '192.0.2.3'],
        ['127.0.0.1', '192.0.2.4'],
      ]),
    ).toEqual([other, counted, other, counted, other, other, counted]);
  });

  test('is believed of as many proxies as there are, whatever came before them', async () => {
    expect(
      await countedAs('2', [
        ['203.0.113.1', '192.0.2.1, 198.51.100.1'],
        ['203.0.113.1', '192.0.2.9, 192.0.2.1, 198.51.100.1'],
        ['203.0.113.1', '192.0.2.2, 198.51.100.1'],
      ]),
    ).toEqual([other, counted, other]);
  });

  test('is believed of nobody where there is no proxy', async () => {
    expect(
      await countedAs('none', [
        ['127.0.0.1', '192.0.2.1'],
        ['127.0.0.1', '192.0.2.2'],
      ]),
    ).toEqual([other, counted]);
  });
});

describe('the environment', () => {
  test('says who is let in, from where, and for how long', () => {
    const { door } = read({
      TRUST_PROXY: 'uniquelocal',
      MAX_CONNECTIONS: '500',
      CONNECTIONS_PER_ADDRESS: '50',
      SESSION_IDLE_HOURS: '2',
      METRICS_TOKEN: 'un testigo largo y secreto',
    });
    expect(door).toMatchObject({
      connections: { inAll: 500, fromAddress: 50 },
      sessionIdle: 7_200_000,
      metricsToken: 'un testigo largo y secreto',
    });
    expect(door.trustsProxy?.('192.168.1.1', 0)).toBe(true);
    expect(door.trustsProxy?.('::ffff:192.168.1.1', 0)).toBe(true);
    expect(door.trustsProxy?.('192.0.2.1', 0)).toBe(false);
    const usual = read({}).door;
    expect(usual).toMatchObject({ sessionIdle: 12 * 3_600_000, metricsToken: undefined });
    expect(usual.trustsProxy?.('127.0.0.1', 0)).toBe(true);
    expect(usual.trustsProxy?.('10.0.0.1', 0)).toBe(false);
  });

  test('is refused with the name of what is wrong', () => {
    for (const [name, values] of Object.entries({
      TRUST_PROXY: ['everybody', '10.0.0.0/33', '10.0.0/8', '1.2.3.4/', 'loopback;none', '-1'],
      MAX_CONNECTIONS: ['0', 'muchas', '1.5'],
      CONNECTIONS_PER_ADDRESS: ['1', '-5'],
      SESSION_IDLE_HOURS: ['0', '1000'],
      METRICS_TOKEN: ['corto'],
    })) {
      for (const value of values) {
        expect(() => read({ [name]: value }), `${name}=${value}`).toThrow(new RegExp(`^${name}: `));
      }
    }
  });
});
