import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const programme = {
  kind: 'programme_episode' as const,
  title: 'La Estrella al día',
  day: '2026-01-05',
  startsAt: '08:00',
};
const weekly = { every: 'week' as const, until: '2026-01-31' };

async function listed(house: TestHouse) {
  const { rows } = await callerAs(house, 'viewer').output.listItems({});
  return rows.map(({ title, day, startsAt }) => `${day} ${startsAt} ${title}`).reverse();
}

describe('something that comes again', () => {
  test('is logged for every one of its days, in one series', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const made = await output.createSeries({ fields: programme, repeat: weekly });
    expect(made).toHaveLength(4);
    expect(await listed(house)).toEqual([
      '2026-01-05 08:00 La Estrella al día',
      '2026-01-12 08:00 La Estrella al día',
      '2026-01-19 08:00 La Estrella al día',
      '2026-01-26 08:00 La Estrella al día',
    ]);
    const { rows } = await output.listItems({});
    expect(new Set(rows.map(({ seriesId }) => seriesId)).size).toBe(1);
    const { cells } = await output.readMonthMatrix({ from: '2026-01', to: '2026-01' });
    expect(cells).toMatchObject([{ kind: 'programme_episode', count: 4 }]);
  });

  test('is of what is planned alone: what happened stays with the day on which it did', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const fields = {
      ...programme,
      day: '2026-11-18',
      notes: 'Acta firmada',
      url: 'https://example.org/1',
      details: { programme: 'Al día', episode: 41, seconds: 1_500, broadcast: 'live' },
    };
    await output.createSeries({ fields, repeat: { every: 'week', until: '2026-12-09' } });
    const { rows } = await output.listItems({});
    const told = rows.map(({ day, state, url, details }) => [day, state, url, details]).reverse();
    const details = { programme: 'Al día', broadcast: 'live', seconds: null };
    expect(told).toEqual([
      ['2026-11-18', 'done', fields.url, fields.details],
      ['2026-11-25', 'planned', null, { ...details, episode: 42 }],
      ['2026-12-02', 'planned', null, { ...details, episode: 43 }],
      ['2026-12-09', 'planned', null, { ...details, episode: 44 }],
    ]);
    const last = rows[0]?.id ?? '';
    expect(await output.readItem({ id: last })).toMatchObject({ notes: null, evidence: [] });
  });

  test('changed from a day on keeps the days before as they were, and what is of each day', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const [, second, third] = await output.createSeries({ fields: programme, repeat: weekly });
    if (!second || !third) throw new Error('the series is too short');
    const noted = await output.updateItem({
      at: third,
      fields: { ...(await output.readItem({ id: third.id })), notes: 'Con la alcaldesa' },
    });
    const fields = { ...programme, title: 'Al día', day: '2026-01-13', startsAt: '09:00' };
    const changed = await output.updateSeries({ at: second, fields });
    expect(await auditOf(house, third.id)).toMatchObject([
      { action: 'update', record: 'output_item' },
      { action: 'update', record: 'output_item' },
    ]);
    expect(changed).toHaveLength(3);
    expect(await listed(house)).toEqual([
      '2026-01-05 08:00 La Estrella al día',
      '2026-01-13 09:00 Al día',
      '2026-01-20 09:00 Al día',
      '2026-01-27 09:00 Al día',
    ]);
    expect(await output.readItem({ id: noted.id })).toMatchObject({ notes: 'Con la alcaldesa' });
    const late = output.updateSeries({ at: second, fields });
    expect(await failureOf(late)).toMatchObject({ code: 'record_changed' });
  });

  test('removed from a day on comes back whole', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const made = await output.createSeries({ fields: programme, repeat: weekly });
    const second = made[1];
    if (!second) throw new Error('the series is too short');
    const removed = await output.removeSeries(second);
    expect(await listed(house)).toEqual(['2026-01-05 08:00 La Estrella al día']);
    await output.restoreItems({ ats: removed });
    expect(await listed(house)).toHaveLength(4);
  });

  test('that ends before it begins, or never seems to end, is refused and nothing is logged', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const series = (until: string) =>
      failureOf(output.createSeries({ fields: programme, repeat: { ...weekly, until } }));
    expect(await series('2026-01-04')).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'repeat.until', rule: 'ends_before_first' }],
    });
    expect(await series('2036-01-04')).toMatchObject({ fields: [{ rule: 'too_many_days' }] });
    expect(await listed(house)).toEqual([]);
    const viewer = callerAs(house, 'viewer').output.createSeries({
      fields: programme,
      repeat: weekly,
    });
    expect(await failureOf(viewer)).toMatchObject({ code: 'role_not_allowed' });
  });
});
