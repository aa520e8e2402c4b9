import { type NetworkId, networkNames } from '../../shared/social/networks.ts';

/** What names a page. */
export interface NamedPage {
  id: string;
  network: NetworkId;
  handle: string;
  title: string;
}

/** A page by its network and title. */
export function nameOf({ network, title }: NamedPage): string {
  return `${networkNames[network]} · ${title}`;
}

/** What tells a page from the others in a chart, where there is little room. */
export function shortNameOf(page: NamedPage, shown: readonly NamedPage[]): string {
  const network = networkNames[page.network];
  if (new Set(shown.map((one) => one.network)).size === shown.length) return network;
  const handle = page.handle.toLowerCase();
  const isTold = shown.every((one) => one === page || one.handle.toLowerCase() !== handle);
  return isTold ? `@${page.handle}` : `${network} @${page.handle}`;
}
