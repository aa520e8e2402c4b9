import { describe, expect, test } from 'vitest';
import { openNetworkClient } from '../../../../jobs/network-client.ts';
import type { Connector, NetworkClient } from '../../../../jobs/network-contract.ts';
import type { NetworkFailure } from '../../../../shared/social/network-failure.ts';
import {
  DaysReading,
  PageReading,
  type PageToRead,
  PostsReading,
} from '../../../../shared/social/network-readings.ts';
import { testPeriod } from '../../../support/connector-readings.ts';
import { loopbackToo } from '../../../support/house.ts';
import { makeClock, serveAnswers, testStart } from '../../../support/networks.ts';
import { listSubjects, type Subject } from './subjects.ts';
import { troubleRows } from './troubles/rows.ts';
import { passedOn, type Trouble, type TroubleRow, troubles } from './troubles/trouble.ts';

/** Posts from this day on are asked for, as a daily reading does. */
const since = '2026-11-01';

interface Read {
  read: object[];
  failures: { metric: string | null; failure: NetworkFailure; post?: string | undefined }[];
}

async function readPages(connector: Connector, client: NetworkClient, pages: PageToRead[]) {
  const readings = await connector.readPages(client, pages);
  const parsed = readings.map((reading) => PageReading.parse(reading));
  expect(parsed.map(({ pageId }) => pageId)).toEqual(pages.map(({ id }) => id));
  return {
    read: parsed.flatMap(({ readings: figures, handle, movedTo }) =>
      figures.map((figure) => ({ ...figure, handle, movedTo })),
    ),
    failures: parsed.flatMap(({ failures }) => failures),
  };
}

async function readPosts(connector: Connector, client: NetworkClient, page: PageToRead) {
  const all: Read = { read: [], failures: [] };
  let cursor: string | null = null;
  for (let batch = 0; batch < 20; batch += 1) {
    const given = await connector.readPosts?.(client, page, { since, cursor });
    const reading = PostsReading.parse(given);
    all.read.push(...reading.posts);
    all.failures.push(...reading.failures);
    cursor = reading.cursor;
    if (cursor === null) return all;
  }
  throw new Error('the posts do not end');
}

async function run({ connector, secret }: Subject, usual: PageToRead, row: TroubleRow) {
  const { url } = await serveAnswers(row.answers);
  const clock = makeClock();
  const client = openNetworkClient({
    connector,
    secret,
    baseUrl: url,
    now: clock.now,
    sleep: clock.sleep,
    web: loopbackToo,
    bounds: { retryAfterMs: [] },
  });
  const pages = (row.pages ?? [{}]).map((page, at) => ({
    ...usual,
    id: `page-${at + 1}`,
    ...page,
  }));
  const [page = usual] = pages;
  if (row.reads === 'readPages') return readPages(connector, client, pages);
  if (row.reads === 'readPosts') return readPosts(connector, client, page);
  const given = await connector.readDays?.(client, page, testPeriod);
  const { readings, failures } = DaysReading.parse(given);
  return { read: readings, failures };
}

type Check = (read: Read, row: TroubleRow) => void;

const leaves = (given: unknown): unknown[] =>
  typeof given === 'object' && given !== null ? Object.values(given).flatMap(leaves) : [given];
/** No figure is made of nothing. */
const noFigure: Check = ({ read }) => expect(read).toEqual([]);
const noZeros: Check = ({ read }) => expect(leaves(read).filter((one) => one === 0)).toEqual([]);
const instants = (read: object[]) =>
  read.map((one) => (one as { publishedAt: string }).publishedAt);
/** The others are read, and no failure is of them all. */
const othersKept: Check = ({ read, failures }) => {
  expect(read).not.toEqual([]);
  const ofAll = failures.filter(({ metric, post }) => metric === null && post === undefined);
  expect(ofAll).toEqual([]);
};
/** And what has no count has none, not one of zero. */
const keptWithoutZeros: Check = (read, row) => {
  noZeros(read, row);
  othersKept(read, row);
};

/** What must hold of each, whatever the network. */
const laws: Record<Trouble, Check> = {
  suspended: noFigure,
  deactivated: noFigure,
  'deleted account': noFigure,
  moved: ({ read }) => expect(read[0]).toHaveProperty('movedTo', expect.any(String)),
  renamed: ({ read }) => expect(read[0]).toHaveProperty('handle', expect.any(String)),
  'negative count': (read, row) => {
    keptWithoutZeros(read, row);
    expect(row.tells).toContain('value_negative');
  },
  'count left out': keptWithoutZeros,
  'bad metric': keptWithoutZeros,
  'bad post': keptWithoutZeros,
  'dated-ahead post': (read, row) => {
    othersKept(read, row);
    expect(instants(read.read).filter((instant) => instant > testStart)).toEqual([]);
  },
  'backdated post': ({ read }) => {
    const isOld = (instant: string) => instant < since;
    const firstOld = instants(read).findIndex(isOld);
    expect(firstOld).toBeGreaterThanOrEqual(0);
    // What stands behind it, in the same list or the next, was read as well.
    expect(instants(read).findLastIndex((instant) => !isOld(instant))).toBeGreaterThan(firstOld);
  },
  'deleted post': keptWithoutZeros,
  'post passed on': (read, row) => {
    othersKept(read, row);
    expect(JSON.stringify(read.read)).not.toContain(passedOn);
  },
  'long id': ({ read }) => expect(read).not.toEqual([]),
  'limit of a day': ({ failures }) => {
    const [told] = failures;
    const at = told?.failure.kind === 'retry_later' ? told.failure.at : null;
    expect(Date.parse(at ?? '') - Date.parse(testStart)).toBeGreaterThan(3_600_000);
  },
};

describe.each(await listSubjects())('what befalls $name', (subject) => {
  const known = troubleRows[subject.network];
  if (!known) {
    test.todo('its rows');
    return;
  }

  test.each(troubles)('%s', async (trouble) => {
    const row = known.rows[trouble];
    // Why a network cannot have it is a sentence, and no row.
    if (typeof row === 'string') return expect(row.length).toBeGreaterThan(20);
    const found = await run(subject, known.page, row);
    expect(found.read).toMatchObject(row.gives);
    const reasons = new Set(found.failures.map(({ failure }) => failure.reason));
    expect([...reasons].toSorted()).toEqual(row.tells.toSorted());
    laws[trouble](found, row);
  });
});
