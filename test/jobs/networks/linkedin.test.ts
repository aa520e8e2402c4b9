import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type NetworkClientOptions, openNetworkClient } from '../../../jobs/network-client.ts';
import { loopbackToo } from '../../support/house.ts';
import { connectorOf, makeClock, serve } from '../../support/networks.ts';

const page = { id: 'office', handle: 'alc-oficina', externalId: '1000001' };
const oddAnswers = JSON.parse(
  readFileSync(new URL('../../fixtures/linkedin/odd-answers.json', import.meta.url), 'utf8'),
);

/** A client of LinkedIn that is answered by path; what it asked can be read afterwards. */
async function openLinkedin(
  answerOf: (path: string, version: string) => { status?: number; body: unknown },
  options: Partial<NetworkClientOptions> = {},
) {
  const asked: { path: string; version: string }[] = [];
  const url = await serve((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const version = `${request.headers['linkedin-version']}`;
    asked.push({ path, version });
    const { status = 200, body } = answerOf(path, version);
    response.writeHead(status).end(JSON.stringify(body));
  });
  const connector = await connectorOf('linkedin');
  const clock = makeClock('2026-11-30T15:00:00.000Z');
  const client = openNetworkClient({
    connector,
    secret: { accessToken: 'sandbox-token' },
    baseUrl: url,
    now: clock.now,
    sleep: clock.sleep,
    web: loopbackToo,
    ...options,
  });
  return { connector, client, asked };
}

describe('what LinkedIn counts', () => {
  test('a day below zero has no figure and is told; the other days and figures are kept', async () => {
    const { connector, client } = await openLinkedin(() => ({ body: oddAnswers.days }));
    const period = { from: '2026-10-01', to: '2026-10-03' };
    const read = await connector.readDays?.(client, page, period);
    const daysOf = (metric: string) =>
      read?.readings.flatMap((one) => (one.metric === metric ? [[one.day, one.value]] : []));
    const views = ['2026-10-01', '2026-10-02', '2026-10-03'].map((day) => [day, 120]);
    expect(daysOf('views')).toEqual(views);
    expect(daysOf('engagements')).toEqual([
      ['2026-10-01', 6],
      ['2026-10-03', 8],
    ]);
    const facts = { field: 'likeCount', day: '2026-10-02', days: 1 };
    expect(read?.failures).toEqual([
      { metric: 'engagements', failure: { kind: 'refused', reason: 'value_negative', facts } },
    ]);
  });

  const statisticsOf = (statistics: unknown, posts: unknown = oddAnswers.posts) =>
    openLinkedin((path) => ({ body: path.startsWith('/rest/posts') ? posts : statistics }));
  const wish = { since: null, cursor: null };

  test('a post that its statistics leave out has 0 by the word of the network, and says so', async () => {
    const { connector, client, asked } = await statisticsOf(oddAnswers.statistics);
    const read = await connector.readPosts?.(client, page, wish);
    expect(read).toMatchObject({ failures: [], posts: [{ counts: { reactions: 6 } }, {}] });
    expect(read?.posts[0]).not.toHaveProperty('isImplied');
    expect(read?.posts[1]).toMatchObject({
      isImplied: true,
      counts: { views: 0, reach: 0, reactions: 0, comments: 0, shares: 0, clicks: 0 },
    });
    // The newest first, whatever was changed last.
    expect(asked[0]?.path).toContain('sortBy=CREATED');
  });

  test('of a post older than its statistics, or of statistics that are cut, nothing is known', async () => {
    const [first, second] = oddAnswers.posts.elements;
    const old = { elements: [first, { ...second, publishedAt: Date.UTC(2025, 9, 2) }] };
    const cut = { ...oddAnswers.statistics, paging: { start: 0, count: 1, links: [] } };
    for (const odd of [statisticsOf(oddAnswers.statistics, old), statisticsOf(cut)]) {
      const { connector, client } = await odd;
      const read = await connector.readPosts?.(client, page, wish);
      expect(read?.posts[1]).toMatchObject({ counts: {} });
      expect(read?.posts[1]).not.toHaveProperty('isImplied');
    }
  });

  test('an older post among newer ones ends nothing; only a whole batch of older ones does', async () => {
    const at = (day: number, year = 2026) => ({ publishedAt: Date.UTC(year, 9, day) });
    const batch = (ids: number, of: (index: number) => object) => ({
      elements: Array.from({ length: 50 }, (_, index) => ({
        id: `urn:li:share:${ids + index}`,
        ...of(index),
      })),
    });
    const batches = [batch(1_000, (index) => at(20, index === 0 ? 2019 : 2026))];
    batches.push(batch(2_000, () => at(1, 2025)));
    const { connector, client, asked } = await openLinkedin((path) => {
      const start = Number(/start=(\d+)/.exec(path)?.[1]);
      return { body: path.startsWith('/rest/posts') ? batches[start / 50] : { elements: [] } };
    });
    const first = await connector.readPosts?.(client, page, { since: '2026-10-01', cursor: null });
    expect(first).toMatchObject({ cursor: '50' });
    // It is new in the list, whatever day it bears: nothing else would ever read it.
    expect(first?.posts).toHaveLength(50);
    const next = await connector.readPosts?.(client, page, { since: '2026-10-01', cursor: '50' });
    expect(next).toMatchObject({ cursor: null });
    expect(asked.filter(({ path }) => path.startsWith('/rest/posts'))).toHaveLength(2);
  });
});

describe('a version that LinkedIn no longer speaks', () => {
  const retired = { status: 426, body: { status: 426, code: 'NONEXISTENT_VERSION' } };
  const size = { body: { firstDegreeSize: 41 } };
  const ask = { path: '/rest/networkSizes/urn:li:organization:1000001' };

  test('gives way to the next of those that are set, and is not asked for again', async () => {
    const versions = ['202610', '202701', '202704'];
    const { client, asked } = await openLinkedin(
      (_, version) => (version === '202610' ? retired : size),
      { versions },
    );
    expect(await client.getJson(ask)).toMatchObject({ ok: true, body: size.body });
    expect(await client.getJson(ask)).toMatchObject({ ok: true });
    expect(asked.map(({ version }) => version)).toEqual(['202610', '202701', '202701']);
  });

  test('when none is left, says that Altavoz has to be brought up to date, and nothing of the key', async () => {
    const { connector, client, asked } = await openLinkedin(() => retired, {
      versions: ['202610', '202701'],
    });
    const [reading] = await connector.readPages(client, [page]);
    expect(reading?.failures).toMatchObject([
      { metric: null, failure: { kind: 'refused', reason: 'version_retired' } },
    ]);
    expect(asked.map(({ version }) => version)).toEqual(['202610', '202701']);
  });
});
