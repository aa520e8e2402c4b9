import { CompiledQuery } from 'kysely';
import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { checkClippingSearch } from '../../../server/press/table/check-clipping-search.ts';
import { filteredClippings } from '../../../server/press/table/filter-clippings.ts';
import { shapeFilter } from '../../../server/press/table/list-shape.ts';
import type { SearchPlan } from '../../../server/press/table/search-plan.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import { sortColumns } from '../../../shared/press/clipping-columns.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import type { ClippingFields } from '../../../shared/press/schemas.ts';
import { as, callerAs, failureOf, isPostgres, makeHouse } from '../../support/house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';
import { fileSix } from './six-clippings.ts';

describe('the list of appearances', () => {
  test('comes newest first, in pages, with the totals of all', async () => {
    const { press } = await fileSix();
    const first = await press.listClippings({ pageSize: 4 });
    const second = await press.listClippings({ pageSize: 4, page: 2 });

    expect(first.rows.map((row) => row.title)).toEqual(['Aviso', 'Nota 4', 'Nota 3', 'Nota 2']);
    expect(second.rows.map((row) => row.title)).toEqual(['Nota 1', 'Entrevista al alcalde 100%']);
    expect(first).toMatchObject({
      total: 6,
      totals: {
        count: 6,
        valueCop: 4 * pieceValue,
        valueWithVatCop: 4 * 1_347_447,
        headlineCop: 4 * pieceValue,
        headlineWithVatCop: 4 * 1_347_447,
        unvalued: 1,
        notCounted: 1,
      },
    });
    expect(first.rows[1]).toMatchObject({
      outletName: 'El Colombiano',
      channel: 'press',
      standing: 'valued',
      valueCop: pieceValue,
      grade: 'A',
      isPaid: false,
      version: 1,
      updatedBy: 'Persona press',
    });
  });

  const counted = [
    [{ from: '2026-11-02', to: '2026-11-03' }, 2],
    [{ channel: 'broadcast_digital' }, 1],
    [{ standing: 'unvalued' }, 1],
    [{ standing: 'valued' }, 4],
    [{ standing: 'not_counted' }, 1],
    [{ standing: 'counted' }, 5],
    [{ tone: 'neutral' }, 4],
    [{ tone: 'unclassified' }, 1],
    [{ format: 'radio' }, 1],
    [{ search: 'GOMEZ caracol' }, 1],
    [{ search: '100%' }, 1],
    [{ search: '_' }, 0],
    [{ search: 'entrev alcal' }, 1],
    [{ search: 'trevista' }, 0],
    [{ search: '«Nota» 3, ¿o no?' }, 0],
    [{ search: '«Nota» 3…' }, 1],
    [{ search: '"nota" OR "entrevista"' }, 0],
    [{ search: "nota' & !colombiano:*" }, 4],
    [{ search: 'nota', from: '2026-11-04' }, 1],
  ] as const;
  test('shows as many as each filter finds', async () => {
    const { press } = await fileSix();
    for (const [filters, count] of counted) {
      const { total, rows } = await press.listClippings(filters);
      expect([filters, total, rows.length]).toEqual([filters, count, count]);
    }
  });

  const named = [
    [{ medium: 'radio' }, ['Entrevista al alcalde 100%']],
    [{ author: 'Ana Gómez' }, ['Entrevista al alcalde 100%']],
    [{ isPaid: true }, ['Aviso']],
    [{ grade: 'A', to: '2026-11-01' }, ['Nota 1']],
    [{ minValueCop: 1, maxValueCop: pieceValue, to: '2026-11-01' }, ['Nota 1']],
    [{ minValueCop: pieceValue + 1 }, []],
    [{ lacking: ['author', 'topic', 'evidence', 'key_message'], isPaid: true }, ['Aviso']],
    [{ lacking: ['author'], format: 'radio' }, []],
    [{ underContract: true }, []],
    [{ hasEvidence: false, isPaid: true }, ['Aviso']],
    [{ hasEvidence: true }, []],
    [{ review: 'unreviewed', isPaid: true }, ['Aviso']],
    [{ review: 'approved' }, []],
    [{ entry: 'feed' }, []],
  ] as const;
  test('shows those that each filter finds', async () => {
    const { press } = await fileSix();
    for (const [filters, titles] of named) {
      const asked = { ...filters, lacking: 'lacking' in filters ? [...filters.lacking] : [] };
      const { rows } = await press.listClippings(asked);
      expect([filters, rows.map((row) => row.title)]).toEqual([filters, titles]);
    }
  });

  test.each(sortColumns)('is sorted by %s both ways, and shows all either way', async (column) => {
    const { press, ids } = await fileSix();
    for (const direction of ['asc', 'desc'] as const) {
      const { rows } = await press.listClippings({ order: `${column}_${direction}` });
      expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    }
  });

  test('sorted by author, those without one come last both ways', async () => {
    const { press } = await fileSix();
    for (const order of ['author_asc', 'author_desc'] as const) {
      expect((await press.listClippings({ order })).rows[0]?.author).toBe('Ana Gómez');
    }
  });

  test('by value, those without one come last both ways', async () => {
    const { press } = await fileSix();
    const last = async (order: 'value_asc' | 'value_desc') =>
      (await press.listClippings({ order })).rows.at(-1)?.standing;
    expect(await last('value_desc')).toBe('unvalued');
    expect(await last('value_asc')).toBe('unvalued');
  });

  test('many at once are valued as by hand, with the roll-up right and one audit row', async () => {
    const { house, press, ids } = await fileSix();
    expect(await press.readClipping({ id: ids[0] ?? '' })).toMatchObject({
      title: 'Nota 1',
      valuation: { result: { valueCop: pieceValue } },
    });
    expect((await press.readMonthlyValue({ from: '2026-10', to: '2026-11' })).rows).toEqual([
      { month: '2026-10', channel: 'broadcast_digital', count: 1, valueCop: null, unvalued: 1 },
      { month: '2026-11', channel: 'press', count: 4, valueCop: 4 * pieceValue, unvalued: 0 },
    ]);
    expect(await checkPressRollup(house)).toEqual([]);
    const audits = await house.database.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'import')
      .execute();
    expect(audits.map((row) => row.details)).toEqual(['{"count":6}']);
  });

  test('one with an unknown outlet stores none of them', async () => {
    const { house, press, outletId } = await fileSix();
    const rows = [piece(outletId), piece('nobody')];
    expect(await failureOf(importClippings(as(house, 'press'), rows))).toMatchObject({
      code: 'record_not_found',
    });
    expect((await press.listClippings({})).total).toBe(6);
  });
});

