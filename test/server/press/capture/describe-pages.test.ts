import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { openSite } from '../../reach/hostile-site.ts';

const article = (head: string) =>
  `<!doctype html><html><head>${head}</head><body>Texto</body></html>`;

const complete = article(`
  <title>Abren el parque &ndash; El Sur</title>
  <meta property="og:title" content="La Estrella abre el parque de la Tablaza | El Sur">
  <meta property="og:site_name" content="El Sur">
  <meta property="og:image" content="/fotos/parque.jpg">
  <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "El Sur"},
    {"@type": "NewsArticle", "datePublished": "2026-11-04T02:30:00Z", "articleSection": ["Sur"],
     "author": [{"@type": "Person", "name": "Ana Gómez"}, {"name": "Luis Peña"}]}]}</script>`);

const html = (response: ServerResponse, body: string | Buffer, charset = '') =>
  response
    .writeHead(200, { 'content-type': `text/html${charset && `; charset=${charset}`}` })
    .end(body);

/** A site that answers every address with a page, and who asks for it. */
async function openOffice(page: string | Buffer, charset?: string) {
  const site = await openSite((_, response) => html(response, page, charset));
  const house = { ...(await makeHouse()), web: site.web };
  return { site, house, press: callerAs(house, 'press').press };
}

async function read(page: string | Buffer, charset?: string) {
  const { site, press } = await openOffice(page, charset);
  const [described] = await press.describePages({ addresses: [`${site.url}/nota`] });
  if (!described?.isRead) throw new Error(`not read: ${JSON.stringify(described)}`);
  return described;
}

describe('the page of an appearance', () => {
  test('says its title, outlet, authors, day in Colombia, section and picture', async () => {
    const { finalAddress, facts } = await read(complete);
    expect(facts).toEqual({
      title: 'La Estrella abre el parque de la Tablaza',
      siteName: 'El Sur',
      author: 'Ana Gómez, Luis Peña',
      day: '2026-11-03',
      section: 'Sur',
      imageAddress: new URL('/fotos/parque.jpg', finalAddress).href,
    });
  });

  test('is of the outlet whose site it is, or of one to add', async () => {
    const { site, press } = await openOffice(complete);
    const address = `${site.url}/nota`;
    expect(await press.describePages({ addresses: [address] })).toMatchObject([
      { isRead: true, outlet: null, domain: '127.0.0.1' },
    ]);
    const website = site.url;
    const { id } = await press.createOutlet({ name: 'El Sur', medium: 'digital', website });
    expect(await press.describePages({ addresses: [address] })).toMatchObject([
      { outlet: { id, name: 'El Sur' } },
    ]);
  });

  test('stands where it says on its own site, whatever link led there, and may say no day', async () => {
    const head = '<title>Nota</title><link rel="canonical" href="/sur/parque?id=3">';
    const { site, press } = await openOffice(article(head));
    const addresses = [`${site.url}/nota?utm_source=x`, `${site.url}/amp/nota#arriba`];
    const described = await press.describePages({ addresses });
    expect(described).toMatchObject(
      addresses.map((address) => ({
        ...{ address, isRead: true, finalAddress: `${site.url}/sur/parque?id=3` },
        facts: { title: 'Nota', day: null },
      })),
    );
  });

  test('of ten, each has its own outcome', async () => {
    const site = await openSite((request, response) => {
      if (request.url === '/no') response.writeHead(404).end();
      else html(response, article(`<title>Nota ${request.url}</title>`));
    });
    const { press } = callerAs({ ...(await makeHouse()), web: site.web }, 'press');
    const addresses = [
      `${site.url}/1`,
      `${site.url}/no`,
      'hola',
      'http://10.0.0.1/',
      `${site.url}/2`,
    ];
    const described = await press.describePages({ addresses });
    expect(described.map((one) => (one.isRead ? one.facts.title : one.failure))).toEqual([
      'Nota /1',
      { code: 'address_refused', reason: 'not_found', status: 404 },
      { code: 'address_refused', reason: 'not_web' },
      { code: 'address_refused', reason: 'private' },
      'Nota /2',
    ]);
  });

  test.each([
    ['in ISO-8859-1 that says so in its header', 'latin1', 'iso-8859-1', ''],
    ['in ISO-8859-1 that says so in itself', 'latin1', '', '<meta charset="ISO-8859-1">'],
    ['in ISO-8859-1 that says nothing', 'latin1', '', ''],
    ['in ISO-8859-1 that says it is UTF-8', 'latin1', 'utf-8', ''],
    ['in UTF-8 that says it is ISO-8859-1', 'utf8', 'iso-8859-1', ''],
    ['in a charset that nobody knows', 'utf8', 'x-nada', ''],
  ] as const)('%s is read with its accents', async (_, encoding, charset, tag) => {
    const page = Buffer.from(
      article(`${tag}<title>Peatones de la Güaira: ¿qué pasó?</title>`),
      encoding,
    );
    expect((await read(page, charset)).facts.title).toBe('Peatones de la Güaira: ¿qué pasó?');
  });

  test('that means harm is read as text, within bounds, or says nothing', async () => {
    const hostile = article(
      `<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;\u0007 Nota">
       <meta property="og:image" content="javascript:alert(1)">
       <meta property="article:published_time" content="ayer">
       <meta name="author" content="https://facebook.com/x">
       <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":{"a":1}},</script>`,
    );
    const { facts } = await read(hostile);
    expect(facts).toMatchObject({ title: '<script>alert(1)</script> Nota', day: null });
    expect(facts).toMatchObject({ author: null, imageAddress: null });
  });

  test.each([
    ['nested without end', '<div>'.repeat(400_000)],
    ['of tags that never close', '<meta property="og:title" content="'.repeat(60_000)],
    [
      'of linked data that never closes',
      `<script type="application/ld+json">${'['.repeat(900_000)}`,
    ],
    ['of metadata without end', '<meta name="author" content="Ana">'.repeat(90_000)],
  ])('%s neither hangs nor fails', async (_, page) => {
    expect((await read(page)).facts.title).toBeNull();
  });

  test('is asked for by the press team, not by who only reads', async () => {
    const house = await makeHouse();
    for (const role of ['secretary', 'viewer'] as const) {
      const asked = callerAs(house, role).press.describePages({ addresses: ['https://a.co/'] });
      expect(await failureOf(asked)).toMatchObject({ code: 'role_not_allowed' });
    }
  });
});

describe('the picture of a page', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('is kept as evidence under its name, by what it holds', async () => {
    const site = await openSite((request, response) => {
      const body = request.url?.includes('falsa') ? 'no es una imagen' : png;
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body);
    });
    const { press } = callerAs({ ...(await makeHouse()), web: site.web }, 'press');
    const kept = await press.keepPageImage({ imageAddress: `${site.url}/fotos/parque.jpg?w=900` });
    expect(kept).toMatchObject({ name: 'parque', mediaType: 'image/png', sizeBytes: png.length });
    const made = await press.keepPageImage({ imageAddress: `${site.url}/redimensiona.php?id=7` });
    expect(made).toMatchObject({ id: kept.id });
    const fake = press.keepPageImage({ imageAddress: `${site.url}/falsa.gif` });
    expect(await failureOf(fake)).toEqual({ code: 'evidence_refused', reason: 'type' });
    const inside = press.keepPageImage({ imageAddress: 'http://192.168.0.1/camara.jpg' });
    expect(await failureOf(inside)).toEqual({ code: 'address_refused', reason: 'private' });
  });
});
