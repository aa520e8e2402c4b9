import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkAnswer } from '../../../shared/social/network-failure.ts';
import { PageReading, type PageToRead } from '../../../shared/social/network-readings.ts';
import { connectorOf, testStart } from '../../support/networks.ts';

const pages: PageToRead[] = [
  { id: 'known', handle: 'AlcOficina', externalId: '7001' },
  { id: 'new', handle: 'OtraOficina', externalId: null },
  { id: 'odd', handle: 'a,b?c', externalId: null },
];

const names = ['id', 'username', 'data', 'errors', 'paging', 'next', 'public_metrics', '7001'];
const figures = ['followers_count', 'media_count', 'post_count', 'error', 'code', 'OtraOficina'];
const name = fc.constantFrom(...names, ...figures);

/** Answers of the right words in the wrong places, and of anything at all. */
const anything = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('7001', 'AlcOficina', 'https://graph.facebook.com/v26.0/7001?after=x', null),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.string(), fc.bigInt().map(String)),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 5 }),
  ),
})).tree;

const answer: fc.Arbitrary<NetworkAnswer> = anything.map((body) => ({
  ok: true,
  body,
  link: null,
}));

describe.each(['facebook', 'instagram', 'x'])('the connector of %s', (network) => {
  test('takes any answer: each page has its reading, each metric is read or explained', async () => {
    const connector = await connectorOf(network);
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 4 }), async (answers) => {
        let call = 0;
        const client = {
          secret: { accessToken: 'a-token' },
          now: () => new Date(testStart),
          async getJson() {
            const given = answers[Math.min(call, answers.length - 1)];
            call += 1;
            return given ?? { ok: true as const, body: null, link: null };
          },
        };
        const readings = await connector.readPages(client, pages);
        expect(readings.map((reading) => reading.pageId)).toEqual(['known', 'new', 'odd']);
        for (const reading of readings) {
          const { readings: read, failures } = PageReading.parse(reading);
          const isWhole = failures.some((failure) => failure.metric === null);
          const told = [...read, ...failures].map((at) => at.metric).toSorted();
          expect(told).toEqual(isWhole ? [null] : ['followers', 'posts']);
        }
        expect(call).toBeLessThan(100);
      }),
      { numRuns: 300 },
    );
  });

  test('takes any refusal, and gives it one meaning', async () => {
    const { explainRefusal } = await connectorOf(network);
    const code = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer());
    const refusal = fc.oneof(
      anything,
      fc.record({ error: fc.record({ code, error_subcode: code, message: fc.string() }) }),
      fc.record({ type: fc.webUrl(), title: fc.string(), status: fc.integer() }),
    );
    fc.assert(
      fc.property(refusal, fc.integer({ min: 400, max: 599 }), (body, status) => {
        const explained = explainRefusal({ status, body, receivedAt: new Date(testStart) });
        expect(explained === null || explained.kind.length > 0).toBe(true);
        const failures = explained ? [{ metric: null, failure: explained }] : [];
        PageReading.parse({ pageId: 'any', externalId: null, readings: [], failures });
      }),
    );
  });
});
