import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkClient } from '../../../../jobs/network-contract.ts';
import { NetworkFailure } from '../../../../shared/social/network-failure.ts';
import { PageReading, type PageToRead } from '../../../../shared/social/network-readings.ts';
import { capabilitiesOf, readOnce } from '../../../support/connector-readings.ts';
import { testStart } from '../../../support/networks.ts';
import { listSubjects, type Subject } from './subjects.ts';

const known: PageToRead = { id: 'known', handle: 'AlcOficina', externalId: '7001' };
const pages: PageToRead[] = [
  known,
  { id: 'new', handle: 'OtraOficina', externalId: null },
  { id: 'odd', handle: 'a,b?c', externalId: null },
];

const words = [
  ...['id', 'username', 'data', 'errors', 'paging', 'next', 'public_metrics', '7001', 'values'],
  ...['followers_count', 'media_count', 'post_count', 'error', 'code', 'OtraOficina', 'insights'],
  ...['items', 'statistics', 'elements', 'rows', 'feed', 'post', 'record', 'videos', 'cursor'],
  ...['created_time', 'timestamp', 'created_at', 'createdAt', 'has_more', 'value', 'total_value'],
];
const word = fc.constantFrom(...words);
const address = 'https://api.example/v26.0/7001?after=x';
const instants = ['2026-11-14T08:00:00+0000', '2026-11-14', 1_795_359_600];

/** Answers of the right words in the wrong places, and of anything at all. */
const anything = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('7001', 'AlcOficina', address, null, ...instants),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.string(), fc.bigInt().map(String)),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
  ),
})).tree;
const link = fc.constantFrom(null, `<${address}>; rel="next"`, 'nothing of the kind');
const answers = fc.array(fc.record({ ok: fc.constant(true as const), body: anything, link }), {
  minLength: 1,
  maxLength: 4,
});
type Answers = typeof answers extends fc.Arbitrary<infer Given> ? Given : never;

/** A client that gives these answers in turn, the last for ever. */
function answering(given: Answers, { secret }: Subject) {
  let calls = 0;
  const client: NetworkClient = {
    secret,
    now: () => new Date(testStart),
    async getJson() {
      calls += 1;
      return given[Math.min(calls, given.length) - 1] ?? { ok: true, body: null, link: null };
    },
  };
  return { client, calls: () => calls };
}

describe.each(await listSubjects())('the connector of $name', (subject) => {
  const { connector } = subject;

  test('takes any answer: each page has its reading, each metric is read or explained', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const { client, calls } = answering(given, subject);
        const readings = await connector.readPages(client, pages);
        expect(readings.map((reading) => reading.pageId)).toEqual(['known', 'new', 'odd']);
        for (const reading of readings) {
          const { readings: read, failures } = PageReading.parse(reading);
          const isWhole = failures.some((failure) => failure.metric === null);
          const told = [...read, ...failures].map((at) => at.metric).toSorted();
          expect(told).toEqual(isWhole ? [null] : ['followers', 'posts']);
        }
        expect(calls()).toBeLessThan(100);
      }),
      { numRuns: 200 },
    );
  });

  test.each(capabilitiesOf(connector))('takes any answer to %s, and makes it fit', async (one) => {
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        const { client, calls } = answering(given, subject);
        const { failures } = await readOnce(one, connector, client, known);
        for (const failure of failures) NetworkFailure.parse(failure);
        expect(calls()).toBeLessThan(300);
      }),
      { numRuns: 150 },
    );
  });

  test('takes any refusal, and gives it one meaning', () => {
    const code = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer());
    const refusal = fc.oneof(
      anything,
      fc.record({ error: fc.record({ code, error_subcode: code, message: fc.string() }) }),
      fc.record({
        error: fc.record({ code, errors: fc.array(fc.record({ reason: fc.string() })) }),
      }),
      fc.record({ error: fc.record({ code: fc.string(), message: fc.string() }) }),
      fc.record({ type: fc.webUrl(), title: fc.string(), status: fc.integer() }),
      fc.record({ error: fc.string(), message: fc.string(), serviceErrorCode: fc.integer() }),
    );
    fc.assert(
      fc.property(refusal, fc.integer({ min: 400, max: 599 }), (body, status) => {
        const receivedAt = new Date(testStart);
        const explained = connector.explainRefusal({ status, body, receivedAt });
        expect(explained === null || NetworkFailure.safeParse(explained).success).toBe(true);
      }),
    );
  });
});
