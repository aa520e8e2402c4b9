import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asRss, openOffice } from './feed-office.ts';

const file = (name: string) => readFileSync(`test/fixtures/outside/${name}`);

const inOrder = async ({ press }: Awaited<ReturnType<typeof openOffice>>) =>
  (await press.listFeedEntries({})).rows
    .map(({ title, day }) => `${title} · ${day}`)
    .sort((one, other) => one.localeCompare(other));

describe('a feed as outlets write it', () => {
  test.each([
    [
      'R1-fechas-sin-zona.xml',
      ['abre biblioteca · 2026-07-01', 'cierra vía · 2026-07-01', 'feria · null'],
    ],
    ['R1b-fecha-en-espanol.xml', ['en enero · 2026-01-12', 'en obra · 2026-04-01']],
    ['R2-guid-igual.xml', ['nota 1', 'nota 2', 'nota 3'].map((one) => `${one} · 2026-10-05`)],
  ])('%s comes in whole, each entry with its day', async (name, wanted) => {
    const office = await openOffice(asRss(file(name).toString()));
    await office.read();
    office.house.setNow('2026-11-22T17:00:00Z');
    await office.read();
    const shown = await inOrder(office);
    expect(shown.map((row) => row.replace(/^La Estrella[:,]? /, ''))).toEqual(wanted);
  });

  const entry = (number: number, guid: string, address = `https://elsur.example/${number}`) =>
    `<item><title>La Estrella ${number}</title><link>${address}</link>
     <guid isPermaLink="false">${guid}</guid><pubDate>0${number} Oct 2026</pubDate></item>`;
  const feed = (...entries: string[]) =>
    asRss(`<rss version="2.0"><channel><title>El Sur</title>${entries.join('')}</channel></rss>`);
  const front = 'https://elsur.example/';

  test.each([
    ['all in one reading', [[1, 2, 3]]],
    ['one after the other', [[1], [2], [3]]],
    ['first one, then with others', [[1], [1, 2], [1, 2, 3]]],
    ['first together, then apart', [[1, 2], [3], [2], [1, 3]]],
  ])('that names each entry alike brings each once: %s', async (_, readings) => {
    for (const address of [undefined, front]) {
      const office = await openOffice(asRss('<rss version="2.0"><channel></channel></rss>'));
      for (const [turn, numbers] of readings.entries()) {
        office.answers(feed(...numbers.map((number) => entry(number, front, address))));
        office.house.setNow(`2026-11-22T${16 + turn}:00:00Z`);
        await office.read();
      }
      const shown = await inOrder(office);
      expect(shown).toEqual([1, 2, 3].map((one) => `La Estrella ${one} · 2026-10-0${one}`));
    }
  });

  test('brings an entry once whose headline or address changes under its name', async () => {
    const office = await openOffice(feed(entry(1, 'n-1'), entry(2, 'n-2')));
    await office.read();
    const moved = entry(1, 'n-1', 'https://elsur.example/otra').replace(
      'La Estrella 1',
      'La Estrella hoy',
    );
    office.answers(feed(moved, entry(2, 'n-2', front)));
    office.house.setNow('2026-11-22T17:00:00Z');
    await office.read();
    expect(await inOrder(office)).toHaveLength(2);
  });
});
