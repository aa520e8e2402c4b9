import { AltavozFailure } from '../../shared/failure.ts';
import { networkOfTable } from '../../shared/imports/choose-tables.ts';
import type { FileKindId } from '../../shared/imports/file-kinds.ts';
import { type KnownPage, type PlacedItem, placeItems } from '../../shared/imports/place-items.ts';
import { metricOfSeries } from '../../shared/imports/read-days.ts';
import type { FileNote, ReadRules } from '../../shared/imports/read-items.ts';
import type { Recognised } from '../../shared/imports/recognise.ts';
import type { FileNeed } from '../../shared/imports/rows.ts';
import type { FileToRead } from '../../shared/imports/schemas.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { readApart } from '../apart/read-apart.ts';
import { type House, today } from '../context.ts';
import { recallPosts } from './recall-posts.ts';
import { selectKnownPages } from './select-known-pages.ts';

/** A file read whole, or what has to be said of it first. */
export type ReadContent = {
  kind: FileKindId;
  network: NetworkId | null;
  /** How the file calls its page, the title of its series, or its tables. */
  says: string | null;
} & ({ needs: FileNeed[] } | { needs: []; items: PlacedItem[]; notes: FileNote[] });

/** Networks that a file which names none may be of. */
function mayBeOf({ kind }: Recognised, network: NetworkId | null, page: KnownPage): boolean {
  if (kind.id === 'meta_series' && network === null) {
    return page.network === 'facebook' || page.network === 'instagram';
  }
  return network === null || page.network === network;
}

function choosePage(pages: readonly KnownPage[], pageId: string | null): KnownPage | null {
  if (pageId === null) return null;
  const page = pages.find(({ id }) => id === pageId);
  if (page) return page;
  const field = { path: 'pageId', rule: 'page_of_other_network', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/**
 * Reads a file against the pages of the house; nothing is stored.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a page of another network.
 */
export async function readContent(house: House, file: FileToRead): Promise<ReadContent> {
  const day = today(house);
  const rules: ReadRules = {
    timeZone: house.timeZone,
    today: day,
    fileDay: file.fileDay !== null && file.fileDay < day ? file.fileDay : day,
    metric: file.metric,
  };
  const read = await readApart('networkExport', { content: file.content, rules });
  const { recognised, notes, tables, rows: items } = read;
  const network = networkOfTable(recognised);
  const pages = (await selectKnownPages(house, network)).filter((page) =>
    mayBeOf(recognised, network, page),
  );
  const placed = placeItems(items, pages, choosePage(pages, file.pageId));
  const isSeries = recognised.kind.id === 'meta_series';
  const needs: FileNeed[] = [];
  if (isSeries && metricOfSeries(recognised, file.metric) === null) needs.push('metric');
  if ('needsPage' in placed) needs.push('page');
  const named = tables.length > 0 ? tables.join(', ') : isSeries ? recognised.title : null;
  const says = 'needsPage' in placed && placed.says ? placed.says : named;
  const common = { kind: recognised.kind.id, network, says };
  if (needs.length > 0 || 'needsPage' in placed) return { ...common, needs };
  const known = await recallPosts(house.database.db, placed.items);
  return { ...common, needs: [], items: known, notes };
}
