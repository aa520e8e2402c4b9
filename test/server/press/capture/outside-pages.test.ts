import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../server/files/decode-text.ts';
import { describeBody } from '../../../../server/press/capture/describe-body.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { openSite } from '../../reach/hostile-site.ts';

const file = (name: string) => readFileSync(`test/fixtures/outside/${name}`);

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

/** What is read of each of some pages at `/n/nota`, which may lead on; what is not there leads nowhere. */
async function readAll(pages: readonly Record<string, Answer>[]) {
  const site = await openSite((request, response) => {
    const [, at = '', ...path] = (request.url ?? '').split('/');
    const {
      status = 200,
      headers,
      body,
    } = pages[Number(at)]?.[`/${path.join('/')}`] ?? { body: '' };
    response.writeHead(status, { ...html, ...headers }).end(body);
  });
  const { press } = callerAs({ ...(await makeHouse()), web: site.web }, 'press');
  const addresses = pages.map((_, at) => `${site.url}/${at}/nota`);
  const found: Awaited<ReturnType<typeof press.describePages>> = [];
  for (let start = 0; start < addresses.length; start += 10) {
    found.push(...(await press.describePages({ addresses: addresses.slice(start, start + 10) })));
  }
  return found.map((page, at) => ({ page, asked: addresses[at] }));
}

const address = 'https://elsur.example/nota';
const factsOf = (body: string | Buffer) =>
  describeBody({
    ...{ body: Buffer.from(body), contentType: html['content-type'], timeZone: 'America/Bogota' },
    ...{ asked: address, finalAddress: address },
  });

const news = (fields: object) => ({ '@type': 'NewsArticle', ...fields });
const pageWith = (data: unknown, head = '') =>
  `<html lang="es"><head><meta property="og:title" content="Obra terminada en La Estrella">${head}
   <script type="application/ld+json">${JSON.stringify(data)}</script></head></html>`;
const other = {
  ...{ headline: 'Nota relacionada', url: '/local/otra', datePublished: '2019-03-02' },
  author: { name: 'Persona Ajena' },
};
const own = { datePublished: '2026-10-05', author: { name: 'Persona Correcta' } };

describe('a page as outlets write it', () => {
  test('has its day as its language writes it, and what it says of itself however its data is broken', async () => {
    expect(await factsOf(file('N1-fecha-dia-mes.html'))).toMatchObject({ day: '2026-06-05' });
    expect(await factsOf(file('X7-jsonld-roto-pasa.html'))).toMatchObject({
      title: 'Nota con datos rotos',
      day: '2026-10-05',
    });
    expect(await factsOf(file('N2-relacionada-primero.html'))).toMatchObject({
      title: 'Obra terminada en La Estrella',
      author: 'Persona Correcta',
      day: '2026-10-05',
    });
  });

  test('in letters of Windows has its quotes and dashes, as tables have', async () => {
    const title = Buffer.from('«Sí»: \x93obra\x94 \x97 \x80 5 millones', 'latin1');
    const page = Buffer.concat([Buffer.from('<title>'), title, Buffer.from('</title>')]);
    const wanted = '«Sí»: “obra” — € 5 millones';
    expect((await factsOf(page)).title).toBe(wanted);
    expect(decodeText(title)).toBe(wanted);
  });

  test.each([
    ['by its address', news({ ...own, url: '/nota' })],
    ['by the page that it is of', news({ ...own, mainEntityOfPage: '/nota?utm_source=x' })],
    ['by the name of that page', news({ ...own, mainEntityOfPage: { '@id': '/nota#main' } })],
    ['by its headline', news({ ...own, headline: 'Obra terminada en La Estrella' })],
    [
      'by its headline at another address',
      news({ ...own, headline: 'Obra terminada en La Estrella: fotos', url: '/x' }),
    ],
    ['though it names the front page', news({ ...own, '@id': '/', mainEntityOfPage: '/' })],
    ['in a graph', { '@graph': [news(other), news({ ...own, '@id': '/nota#article' })] }],
    ['as what the page is mainly of', { '@type': 'WebPage', url: '/nota', mainEntity: news(own) }],
  ])('knows its own article %s, wherever a related one stands', async (_, data) => {
    for (const all of [
      [data, news(other)],
      [news(other), data],
    ]) {
      expect(await factsOf(pageWith(all))).toMatchObject({
        author: 'Persona Correcta',
        day: '2026-10-05',
      });
    }
  });

  test('says no day and no author by the data of other articles alone', async () => {
    const nameless = { ...other, url: undefined };
    for (const data of [
      news(other),
      [news(other), news({ ...other, url: '/local/tercera' })],
      [news(nameless), news({ ...nameless, headline: 'Otra más' })],
      { '@type': 'WebPage', url: '/local/otra', datePublished: '2019-03-02' },
    ]) {
      expect(await factsOf(pageWith(data)), JSON.stringify(data)).toMatchObject({
        ...{ title: 'Obra terminada en La Estrella', day: null, author: null },
      });
    }
  });
});

