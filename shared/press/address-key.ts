import { foldForSearch } from '../records.ts';

/** What addresses carry to tell where a reader came from; it names no other page. */
const trackers =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|ref|ref_src|_ga|si|outputtype|amp)$/i;

/** A host as it is compared: without `www.`, nor the `m.`, `mobile.` and `amp.` of small screens. */
export function hostKey(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:(?:www\d?|m|mobile|movil|amp)\.)+([^.]+\.)/, '$1');
}

/** The path of the page itself, where the address is that of its AMP twin. */
function pathKey(path: string): string {
  return path
    .replace(/\/amp(?=\/|$)/gi, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '');
}

/**
 * An address as it is compared with others: of two addresses of one page, the keys are the same
 * whatever the scheme, the small-screen host, AMP, the fragment, the order of parameters and
 * those that only track. Absent where the text is no http(s) address.
 */
export function addressKey(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const kept = [...url.searchParams].filter(([name]) => !trackers.test(name)).sort();
  const query = new URLSearchParams(kept).toString();
  return `${hostKey(url.host)}${pathKey(url.pathname)}${query === '' ? '' : `?${query}`}`;
}

/** Whether an address is that of the first page of its site, which is the page of no piece. */
export function isFrontPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}

/** The keys of those of some addresses that are any, each once. */
export function addressKeys(addresses: readonly (string | null)[]): string[] {
  return [...new Set(addresses.flatMap((address) => addressKey(address) ?? []))];
}

/** A title as it is compared: letters and digits alone, accents and case aside. */
export function titleKey(title: string): string {
  return foldForSearch(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
