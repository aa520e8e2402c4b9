import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { storePosts } from '../../../server/social/store-posts.ts';
import { type RuleMeasure, ruleMeasures } from '../../../shared/indicators/measures.ts';
import type { Days } from '../../../shared/indicators/period-target.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { addColombiano, piece } from '../press/press-records.ts';

/** Makes an indicator of a rule and reads it between two days; midday of 22 November 2026. */
async function readRule(house: TestHouse, rule: object, period?: Days) {
  const { indicators } = callerAs(house, 'coordinator');
  const { id } = await indicators.createIndicator({
    code: `R-${Math.random().toString(36).slice(2)}`,
    name: 'Indicador',
    plan: 'action_plan',
    unit: 'number',
    method: { type: 'rule', rule: rule as { measure: RuleMeasure } },
  });
  return indicators.readIndicator({ id, year: 2026, period });
}

const days = (from: string, to: string): Days => ({ from: `2026-${from}`, to: `2026-${to}` });

async function addPage(house: TestHouse, handle: string, network: 'facebook' | 'x' = 'facebook') {
  const { social } = callerAs(house, 'coordinator');
  const { id } = await social.createPage({ network, handle, title: handle });
  const type = async (metric: 'followers' | 'reach', figures: Record<string, number>) => {
    for (const [day, value] of Object.entries(figures)) {
      const of = { pageId: id, day: `2026-${day}`, precision: 'exact' as const };
      await social.typeSnapshot({ ...of, metric, value });
    }
  };
  return { id, type };
}

describe('a rule over output', () => {
  test('adds up attendance, copies and minutes of what was done, and says of how many items', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const event = { kind: 'event' as const, title: 'Feria', day: '2026-03-02' };
    await output.createItem({ ...event, details: { attendance: 120 } });
    await output.createItem({ ...event, details: { attendance: 0 } });
    await output.createItem(event);
    await output.createItem({ ...event, day: '2026-12-20', details: { attendance: 500 } });
    const run = { kind: 'print_run' as const, title: 'Boletín', day: '2026-03-02' };
    await output.createItem({ ...run, details: { copies: 2_000 } });
    const video = { kind: 'institutional_video' as const, title: 'Video', day: '2026-04-02' };
    await output.createItem({ ...video, details: { seconds: 90 } });
    const attendance = await readRule(house, { measure: 'attendance' });
    expect(attendance.achieved).toEqual({
      value: '120',
      sources: ['records'],
      missing: null,
      coverage: { has: 2, of: 3, unit: 'items' },
    });
    expect((await readRule(house, { measure: 'copies' })).achieved.value).toBe('2000');
    expect((await readRule(house, { measure: 'video_minutes' })).achieved.value).toBe('1.5');
    const april = await readRule(house, { measure: 'attendance' }, days('04-01', '04-30'));
    expect(april.achieved).toMatchObject({ value: null, missing: 'nothing_counted' });
  });

  test('counts the commitments kept of the meetings of the period', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const meeting = { kind: 'community_meeting' as const, title: 'Diálogo' };
    const { id } = await output.createItem({ ...meeting, day: '2026-05-04' });
    const rule = { measure: 'commitments_kept' };
    expect((await readRule(house, rule)).achieved.value).toBeNull();
    await output.createCommitment({ meetingId: id, text: 'Luz en el parque' });
    expect((await readRule(house, rule)).achieved.value).toBe('0');
    await output.createCommitment({ meetingId: id, text: 'Arreglar la vía', state: 'done' });
    expect((await readRule(house, rule)).achieved.value).toBe('1');
    expect((await readRule(house, rule, days('06-01', '06-30'))).achieved.value).toBeNull();
    // What was promised at a meeting that did not take place was not promised.
    for (const state of ['planned', 'cancelled'] as const) {
      const other = await output.createItem({ ...meeting, day: '2026-05-18', state });
      const promised = { text: `Cancha ${state}`, state: 'done' as const };
      await output.createCommitment({ meetingId: other.id, ...promised });
    }
    expect((await readRule(house, rule)).achieved.value).toBe('1');
  });

  test('between two days counts the items of those days, and says what totals it leaves out', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const event = { kind: 'event' as const, title: 'Feria' };
    for (const day of ['2026-02-10', '2026-02-20', '2026-03-05', '2026-03-25']) {
      await output.createItem({ ...event, day });
    }
    const tally = { kind: 'event' as const, count: 9, source: 'Cuaderno' };
    await output.createTally({ ...tally, month: '2026-01' });
    await output.createTally({ ...tally, month: '2026-06' });
    const rule = { measure: 'output' };
    const cut = await readRule(house, rule, days('01-01', '02-15'));
    expect(cut.achieved).toEqual({ value: '10', sources: ['tally', 'records'], missing: null });
    const within = await readRule(house, rule, days('02-15', '03-10'));
    expect(within.achieved.value).toBe('2');
    const ofTally = await readRule(house, rule, days('06-01', '06-15'));
    expect(ofTally.achieved).toMatchObject({ value: null, missing: 'cuts_period' });
    const quarter = await readRule(house, rule, days('01-01', '03-31'));
    expect(quarter.achieved.value).toBe('13');
    expect(quarter.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  test('between two days counts appearances by day, as their months do', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    for (const day of ['2026-10-30', '2026-11-03', '2026-11-19']) {
      await press.createClipping(piece(outletId, { day, title: day }));
    }
    const rule = { measure: 'press_count' };
    expect((await readRule(house, rule, days('10-31', '11-10'))).achieved.value).toBe('1');
    expect((await readRule(house, rule, days('10-01', '11-30'))).achieved.value).toBe('3');
  });
});

