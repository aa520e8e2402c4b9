import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openNewspaper } from '../../../jobs/demo/open-newspaper.ts';
import { describeOutlets } from '../../../jobs/seed/believable-outlets.ts';
import { pullFeeds } from '../../../jobs/tasks/pull-feeds.ts';
import { asSystem } from '../../../server/context.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

let house: TestHouse;
let fronts: Map<string, string>;

beforeEach(async () => {
  house = await makeHouse();
  house.web = undefined;
  const newspaper = await openNewspaper(house);
  onTestFinished(() => newspaper.close());
  await describeOutlets(asSystem(house), 2026);
  fronts = new Map(newspaper.papers.map(({ outlet, front }) => [outlet, front]));
});

describe('the papers of the demonstration', () => {
  test.each([
    ['El Colombiano', 'noticias/parque-la-estrella', 'La Estrella abrió su nuevo parque lineal'],
    ['Minuto 30', 'noticias/cierres-viales', 'Atención: así serán los cierres viales'],
  ])('are captured by their address, in UTF-8 and in ISO-8859-1: %s', async (name, path, title) => {
    const address = `${fronts.get(name)}${path}`;
    const { press } = callerAs(house, 'press');
    const [page] = await press.describePages({ addresses: [address] });
    expect(page).toMatchObject({ isRead: true, outlet: { name } });
    expect(page).toMatchObject({ facts: { title: expect.stringContaining(title) } });
  });

  test('bring in what mentions the municipality, and neither stars of football nor of the cinema', async () => {
    await pullFeeds(house, 'test', new AbortController().signal);
    const { press } = callerAs(house, 'press');
    expect((await press.listFeeds({})).rows).toMatchObject([
      { outcome: 'ok' },
      { outcome: 'ok' },
      { outcome: 'ok' },
    ]);
    const { rows } = await press.listFeedEntries({});
    expect(rows.map(({ address }) => address?.replace(/^.*\//, '')).sort()).toEqual([
      'cierres-viales',
      'escuela-musica',
      'lluvias-ladera',
      'metro-sur',
      'parque-la-estrella',
    ]);
    expect(rows).toContainEqual(expect.objectContaining({ author: 'Óscar Muñoz' }));
  });

  test('are all of this machine that may be reached', async () => {
    const { press } = callerAs(house, 'press');
    const [page] = await press.describePages({ addresses: ['http://127.0.0.1:1/'] });
    expect(page).toMatchObject({ isRead: false, failure: { reason: 'private' } });
  });
});
