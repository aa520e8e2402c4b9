import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whether the address that is so many hops from this server (0: who is connected) is believed in what it says. */
export type TrustsProxy = (address: string, hop: number) => boolean;

const ranges: Record<string, readonly string[]> = {
  none: [],
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

const kindOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

function listRange(list: BlockList, range: string): boolean {
  const [address = '', prefix, ...more] = range.split('/');
  const bits = isIPv6(address) ? 128 : 32;
  if (isIP(address) === 0 || more.length > 0) return false;
  if (prefix === undefined) list.addAddress(address, kindOf(address));
  else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
    list.addSubnet(address, Number(prefix), kindOf(address));
  else return false;
  return true;
}

/**
 * Reads which proxies are believed when they say whose request they pass on: `loopback`, `linklocal`,
 * `uniquelocal`, addresses and ranges such as `10.0.0.0/8`, with commas; how many proxies there are; or
 * `none`. Nothing where it is none of these.
 */
export function readTrustedProxies(setting: string): TrustsProxy | undefined {
  if (/^\d{1,2}$/.test(setting)) return (_, hop) => hop < Number(setting);
  const list = new BlockList();
  const names = setting.split(',').map((name) => name.trim().toLowerCase());
  const isRead = names
    .flatMap((name) => (Object.hasOwn(ranges, name) ? (ranges[name] ?? []) : [name]))
    .every((range) => listRange(list, range));
  if (!isRead) return undefined;
  return (address) => isIP(address) !== 0 && list.check(address, kindOf(address));
}
