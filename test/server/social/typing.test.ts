import { describe, expect, test } from 'vitest';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import { as, auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const day = '2026-11-22';
const exact = 'exact' as const;

async function officeWithPages() {
  const house = await makeHouse();
  const { social } = callerAs(house, 'coordinator');
  const add = (network: 'facebook' | 'instagram' | 'x', isPulled: boolean) =>
    social.createPage({
      network,
      handle: `alcaldia_${network}`,
      title: `Alcaldía ${network}`,
      isPulled,
    });
  const [facebook, instagram, x] = [
    await add('facebook', true),
    await add('instagram', false),
    await add('x', false),
  ];
  const reading = (pageId: string, value: number, source: 'api' | 'manual', on = '2026-11-20') =>
    ({
      pageId,
      value,
      source,
      metric: 'followers',
      day: on,
      precision: exact,
      capturedAt: `${on}T12:00:00.000Z`,
    }) as const;
  await storeSnapshots(as(house, 'admin'), [
    reading(facebook.id, 24_591, 'api'),
    reading(facebook.id, 24_600, 'api', day),
    reading(instagram.id, 15_750, 'api'),
    reading(instagram.id, 15_000, 'manual'),
    reading(x.id, 12_480, 'manual'),
  ]);
  return { house, social, facebook, instagram, x };
}

describe('the grid where figures are typed', () => {
  test('shows the pages kept by hand, with the last figure known of each, and what is known of the day', async () => {
    const { social, facebook, instagram, x } = await officeWithPages();
    const metrics = ['followers' as const, 'posts' as const];
    const grid = await social.readTypingGrid({ day, metrics });
    expect(grid.total).toBe(2);
    expect(grid.rows).toMatchObject([
      {
        pageId: instagram.id,
        cells: [
          { metric: 'followers', last: { value: 15_750, source: 'api' }, typed: null, known: null },
          { metric: 'posts', last: null, typed: null, known: null },
        ],
      },
      { pageId: x.id, cells: [{ last: { value: 12_480, day: '2026-11-20' } }, {}] },
    ]);
    const all = await social.readTypingGrid({ day, metrics, byHand: false, network: 'facebook' });
    expect(all.rows).toMatchObject([
      { pageId: facebook.id, cells: [{ last: { value: 24_591 }, known: { value: 24_600 } }, {}] },
    ]);
  });

  test('keeps the figures of many pages at once, which can be put right by typing them again', async () => {
    const { house, social, instagram, x } = await officeWithPages();
    const figure = (pageId: string, value: number) => ({
      pageId,
      value,
      metric: 'followers' as const,
      precision: exact,
    });
    const first = { day, figures: [figure(instagram.id, 15_800), figure(x.id, 12_500)] };
    expect(await social.typeSnapshots(first)).toEqual({ stored: 2, questions: [] });
    const second = { day, figures: [figure(x.id, 12_510)] };
    expect(await social.typeSnapshots(second)).toEqual({ stored: 1, questions: [] });

    const { rows } = await social.readTypingGrid({ day, metrics: ['followers'] });
    expect(rows.map(({ cells }) => cells[0]?.typed?.value)).toEqual([15_800, 12_510]);
    expect(await auditOf(house, 'many')).toMatchObject([
      { action: 'store', record: 'snapshot' },
      {
        action: 'store',
        actorName: 'Persona coordinator',
        details: expect.stringContaining('15800'),
      },
    ]);
    expect(await auditOf(house, x.id)).toMatchObject([{ action: 'create' }, { action: 'store' }]);
    const refused = callerAs(house, 'press').social.typeSnapshots(first);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });

  test('asks before it keeps figures that jump or look swapped, and keeps them when the person is sure', async () => {
    const { social, instagram, x } = await officeWithPages();
    const figures = [
      { pageId: instagram.id, metric: 'followers' as const, value: 12_500, precision: exact },
      { pageId: x.id, metric: 'followers' as const, value: 15_800, precision: exact },
      { pageId: x.id, metric: 'posts' as const, value: 40, precision: exact },
    ];
    const asked = await social.typeSnapshots({ day, figures });
    expect(asked).toMatchObject({
      stored: 0,
      questions: [{ asks: 'swap', figures: [{ pageId: instagram.id }, { pageId: x.id }] }],
    });
    const { rows } = await social.readTypingGrid({ day, metrics: ['followers', 'posts'] });
    expect(rows.flatMap(({ cells }) => cells.map(({ typed }) => typed))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await social.typeSnapshots({ day, figures, areSure: true })).toMatchObject({
      stored: 3,
    });
  });

  test('refuses a day to come, a page that is gone and a figure typed twice, and keeps nothing', async () => {
    const { social, instagram, x } = await officeWithPages();
    const figure = (pageId: string) => ({
      pageId,
      metric: 'posts' as const,
      value: 3,
      precision: exact,
    });
    const tomorrow = social.typeSnapshots({ day: '2026-11-23', figures: [figure(x.id)] });
    expect(await failureOf(tomorrow)).toMatchObject({ fields: [{ rule: 'day_to_come' }] });
    await social.removePage({ id: instagram.id, version: 1 });
    const gone = social.typeSnapshots({ day, figures: [figure(x.id), figure(instagram.id)] });
    expect(await failureOf(gone)).toMatchObject({ code: 'record_not_found', id: instagram.id });
    const twice = social.typeSnapshots({ day, figures: [figure(x.id), figure(x.id)] });
    expect(await failureOf(twice)).toMatchObject({ issues: [{ path: ['figures'] }] });
    expect(await social.typeSnapshots({ day, figures: [figure(x.id)] })).toMatchObject({
      stored: 1,
    });
  });
});
