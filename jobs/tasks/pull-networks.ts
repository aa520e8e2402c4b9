import { asSystem, type House, today } from '../../server/context.ts';
import {
  listPagesDue,
  listPagesToPull,
  type PageToPull,
} from '../../server/social/list-pages-to-pull.ts';
import { finishPull, recordBatch, startPull } from '../../server/social/record-pull.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PullReason } from '../../shared/social/rows.ts';
import { listConnectors } from '../list-connectors.ts';
import type { Connector } from '../network-contract.ts';
import { openCredential } from '../open-credential.ts';
import { type ReadBatch, readBatch } from '../read-batch.ts';

/** Why pages are read, and which. */
export interface PullWish {
  reason: PullReason;
  /** Absent: of a request, every page; otherwise the pages that are due at this moment. */
  pageIds?: readonly string[];
  /** The request that this pull answers. */
  requestId?: string;
}

/** What a pull came to; `pullId` is null when there was no page to read. */
export interface PullEnd {
  pullId: string | null;
  pages: number;
  pagesRead: number;
  pagesFailed: number;
  isStopped: boolean;
}

const neverStopped = new AbortController().signal;

function choosePages(house: House, { reason, pageIds }: PullWish): Promise<PageToPull[]> {
  if (reason === 'request' || pageIds) return listPagesToPull(house, pageIds);
  return listPagesDue(house);
}

function groupByNetwork(pages: readonly PageToPull[]): Map<NetworkId, PageToPull[]> {
  const groups = new Map<NetworkId, PageToPull[]>();
  for (const page of pages) {
    const group = groups.get(page.network);
    if (group) group.push(page);
    else groups.set(page.network, [page]);
  }
  return groups;
}

/** Batches of one network's pages, one after the other; each is stored as soon as it is read. */
async function pullNetwork(
  house: House,
  pull: { id: string; connector: Connector; signal: AbortSignal },
  pages: readonly PageToPull[],
): Promise<ReadBatch['outcomes']> {
  const { id: pullId, connector, signal } = pull;
  const network = pages[0]?.network;
  if (network === undefined) return [];
  const credential = await openCredential(house, network, connector, signal);
  const outcomes: ReadBatch['outcomes'] = [];
  for (let start = 0; start < pages.length; start += connector.batchSize) {
    if (signal.aborted) break;
    const some = pages.slice(start, start + connector.batchSize);
    const batch = await readBatch(house, connector, credential, some);
    await recordBatch(asSystem(house), { pullId, network, ...batch });
    outcomes.push(...batch.outcomes);
  }
  return outcomes;
}

/**
 * Reads pages from their networks and stores what came, batch by batch: one reading a page,
 * metric and day, and for each page what came of it. Networks are read side by side; a page,
 * batch or network that fails does not stop the others. Pages not reached when `signal` stops
 * the pull are left as they were.
 */
export async function pullNetworks(
  house: House,
  wish: PullWish,
  signal: AbortSignal = neverStopped,
): Promise<PullEnd> {
  const { reason, requestId = null } = wish;
  const connectors = await listConnectors();
  const pages = await choosePages(house, wish);
  if (pages.length === 0 && requestId === null) {
    return { pullId: null, pages: 0, pagesRead: 0, pagesFailed: 0, isStopped: signal.aborted };
  }
  const pullId = await startPull(asSystem(house), {
    reason,
    requestId,
    day: today(house),
    pages: pages.length,
  });
  const ends = await Promise.allSettled(
    [...groupByNetwork(pages)].map(async ([network, group]) => {
      const connector = connectors.get(network);
      if (!connector) throw new Error(`no connector reads the pages of ${network}`);
      return pullNetwork(house, { id: pullId, connector, signal }, group);
    }),
  );
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
  await finishPull(asSystem(house), pullId, { isStopped: signal.aborted });
  const outcomes = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
  const pagesRead = outcomes.filter(({ outcome }) => outcome === 'ok').length;
  return {
    pullId,
    pages: pages.length,
    pagesRead,
    pagesFailed: outcomes.length - pagesRead,
    isStopped: signal.aborted,
  };
}