describe('a rule over networks', () => {
  test('takes the last level of each page, and says how many pages have one', async () => {
    const house = await makeHouse();
    const one = await addPage(house, 'alcaldia');
    const other = await addPage(house, 'cultura');
    await addPage(house, 'sin_lecturas', 'x');
    await one.type('followers', { '01-10': 100, '03-20': 140, '10-30': 200 });
    await other.type('followers', { '03-05': 50 });
    const all = await readRule(house, { measure: 'followers' }, days('01-01', '03-31'));
    expect(all.achieved).toEqual({
      value: '190',
      sources: ['networks'],
      missing: null,
      coverage: { has: 2, of: 3, unit: 'pages' },
      until: '2026-03-05',
    });
    const facebook = await readRule(house, { measure: 'followers', network: 'facebook' });
    expect(facebook.achieved).toMatchObject({ value: '250' });
    expect(facebook.achieved.coverage).toBeUndefined();
    expect(facebook.months[9]?.achieved).toMatchObject({ value: '200' });
    expect(facebook.months[3]?.achieved.value).toBeNull();
    const own = { measure: 'followers', pageIds: [other.id] };
    expect((await readRule(house, own)).achieved.value).toBe('50');
  });

  test('a change is from the last reading before the period; those of the months add up to the year’s', async () => {
    const house = await makeHouse();
    const page = await addPage(house, 'alcaldia');
    await page.type('followers', { '01-10': 100, '01-25': 110, '03-20': 140, '10-30': 200 });
    const rule = { measure: 'followers_change' };
    const march = await readRule(house, rule, days('03-01', '03-31'));
    expect(march.achieved).toMatchObject({ value: '30' });
    expect(march.achieved.since).toBeUndefined();
    const year = await readRule(house, rule);
    expect(year.achieved).toMatchObject({ value: '100', since: '2026-01-10' });
    const changes = year.months.map(({ achieved }) => achieved.value);
    expect(changes.filter((value) => value !== null)).toEqual(['10', '30', '60']);
    const february = await readRule(house, rule, days('02-01', '02-28'));
    expect(february.achieved).toMatchObject({ value: null, missing: 'nothing_counted' });
  });

  test('people reached add up with their caveat, over the days that were read', async () => {
    const house = await makeHouse();
    const page = await addPage(house, 'alcaldia');
    await page.type('reach', { '11-01': 10, '11-02': 20 });
    const reach = await readRule(house, { measure: 'reach' }, days('11-01', '11-10'));
    expect(reach.achieved).toEqual({
      value: '30',
      sources: ['networks'],
      missing: null,
      coverage: { has: 2, of: 10, unit: 'days' },
      caveats: ['reach_repeats'],
    });
    // Of the days that are still to come nothing can be read.
    const month = await readRule(house, { measure: 'reach' }, days('11-01', '11-30'));
    expect(month.achieved.coverage).toEqual({ has: 2, of: 22, unit: 'days' });
    const views = await readRule(house, { measure: 'views' });
    expect(views.achieved).toMatchObject({ value: null, missing: 'nothing_counted' });
  });

  test('posts are counted where they are known: of a month that nobody read nobody says there were none', async () => {
    const house = await makeHouse();
    const page = await addPage(house, 'alcaldia');
    const capturedAt = house.now().toISOString();
    const post = (publishedAt: string) => ({
      ...{ externalId: publishedAt, publishedAt, kind: 'text' as const },
      ...{ text: 'Aviso', permalink: null, counts: {} },
    });
    const posts = [post('2026-03-02T15:00:00Z'), post('2026-05-02T15:00:00Z')];
    await storePosts(asSystem(house), [{ pageId: page.id, source: 'api', capturedAt, posts }]);
    const { achieved, months } = await readRule(house, { measure: 'posts' });
    expect(achieved.value).toBe('2');
    expect(months.slice(1, 5).map((month) => month.achieved.value)).toEqual([null, '1', null, '1']);

    // What the network gave all of, it says of every month.
    const whole = { part: 'posts', details: '[]', succeededAt: capturedAt, filledAt: capturedAt };
    await house.database.db
      .insertInto('pagePart')
      .values({ pageId: page.id, ...whole })
      .execute();
    const known = await readRule(house, { measure: 'posts' });
    const said = ['0', '1', '0', '1'];
    expect(known.months.slice(1, 5).map((month) => month.achieved.value)).toEqual(said);
  });
});

