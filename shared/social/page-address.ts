import type { NetworkId } from './networks.ts';

/** An account as somebody named it: by its name, or by the address that its page has. */
export interface NamedPage {
  network: NetworkId;
  handle: string;
  /** The account's own server, on networks of many servers. */
  baseUrl: string | null;
  /** The network's identifier, where the name is one. */
  externalId: string | null;
}

/** Where each network shows its pages; anything else with an @ is a server of Mastodon. */
const hosts: Record<string, NetworkId> = {
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'instagram.com': 'instagram',
  'x.com': 'x',
  'twitter.com': 'x',
  'youtube.com': 'youtube',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'tiktok.com': 'tiktok',
  'linkedin.com': 'linkedin',
  'bsky.app': 'bluesky',
};

/** The name in the path of a page of each network, tried in order; none may be a part of the site itself. */
const paths: Record<NetworkId, readonly RegExp[]> = {
  facebook: [
    /^\/(?:people|pages)\/[^/]+\/(\d+)/,
    /^\/(?:pages\/category\/[^/]+|p)\/[^/]*-(\d{6,})/,
    /^\/pg\/([\w.-]+)/,
    /^\/(?!(?:profile\.php|people|pages|p|groups|events|watch|photo|story\.php|share|login)(?:\/|$))([\w.-]+)/,
  ],
  instagram: [/^\/(?!(?:p|reel|reels|stories|explore|accounts|tv)(?:\/|$))([\w.]+)/],
  x: [/^\/(?!(?:home|search|explore|i|intent|hashtag|share)(?:\/|$))@?(\w+)/],
  youtube: [
    /^\/@([^/]+)/,
    /^\/channel\/(UC[\w-]{22})/,
    /^\/(?:c|user)\/([^/]+)/,
    /^\/(?!(?:watch|playlist|shorts|results|feed|live|embed|channel|c|user)(?:\/|$))([^/@]+)/,
  ],
  threads: [/^\/@([\w.]+)/],
  tiktok: [/^\/@([\w.]+)/],
  linkedin: [/^\/(?:company|school|showcase)\/([^/]+)/],
  mastodon: [/^\/(?:web\/|deck\/)?@([\w.-]+(?:@[\w.-]+)?)/, /^\/users\/([\w.-]+)/],
  bluesky: [/^\/profile\/([\w.:%-]+)/],
};

/** What is written as an address: with its scheme, or with a host and a path. */
function parseUrl(text: string): URL | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const isWritten = /^https?:\/\//i.test(text) || /^[\w.-]+\.[a-z]{2,}\//i.test(text);
  return isWritten && URL.canParse(address) ? new URL(address) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The network of a host, whatever stands before its name; any other may be a server of Mastodon. */
function networkOf(host: string): NetworkId {
  const parts = host.toLowerCase().split('.');
  for (let at = 0; at < parts.length - 1; at += 1) {
    const network = hosts[parts.slice(at).join('.')];
    if (network) return network;
  }
  return 'mastodon';
}

function nameIn(network: NetworkId, { pathname, searchParams }: URL): string | null {
  const numbered = searchParams.get('id');
  if (network === 'facebook' && pathname === '/profile.php' && /^\d+$/.test(numbered ?? '')) {
    return numbered;
  }
  for (const path of paths[network]) {
    const name = path.exec(decoded(pathname))?.[1];
    if (name) return name;
  }
  return null;
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Whether a text is the name of a server of the internet, with or without a port. */
function isServer(text: string): boolean {
  const [host = '', port = '443', ...rest] = text.split(':');
  const parts = host.split('.');
  const isNamed = parts.length > 1 && host.length <= 253 && parts.every((part) => label.test(part));
  return isNamed && rest.length === 0 && /^\d{1,5}$/.test(port);
}

/** `name@server` names an account of that very server. */
function splitServer(name: string): { handle: string; baseUrl: string } | null {
  const [handle = '', host = '', ...rest] = name.split('@');
  const isSplit = rest.length === 0 && handle !== '' && isServer(host);
  return isSplit ? { handle, baseUrl: `https://${host.toLowerCase()}` } : null;
}

function identified(network: NetworkId, name: string, baseUrl: string | null): NamedPage {
  const isDid = network === 'bluesky' && /^did:[a-z]+:[\w.:%-]+$/.test(name);
  return { network, handle: name, baseUrl, externalId: isDid ? name : null };
}

/** One server under one address: without a port of its own it is reached by https. */
function originOf({ origin, hostname, port }: URL): string {
  return port === '' ? `https://${hostname}` : origin;
}

/** The account of a pasted address of any network; null when it is no address, or of no account. */
export function readPageAddress(text: string): NamedPage | null {
  const url = parseUrl(text.trim());
  if (url === null) return null;
  const network = networkOf(url.hostname);
  const name = nameIn(network, url);
  if (name === null) return null;
  if (network !== 'mastodon') return identified(network, name, null);
  // Of an account that lives elsewhere this server only shows a copy.
  return { ...identified(network, name, originOf(url)), ...splitServer(name) };
}

/** Whether a text is written as an address, of an account or not. */
export function isAddress(text: string): boolean {
  return parseUrl(text.trim()) !== null;
}

/** The account that a text names on a network: an address, `name@server`, an identifier or a name. */
export function readPageName(network: NetworkId, text: string): NamedPage | null {
  if (isAddress(text)) return readPageAddress(text);
  const name = text.trim().replace(/^@/, '');
  if (network === 'mastodon' && name.includes('@')) {
    const split = splitServer(name);
    return split && { ...identified(network, split.handle, split.baseUrl) };
  }
  return identified(network, name, null);
}

/** What a network calls an account, where that is another name than the list has; null otherwise. */
export function renamedTo(page: {
  network: NetworkId;
  handle: string;
  seenHandle: string | null;
}): string | null {
  const { network, handle, seenHandle } = page;
  // Who is known by a number alone has no name that could have changed.
  if (seenHandle === null || /^(\d+$|did:|UC[\w-]{22}$)/.test(handle)) return null;
  const bare = (name: string) => {
    const lower = name.toLowerCase().replace(/^@/, '');
    if (network === 'mastodon') return lower.split('@')[0];
    return network === 'bluesky' ? lower.replace(/\.bsky\.social$/, '') : lower;
  };
  return bare(handle) === bare(seenHandle) ? null : seenHandle;
}
