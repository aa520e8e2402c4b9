import { foldForSearch } from '../records.ts';
import { type NetworkId, networkNames, networks } from '../social/networks.ts';
import type { PageMark, ReadItem } from './read-items.ts';

/** A page that rows may be of. */
export interface KnownPage {
  id: string;
  network: NetworkId;
  handle: string;
  externalId: string | null;
  title: string;
}

/** A figure or post whose page is known, or a row that becomes neither. */
export type PlacedItem =
  | (Extract<ReadItem, { makes: 'figure' }> & { at: KnownPage })
  | (Extract<ReadItem, { makes: 'post' }> & { at: KnownPage })
  | Extract<ReadItem, { makes: 'row' }>;

/** Items with their pages, or that the page has to be asked; `says` is how the file calls it. */
export type Placed = { items: PlacedItem[] } | { needsPage: true; says: string | null };

type Found = KnownPage | 'none' | 'several';

function only(pages: readonly KnownPage[]): Found | undefined {
  const [first, ...rest] = pages;
  if (!first) return undefined;
  return rest.length === 0 ? first : 'several';
}

/** `facebook/AlcaldiaLaEstrella` names the network too. */
function splitNetwork(handle: string): { network: NetworkId | null; handle: string } {
  const [before, ...rest] = handle.split(/[/:]/);
  const word = foldForSearch(before ?? '').trim();
  const network = networks.find((one) => one === word || foldForSearch(networkNames[one]) === word);
  return network && rest.length > 0
    ? { network, handle: rest.join('/').trim().replace(/^@/, '') }
    : { network: null, handle };
}

function findPage(mark: PageMark, pages: readonly KnownPage[]): Found {
  const { network, handle } = splitNetwork(mark.handle ?? '');
  const among = network ? pages.filter((page) => page.network === network) : pages;
  const folded = foldForSearch(handle);
  const title = foldForSearch(mark.title ?? '');
  return (
    only(among.filter((page) => mark.externalId !== null && page.externalId === mark.externalId)) ??
    only(among.filter((page) => page.id === mark.externalId)) ??
    only(among.filter((page) => folded !== '' && foldForSearch(page.handle) === folded)) ??
    only(among.filter((page) => title !== '' && foldForSearch(page.title) === title)) ??
    'none'
  );
}

const wordsOf = (mark: PageMark) => mark.title ?? mark.handle ?? mark.externalId ?? '';
const keyOf = (mark: PageMark) => JSON.stringify([mark.externalId, mark.handle, mark.title]);

function place(item: Exclude<ReadItem, { makes: 'row' }>, found: Found): PlacedItem {
  if (typeof found === 'object') return { ...item, at: found };
  const reason = found === 'several' ? 'page_ambiguous' : 'page_unknown';
  return { makes: 'row', line: item.line, reason, said: item.page ? wordsOf(item.page) : '' };
}

/** What the file calls its pages, and which page each of those is. */
function findPages(items: readonly ReadItem[], pages: readonly KnownPage[]) {
  const found = new Map<string, Found>();
  const unknown = new Map<string, PageMark>();
  let isUnnamed = false;
  for (const item of items) {
    if (item.makes === 'row') continue;
    const key = item.page ? keyOf(item.page) : undefined;
    if (!item.page || key === undefined) isUnnamed = true;
    else if (!found.has(key)) {
      const page = findPage(item.page, pages);
      found.set(key, page);
      if (typeof page === 'string') unknown.set(key, item.page);
    }
  }
  const [single] = unknown.values();
  return { found, isUnnamed, single: found.size === 1 ? single : undefined };
}

/**
 * Finds the page of every item among those of the file's network: by identifier, handle or title.
 * Where the file names none, or a single one that is not known, the page chosen by the person
 * stands for it, and has to be asked when none is chosen.
 */
export function placeItems(
  items: readonly ReadItem[],
  pages: readonly KnownPage[],
  chosen: KnownPage | null,
): Placed {
  const { found, isUnnamed, single } = findPages(items, pages);
  if (!chosen && (isUnnamed || single)) {
    return { needsPage: true, says: single ? wordsOf(single) : null };
  }
  if (chosen && single) found.set(keyOf(single), chosen);
  return {
    items: items.map((item) => {
      if (item.makes === 'row') return item;
      return place(item, item.page ? (found.get(keyOf(item.page)) ?? 'none') : (chosen ?? 'none'));
    }),
  };
}