const titled = (title: string) => `<html lang="es"><head><title>${title}</title></head></html>`;
const leadsTo = (to: string, title: string): Record<string, Answer> => ({
  '/nota': { status: 302, headers: { location: `.${to}` }, body: '' },
  [to]: { body: titled(title) },
});

/** What answers with a wall, and as which it is told. */
const walls: readonly (readonly [string, string | Buffer | Record<string, Answer>])[] = [
  ['wall', file('N3-muro-cloudflare.html')],
  ['wall', titled('Just a moment...')],
  ['wall', titled('Un momento… | El Sur')],
  ['wall', titled('Attention Required! | Cloudflare')],
  ['wall', titled('Acceso denegado')],
  ['wall', '<html><script src="https://geo.captcha-delivery.com/c.js"></script></html>'],
  ['wall', '<html><script src="/_Incapsula_Resource?a=1"></script></html>'],
  ['consent_wall', titled('Antes de continuar | El Sur')],
  ['consent_wall', leadsTo('/consent?back=/nota', 'El Sur')],
  ['sign_in_wall', titled('Iniciar sesión en Facebook')],
  ['sign_in_wall', leadsTo('/login?next=%2Fnota', 'Obra terminada en La Estrella')],
  ['sign_in_wall', leadsTo('/usuarios/iniciar-sesion', 'El Sur')],
  ['pay_wall', titled('Suscríbase - El Sur')],
  ['pay_wall', leadsTo('/suscripcion/', 'El Sur')],
];

/** Answers by which sites keep readers out: what stands on them is no page either. */
const keptOut = [401, 403, 429, 503].map((status) => ({
  ...{ reason: 'status', status },
  answer: { status, body: file('N3-muro-cloudflare.html') },
}));

describe('a wall in place of a page', () => {
  test('is told, with the address that was pasted and no title', async () => {
    const pages = walls.map(([, answer]) =>
      typeof answer === 'string' || Buffer.isBuffer(answer)
        ? { '/nota': { body: answer } }
        : answer,
    );
    const found = await readAll([...pages, ...keptOut.map(({ answer }) => ({ '/nota': answer }))]);
    const wanted = [
      ...walls.map(([reason]) => ({ reason })),
      ...keptOut.map(({ reason, status }) => ({ reason, status })),
    ];
    expect(found.map(({ page }) => page)).toEqual(
      wanted.map((said, at) => ({
        ...{ address: found[at]?.asked, isRead: false },
        failure: { code: 'address_refused', ...said },
      })),
    );
  });

  test('is none where the beginning of a piece is free, nor where its title only sounds like one', async () => {
    const teaser = pageWith(news({ ...own, url: '/nota', isAccessibleForFree: false }));
    expect((await factsOf(teaser)).day).toBe('2026-10-05');
    for (const title of [
      'Suscriben convenio para la vía',
      'Un momento histórico para La Estrella',
      'Registro de víctimas: lo que debe saber',
      'Acceso denegado a la vereda: habla la alcaldía',
      'Privacidad en riesgo',
    ]) {
      const piece = titled(title).replace('</head>', '<meta name="author" content="Ana"></head>');
      expect((await factsOf(piece)).title, title).toBe(title);
      expect((await factsOf(titled(title))).title).toBe(title);
    }
    const injected = `${titled('Obra')}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`;
    expect((await factsOf(injected)).title).toBe('Obra');
  });
});
