import { describe, expect, test } from 'vitest';
import { callerAs, failureOf } from '../../support/house.ts';
import { previewAs, textFile } from '../../support/sheet-file.ts';
import { asRss, item, openOffice, rss } from './feeds/feed-office.ts';
import { piece } from './press-records.ts';

const page = '<html><head><title>Abren el parque</title></head></html>';
const undated = item(1, 'La Estrella abre el parque').replace(/<pubDate>.*<\/pubDate>/, '');

type Office = Awaited<ReturnType<typeof openOffice>>;

/** What a sheet would write, and refuse. */
async function previewed({ house }: Office, ...lines: string[]) {
  const { imports } = callerAs(house, 'press');
  const file = textFile('notas.csv', lines);
  const { import: made } = await previewAs(imports, file, { target: 'clippings' });
  return { added: made?.added, wrong: made?.wrong };
}

/** Every way by which an appearance comes in without its day, and what becomes of it. */
const ways: Record<string, (office: Office) => Promise<unknown>> = {
  'a link': async ({ press, site, answers }) => {
    answers((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page));
    const described = await press.describePages({ addresses: [`${site.url}/nota`] });
    return described.map((one) => one.isRead && one.facts.day);
  },
  'a feed': async ({ read, pending }) => {
    await read();
    return (await pending()).map(({ day }) => day);
  },
  'a call': async ({ press, outletId }) => {
    const told = await Promise.all(
      [undefined, null, ''].map((day) =>
        failureOf(press.createClipping(piece(outletId, { day: day as never }))),
      ),
    );
    return told.map((refused) => (refused as { issues: { path: string[] }[] }).issues[0]?.path);
  },
  'a sheet without a column of days': (office) =>
    previewed(office, 'Medio;Titular;Formato', 'El Sur;Abren el parque;Web'),
  'a sheet with an empty day': (office) =>
    previewed(office, 'Fecha;Medio;Titular;Formato', ';El Sur;Abren el parque;Web'),
};

const outcomes: Record<keyof typeof ways, unknown> = {
  'a link': [null],
  'a feed': [null],
  'a call': [['day'], ['day'], ['day']],
  'a sheet without a column of days': { added: 0, wrong: 1 },
  'a sheet with an empty day': { added: 0, wrong: 1 },
};

describe('an appearance that comes without its day', () => {
  test.each(Object.keys(ways))('by %s is never of today', async (way) => {
    const office = await openOffice(asRss(rss(undated)));
    expect(await ways[way]?.(office)).toEqual(outcomes[way]);
    expect((await office.press.listClippings({})).total).toBe(0);
  });
});
