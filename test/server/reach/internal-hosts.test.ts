import { describe, expect, test } from 'vitest';
import { readInternalHosts } from '../../../server/reach/internal-hosts.ts';

/** Whether a list lets a host be reached that was found at an address. */
function lets(list: string, host: string, ip: string, port = 443): boolean {
  const web = readInternalHosts(list);
  if (web === null) throw new Error(`refused: ${list}`);
  return web.mayReach?.(ip, port, host) === true;
}

describe('the hosts that the environment names', () => {
  test.each([
    ['mastodon.entidad.local', 'mastodon.entidad.local', '10.0.0.8', 443],
    ['mastodon.entidad.local', 'mastodon.entidad.local.', '10.0.0.8', 80],
    ['Mastodon.Entidad.Local', 'mastodon.entidad.local', '10.0.0.8', 443],
    ['otra.local, mastodon.local:3000', 'mastodon.local', '10.0.0.8', 3_000],
    ['10.0.0.8', '10.0.0.8', '10.0.0.8', 443],
    ['10.0.0.8', 'mastodon.local', '10.0.0.8', 443],
    ['10.0.0.8:80', 'mastodon.local', '::ffff:10.0.0.8', 80],
    ['fd12::8', 'fd12::8', 'fd12:0:0::8', 443],
    ['[fd12::8]:3000', 'fd12::8', 'fd12::8', 3_000],
  ])('%s lets %s at %s be reached', (list, host, ip, port) => {
    expect(lets(list, host, ip, port)).toBe(true);
  });

  test.each([
    ['mastodon.local:3000', 'mastodon.local', '10.0.0.8', 443],
    ['10.0.0.8:80', '10.0.0.8', '10.0.0.8', 8_080],
    ['mastodon.local', 'otra.mastodon.local', '10.0.0.8', 443],
    ['mastodon.local', 'mastodon.local.otra.co', '10.0.0.8', 443],
    ['10.0.0.8', '10.0.0.80', '10.0.0.80', 443],
    [' , ', '10.0.0.8', '10.0.0.8', 443],
  ])('%s lets nobody reach %s at %s, port %i', (list, host, ip, port) => {
    expect(lets(list, host, ip, port)).toBe(false);
  });

  test.each([
    'http://mastodon.local',
    'mastodon.local/api',
    'ana@mastodon.local',
    '10.0.0.0/8',
    'a:b:c',
    '*',
  ])('%s is no list of hosts', (list) => {
    expect(readInternalHosts(list)).toBeNull();
  });
});
