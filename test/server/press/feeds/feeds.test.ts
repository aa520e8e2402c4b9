import { describe, expect, test } from 'vitest';
import { pullFeeds } from '../../../../jobs/tasks/pull-feeds.ts';
import { auditOf, callerAs, failureOf } from '../../../support/house.ts';
import { asRss, item, openOffice, rss } from './feed-office.ts';

describe('a feed of an outlet', () => {
  test('brings what mentions the entity to the inbox, with its day in Colombia, and nothing else', async () => {
    const { read, pending, press, site } = await openOffice(
      asRss(
        rss(
          item(1, 'LA ESTRÉLLA abre el parque', 'La alcaldía lo entregó'),
          item(2, 'Sabaneta abre el suyo'),
          item(3, 'Un pesebre', 'la estrella de belén sobre el pesebre'),
          item(4, 'Vías', 'Obras en <b>La  Estrella</b> y en Caldas'),
        ),
      ),
    );
    await read();
    const rows = await pending();
    expect(rows.map(({ title }) => title).sort()).toEqual(['LA ESTRÉLLA abre el parque', 'Vías']);
    expect(rows.find(({ title }) => title === 'Vías')).toMatchObject({
      outletName: 'El Sur',
      day: '2026-11-03',
      address: 'https://elsur.example/4?utm_source=rss',
      summary: 'Obras en La Estrella y en Caldas',
      matched: ['La Estrella'],
    });
    expect((await press.listFeeds({})).rows).toMatchObject([
      { outcome: 'ok', failure: null, pending: 2, isRequested: false },
    ]);
    expect(site.asked).toHaveLength(1);
  });

  test('is read each half hour or when asked, and says since when it was read', async () => {
    const { read, press, house, site, answers } = await openOffice(
      asRss(rss(item(1, 'La Estrella')), { etag: '"v1"' }),
    );
    await read();
    await read();
    expect(site.asked).toHaveLength(1);
    answers((_, response) => response.writeHead(304).end());
    house.setNow('2026-11-22T15:31:00Z');
    await read();
    expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect((await press.listFeeds({})).rows[0]).toMatchObject({ outcome: 'unchanged' });

    house.setNow('2026-11-22T15:32:00Z');
    expect(await press.requestFeeds()).toBe(1);
    expect((await press.listFeeds({})).rows[0]).toMatchObject({ isRequested: true });
    await read();
    expect(site.asked).toHaveLength(3);
    expect((await press.listFeeds({})).rows[0]).toMatchObject({ isRequested: false });
  });

  test('at a new address is asked for whole, also after it failed there once', async () => {
    const { read, press, house, site, answers, outletId, feed } = await openOffice(
      asRss(rss(item(1, 'La Estrella')), { etag: '"v1"' }),
    );
    await read();
    await press.updateFeed({ at: feed, fields: { outletId, address: `${site.url}/nueva` } });
    answers((_, response) => response.writeHead(503).end());
    house.setNow('2026-11-22T15:31:00Z');
    await read();
    answers(asRss(rss(item(2, 'La Estrella'))));
    house.setNow('2026-11-22T16:02:00Z');
    await read();
    const [, failed, last] = site.asked;
    expect(failed?.headers['if-none-match']).toBeUndefined();
    expect(last).toMatchObject({ url: '/nueva' });
    expect(last?.headers['if-none-match']).toBeUndefined();
  });

  test('that fails is said to have, keeps what it brought, and stops no other', async () => {
    const { read, press, house, answers, outletId, site, pending } = await openOffice(
      asRss(rss(item(1, 'La Estrella'))),
    );
    await read();
    const other = `${site.url}/otra`;
    await press.createFeed({ outletId, address: other });
    answers((request, response) => {
      if (request.url === '/otra') asRss(rss(item(9, 'Otra de La Estrella')))(request, response);
      else response.writeHead(503).end();
    });
    house.setNow('2026-11-22T16:00:00Z');
    await read();
    const { rows } = await press.listFeeds({});
    expect(rows.find(({ address }) => address !== other)).toMatchObject({
      outcome: 'failed',
      failure: { reason: 'status', status: 503 },
      succeededAt: '2026-11-22T15:00:00.000Z',
    });
    expect(await pending()).toHaveLength(2);
  });

  test.each([
    ['a web page', '<html><body>No</body></html>'],
    ['XML cut short', '<rss version="2.0"><channel><item><title>La Estrella'],
    [
      'an entity of a file',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>La Estrella &x;</title><guid>1</guid></item></channel></rss>',
    ],
    ['nested without end', `<rss version="2.0"><channel>${'<item>'.repeat(200_000)}`],
    ['JSON that is no feed', '{"version": 3}'],
  ])('that is %s is refused, and brings nothing', async (_, body) => {
    const { read, press, pending } = await openOffice(asRss(body));
    await read();
    expect(await pending()).toEqual([]);
    const [feed] = (await press.listFeeds({})).rows;
    expect([feed?.outcome, feed?.failure?.reason ?? 'none']).toEqual(['failed', 'not_a_feed']);
  });

  test('with entities that would swell is read as text', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    );
    const body = `<!DOCTYPE l [<!ENTITY l0 "ja">${laughs.join('')}]>${rss(item(1, 'La Estrella &l9;')).replace('<?xml version="1.0"?>', '')}`;
    const { read, pending } = await openOffice(asRss(body));
    await read();
    const titles = (await pending()).map(({ title }) => title.length);
    expect(Math.max(0, ...titles)).toBeLessThan(400);
  });

  test.each([
    [
      'Atom',
      'application/atom+xml',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>
      <entry><title type="html">La &lt;b&gt;Estrella&lt;/b&gt;</title><id>urn:1</id><published>2026-11-03T20:00:00-05:00</published>
      <link rel="alternate" href="https://elsur.example/a"/><author><name>Ana</name></author></entry></feed>`,
    ],
    [
      'JSON',
      'application/feed+json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: '1',
            url: 'https://elsur.example/a',
            title: 'La Estrella',
            date_published: '2026-11-04T01:00:00Z',
            authors: [{ name: 'Ana' }],
          },
        ],
      }),
    ],
  ])('of %s is read too', async (_, type, body) => {
    const { read, pending } = await openOffice((__, response) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    await read();
    expect(await pending()).toMatchObject([
      {
        title: 'La Estrella',
        address: 'https://elsur.example/a',
        day: '2026-11-03',
        author: 'Ana',
      },
    ]);
  });

  test('of a local network is not read', async () => {
    const { house, press } = await openOffice(asRss(rss()));
    const inside = { ...house, web: undefined };
    await pullFeeds(inside, 'test', new AbortController().signal);
    expect((await press.listFeeds({})).rows[0]?.failure).toEqual({ reason: 'private' });
  });
});

describe('the inbox', () => {
  test('remembers what was dismissed and what was taken, and gives back what was dismissed by mistake', async () => {
    const office = await openOffice(
      asRss(rss(item(1, 'La Estrella uno'), item(2, 'La Estrella dos'))),
    );
    const { read, pending, press, house, outletId } = office;
    await read();
    const rows = await pending();
    const [one, two] = ['uno', 'dos'].map((word) => rows.find(({ title }) => title.endsWith(word)));
    if (!one || !two) throw new Error('an entry is missing');
    const dismissed = await press.dismissFeedEntry(one);
    const measures = { unit: 'note', share: '1', isEstimated: false } as const;
    const fields = {
      outletId,
      day: '2026-11-03',
      format: 'web',
      title: two.title,
      measures,
    } as const;
    const clipping = await press.createClipping({ ...fields, url: two.address, entry: 'feed' });
    await press.acceptFeedEntry({ at: two, clippingId: clipping.id });

    house.setNow('2026-11-22T18:00:00Z');
    await read();
    expect(await pending()).toEqual([]);
    expect((await press.listFeedEntries({ state: 'accepted' })).rows).toMatchObject([
      { id: two.id, clippingId: clipping.id, decidedBy: 'Persona press' },
    ]);
    const stale = failureOf(press.dismissFeedEntry(one));
    expect(await stale).toMatchObject({ code: 'record_changed', record: 'feed_entry' });
    await press.recallFeedEntry(dismissed);
    expect(await pending()).toMatchObject([{ id: one.id, state: 'pending' }]);
    expect((await auditOf(house, one.id)).map(({ action }) => action)).toEqual([
      'dismissed',
      'pending',
    ]);
  });

  test('knows what is on record already by its address', async () => {
    const { read, pending, press, outletId } = await openOffice(asRss(rss(item(1, 'La Estrella'))));
    const measures = { unit: 'note', share: '1', isEstimated: false } as const;
    const fields = { outletId, day: '2026-11-03', format: 'web', title: 'x', measures } as const;
    const { id } = await press.createClipping({ ...fields, url: 'http://www.elsur.example/1/' });
    await read();
    expect(await pending()).toEqual([]);
    const accepted = await press.listFeedEntries({ state: 'accepted' });
    expect(accepted.rows).toMatchObject([{ clippingId: id }]);
  });

  test('is decided on by the press team, and two feeds never share an address nor two words a text', async () => {
    const { house, press, feed, outletId, address } = await openOffice(asRss(rss()));
    const viewer = callerAs(house, 'viewer').press;
    expect(await failureOf(viewer.requestFeeds())).toMatchObject({ code: 'role_not_allowed' });
    expect(await failureOf(press.createFeed({ outletId, address }))).toMatchObject({
      code: 'value_taken',
      field: 'address',
    });
    expect(await failureOf(press.createMentionWord({ text: 'la  estrélla' }))).toMatchObject({
      code: 'value_taken',
      field: 'text',
    });
    const removed = await press.removeFeed(feed);
    await press.createFeed({ outletId, address });
    expect(await failureOf(press.restoreFeed(removed))).toMatchObject({ code: 'value_taken' });
  });
});