describe('a rule over a table of counts', () => {
  async function withTable(unit: 'count' | 'score') {
    const house = await makeHouse();
    const { indicators } = callerAs(house, 'coordinator');
    const { id } = await indicators.createTable({
      code: '4.1',
      name: 'Solicitudes',
      dimensions: [{ id: 'way', name: 'Medio' }],
      measures: [{ id: 'got', name: 'Recibidas', unit, total: unit === 'count' ? 'sum' : 'none' }],
    });
    const row = (period: string, name: string, got: string) => ({
      tableId: id,
      period,
      members: [name],
      cells: { got },
      source: 'Informe',
    });
    await indicators.createRows({
      rows: [
        row('2026-01', 'Web', '5'),
        row('2026-02', 'Web', '7'),
        row('2026-02', 'Teléfono', '1'),
        row('2026-Q2', 'Web', '20'),
        row('2025', 'Web', '99'),
      ],
    });
    const cell = (members: string[]) => ({
      measure: 'count_table',
      cell: { tableId: id, measure: 'got', members },
    });
    return { house, cell };
  }

  test('takes a cell of its period, adds counts of its parts, and says how many months they are', async () => {
    const { house, cell } = await withTable('count');
    const read = async (members: string[], period?: Days) =>
      (await readRule(house, cell(members), period)).achieved;
    expect(await read(['web'], days('02-01', '02-28'))).toMatchObject({ value: '7' });
    expect(await read([], days('02-01', '02-28'))).toMatchObject({ value: '8' });
    expect(await read(['Web'])).toMatchObject({
      value: '32',
      sources: ['count_table'],
      coverage: { has: 5, of: 12, unit: 'months' },
    });
    const cut = days('04-01', '04-30');
    expect(await read(['Web'], cut)).toMatchObject({ value: null, missing: 'cuts_period' });
    expect(await read(['Nada'])).toMatchObject({ value: null, missing: 'nothing_counted' });
  });

  test('never adds scores', async () => {
    const { house, cell } = await withTable('score');
    const { achieved } = await readRule(house, cell(['Web']));
    expect(achieved).toMatchObject({ value: null, missing: 'does_not_add' });
  });
});

test('each measure takes the filters of what it looks at, and no others', async () => {
  const house = await makeHouse();
  const cell = { tableId: 'none', measure: 'got', members: [] };
  const refusals: Record<string, string> = {};
  for (const measure of ruleMeasures) {
    const own = measure === 'count_table' ? { cell } : {};
    const asked = { network: 'facebook', ...own };
    const refused = readRule(house, { measure, ...own, words: 'feria' });
    const byWords = await refused.then(
      () => 'taken',
      () => 'refused',
    );
    const byNetwork = await readRule(house, { measure, ...asked }).then(
      () => 'taken',
      () => 'refused',
    );
    refusals[measure] = `${byWords} ${byNetwork}`;
  }
  const output = 'taken refused';
  const networks = 'refused taken';
  const none = 'refused refused';
  expect(refusals).toEqual({
    output,
    attendance: output,
    copies: output,
    video_minutes: output,
    commitments_kept: none,
    press_count: none,
    press_value: none,
    followers: networks,
    followers_change: networks,
    posts: networks,
    reach: networks,
    views: networks,
    engagements: networks,
    count_table: none,
  });
  const without = readRule(house, { measure: 'count_table' });
  expect(await failureOf(without)).toMatchObject({ issues: [{ message: 'cell_of_table' }] });
});
