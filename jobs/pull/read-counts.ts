import { z } from 'zod';
import { type House, today } from '../../server/context.ts';
import type { PageToPull } from '../../server/social/list-pages-to-pull.ts';
import type { LearnedPage, PulledStep, PulledTurn } from '../../server/social/record-pull.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import { failPage, PageReading } from '../../shared/social/network-readings.ts';
import { outcomeOf } from '../../shared/social/pull.ts';
import { isOfPageAlone } from '../../shared/social/remedy.ts';
import { isStopped, learnFrom, readThrough } from './guard-connector.ts';
import type { Credential } from './open-credential.ts';

/** What one batch of pages has today. */
export interface ReadCounts
  extends Pick<PulledTurn, 'snapshots' | 'learned' | 'connection' | 'calls'> {
  /** One a page that was reached. */
  steps: PulledStep[];
}

const Readings = z.array(PageReading);
const missing: NetworkFailure = { kind: 'changed_shape', reason: 'page_missing', facts: {} };

/** The failure that every page of a batch has as a whole; null when one of them was read. */
function findCommon(readings: readonly PageReading[]): NetworkFailure | null {
  const whole = readings.map(({ failures }) => failures.find(({ metric }) => metric === null));
  const first = whole[0]?.failure ?? null;
  return whole.every((entry) => entry?.failure.reason === first?.reason) ? first : null;
}

/** What is wrong with the connection when a whole batch fails; pages that are unknown are not. */
function connectionFailure(failure: NetworkFailure | null): NetworkFailure | null {
  if (failure === null || failure.reason === 'request_refused') return null;
  return isOfPageAlone(failure) ? null : failure;
}

/** What a reading taught of its page that was not known before. */
function learnFromReading(page: PageToPull, reading: PageReading): LearnedPage[] {
  const { externalId, handle, movedTo = null } = reading;
  const isNamed = handle !== undefined;
  const learned = {
    ...(externalId !== null && page.externalId === null ? { externalId } : {}),
    ...(isNamed && handle !== page.seenHandle ? { seenHandle: handle } : {}),
    ...(isNamed && movedTo !== page.movedTo ? { movedTo } : {}),
  };
  return Object.keys(learned).length > 0 ? [{ pageId: page.id, ...learned }] : [];
}

/**
 * Reads followers and posts of one batch of pages; what was not read is in the steps, never lost.
 * Pages that were not reached because the pull was told to stop are left out.
 */
export async function readCounts(
  house: House,
  credential: Credential,
  pages: readonly PageToPull[],
): Promise<ReadCounts> {
  const { connector, client, connectionId } = credential;
  const callsBefore = client.calls;
  const found = await readThrough(
    house,
    credential,
    async () => Readings.parse(await connector.readPages(client, [...pages])),
    (failure) => pages.map((page) => failPage(page, failure)),
  );
  const byPage = new Map(found.map((reading) => [reading.pageId, reading]));
  const readings = pages
    .map((page) => byPage.get(page.id) ?? failPage(page, missing))
    .filter(({ failures }) => !isStopped(failures));
  const common = findCommon(readings);
  const calls = client.calls - callsBefore;
  if (calls > 0) learnFrom(credential, common);
  if (common?.kind === 'reauthorise') credential.closedBy ??= common;
  const reading = {
    day: today(house),
    source: 'api' as const,
    capturedAt: house.now().toISOString(),
  };
  return {
    calls,
    snapshots: readings.flatMap(({ pageId, readings: read }) =>
      read.map((one) => ({ pageId, ...one, ...reading })),
    ),
    steps: readings.map(({ pageId, readings: read, failures }) => ({
      pageId,
      part: 'counts',
      outcome: outcomeOf(read.length, failures),
      failures: failures.map((failure) => ({ ...failure, part: 'counts' })),
      calls: readings.length === 1 ? calls : 0,
      readings: read.length,
      postsRead: 0,
    })),
    learned: readings.flatMap((one) => {
      const page = pages.find(({ id }) => id === one.pageId);
      return page ? learnFromReading(page, one) : [];
    }),
    connection:
      connectionId !== null && readings.length > 0
        ? { id: connectionId, failure: connectionFailure(common) }
        : null,
  };
}