describe('a search', () => {
  test('follows what an appearance says, also after it changes, goes and comes back', async () => {
    const { press, outletId, ids } = await fileSix();
    const id = ids[0] ?? '';
    const count = async (search: string, removed = false) =>
      (await press.listClippings({ search, removed })).total;
    const fields = piece(outletId, {
      title: 'Ola de frío',
      topic: 'Clima',
      notes: 'Pidió réplica',
    });
    const at = await press.updateClipping({ at: { id, version: 1 }, fields });
    expect(await count('ola fri')).toBe(1);
    expect(await count('clima replica')).toBe(1);
    expect(await count('nota 1')).toBe(0);
    const removed = await press.removeClipping(at);
    expect([await count('frio'), await count('frio', true)]).toEqual([0, 1]);
    await press.restoreClipping(removed);
    expect(await count('frio')).toBe(1);
  });

  test('finds the same by each of its ways, whatever the order', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const rows = Array.from({ length: 600 }, (_, index) =>
      piece(outletId, {
        day: addDays('2026-01-01', index % 300),
        title: `Boletín ${index}${index % 2 ? ' del hospital' : ''}${index % 200 ? '' : ' único'}`,
      }),
    );
    await importClippings(as(house, 'press'), rows);
    const { database } = house;
    const terms = ['hosp', 'bol'];
    const filter = ClippingFilter.parse({ search: terms.join(' '), to: '2026-06-30' });
    const { shape, values } = shapeFilter(filter, terms, database.dialect);
    const plans: SearchPlan[] =
      database.dialect === 'sqlite' ? ['look_up', 'probe', 'walk'] : ['server'];
    for (const search of plans) {
      const words = search === 'walk' ? terms.length : 0;
      const query = filteredClippings(database.db, { ...shape, search, words });
      const { sql: text, parameters } = query.select('title').compile();
      const bound = parameters.map((name) => values[String(name)]);
      const found = await database.db.executeQuery<{ title: string }>({
        ...CompiledQuery.raw(text, bound),
      });
      expect(found.rows.length).toBe(rows.filter(isFound).length);
    }
    function isFound({ title, day }: ClippingFields): boolean {
      return title.includes('hospital') && day <= '2026-06-30';
    }
    const unique = await callerAs(house, 'viewer').press.listClippings({ search: 'unico' });
    expect(unique.total).toBe(3);
  });
});

describe.skipIf(isPostgres)('what search finds appearances by', () => {
  test('is built anew by the check when it departs from what they say', async () => {
    const { house, press } = await fileSix();
    expect(await checkClippingSearch(house)).toBe(true);
    house.database.sqlite?.exec(`insert into clipping_search(clipping_search, rowid, search_text)
      select 'delete', rowid, search_text from clipping where title = 'Nota 2'`);
    expect((await press.listClippings({ search: 'nota' })).total).toBe(3);
    expect(await checkClippingSearch(house)).toBe(false);
    expect((await press.listClippings({ search: 'nota' })).total).toBe(4);
    expect(await checkClippingSearch(house)).toBe(true);
  });
});
