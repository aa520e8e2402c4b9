import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { WebAccess } from '../context.ts';

interface InternalHost {
  /** A name in lower case, or an address in its shortest form. */
  host: string;
  /** Null: any. */
  port: number | null;
}

const plain = (host: string) =>
  isIP(host) === 0 ? host.toLowerCase().replace(/\.$/, '') : ipaddr.process(host).toString();

function readHost(text: string): InternalHost | null {
  const address = `http://${isIP(text) === 6 ? `[${text}]` : text}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, search, hash, username, password } = new URL(address);
  if (`${pathname}${search}${hash}${username}${password}` !== '/') return null;
  if (!/^(?:[a-z\d._-]+|\[.+\])$/.test(hostname)) return null;
  // The port that http has anyway is left out of what a URL says of itself.
  const [, port] = isIP(text) === 6 ? [] : (/:(\d{1,5})$/.exec(text) ?? []);
  const host = plain(hostname.replace(/^\[|\]$/g, ''));
  return { host, port: port === undefined ? null : Number(port) };
}

/**
 * Which hosts of the entity's own network the house may reach, from names or IP addresses with
 * commas between them, each with a port where only that one is meant; null where one is neither.
 */
export function readInternalHosts(list: string): WebAccess | null {
  const texts = list.split(/[\s,]+/).filter((text) => text !== '');
  const hosts = texts.map(readHost);
  if (hosts.some((host) => host === null)) return null;
  return {
    mayReach(ip, port, name) {
      const asked = [plain(ip), plain(name)];
      return hosts.some(
        (one) => one && asked.includes(one.host) && [null, port].includes(one.port),
      );
    },
  };
}

/** What either lets be reached. */
export function eitherAccess(one: WebAccess | undefined, other: WebAccess): WebAccess {
  const lookup = other.lookup ?? one?.lookup;
  return {
    ...(lookup ? { lookup } : {}),
    mayReach: (...place) => [one, other].some((access) => access?.mayReach?.(...place) === true),
  };
}
