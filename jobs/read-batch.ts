import { z } from 'zod';
import type { House } from '../server/context.ts';
import type { PageToPull } from '../server/social/list-pages-to-pull.ts';
import type { PulledBatch } from '../server/social/record-pull.ts';
import { dayInZone } from '../shared/calendar/day.ts';
import type { NetworkFailure } from '../shared/social/network-failure.ts';
import { failPage, PageReading } from '../shared/social/network-readings.ts';
import { outcomeOf } from '../shared/social/pull.ts';
import type { Connector } from './network-contract.ts';
import type { Credential } from './open-credential.ts';

/** What came of one batch of pages. */
export type ReadBatch = Omit<PulledBatch, 'pullId' | 'network'>;

const Readings = z.array(PageReading);

/** The failure of pages whose connector itself fails: it met an answer that it does not know. */
function brokenConnector(error: unknown): NetworkFailure {
  const facts = { field: '', error: error instanceof Error ? error.name : 'unknown' };
  return { kind: 'changed_shape', reason: 'field_malformed', facts };
}

async function readPages(
  house: House,
  connector: Connector,
  { client, closedBy }: Credential,
  pages: readonly PageToPull[],
): Promise<PageReading[]> {
  if (closedBy) return pages.map((page) => failPage(page, closedBy));
  try {
    return Readings.parse(await connector.readPages(client, [...pages]));
  } catch (error) {
    house.log.error({ err: error, network: connector.network }, 'a connector failed');
    return pages.map((page) => failPage(page, brokenConnector(error)));
  }
}

/** The failure that ends all reading of a connection: every page failed for the same dead token or spent plan. */
function findClosing(readings: readonly PageReading[]): NetworkFailure | null {
  const failures = readings.map(({ failures }) => failures.find(({ metric }) => metric === null));
  const closes = failures.every(
    (entry) => entry?.failure.kind === 'reauthorise' || entry?.failure.reason === 'usage_capped',
  );
  return closes ? (failures[0]?.failure ?? null) : null;
}

/** Pages that were not reached because the run was told to stop are as if never asked. */
function isReached({ failures }: PageReading): boolean {
  return !failures.some(({ failure }) => failure.reason === 'stopped');
}

/** Reads one batch of pages of a network; what was not read is in the outcomes, never lost. */
export async function readBatch(
  house: House,
  connector: Connector,
  credential: Credential,
  pages: readonly PageToPull[],
): Promise<ReadBatch> {
  const callsBefore = credential.client.calls;
  const found = await readPages(house, connector, credential, pages);
  credential.closedBy ??= findClosing(found);
  const byPage = new Map(found.map((reading) => [reading.pageId, reading]));
  const missing: NetworkFailure = { kind: 'changed_shape', reason: 'page_missing', facts: {} };
  const readings = pages
    .map((page) => byPage.get(page.id) ?? failPage(page, missing))
    .filter(isReached);
  const now = house.now();
  const reading = {
    day: dayInZone(now, house.timeZone),
    source: 'api' as const,
    capturedAt: now.toISOString(),
  };
  return {
    snapshots: readings.flatMap(({ pageId, readings: read }) =>
      read.map((one) => ({ pageId, ...one, ...reading })),
    ),
    outcomes: readings.map(({ pageId, readings: read, failures }) => ({
      pageId,
      outcome: outcomeOf(read.length, failures),
      failures,
    })),
    learned: readings.flatMap(({ pageId, externalId }) =>
      externalId !== null && pages.some((page) => page.id === pageId && page.externalId === null)
        ? [{ pageId, externalId }]
        : [],
    ),
    calls: credential.client.calls - callsBefore,
  };
}
