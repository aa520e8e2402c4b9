import { describe, expect, test } from 'vitest';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { totalsOf } from '../../../server/press/table/list-clippings.ts';
import { shapeFilter } from '../../../server/press/table/list-shape.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import { isHeadline } from '../../../shared/press/headline.ts';
import { tones } from '../../../shared/press/schemas.ts';
import { as, callerAs, isPostgres, makeHouse } from '../../support/house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';
import { fileSix } from './six-clippings.ts';

describe('the totals of a list of appearances', () => {
  test('add up what is filtered alone; a sum of nothing valued is absent', async () => {
    const { press, outletId, radioId } = await fileSix();
    expect((await press.listClippings({ outletId, search: 'nota 2' })).totals).toMatchObject({
      count: 1,
      valueCop: pieceValue,
    });
    expect((await press.listClippings({ outletId: radioId })).totals).toEqual({
      count: 1,
      valueCop: null,
      valueWithVatCop: null,
      headlineCop: null,
      headlineWithVatCop: null,
      unvalued: 1,
      notCounted: 0,
    });
  });

  test('add up the headline apart from all tones, whatever is filtered', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const toned = [...tones, null].flatMap((tone, index) => [
      piece(outletId, { day: '2026-09-01', title: `Tono ${index}`, tone }),
      piece(outletId, { day: '2026-09-02', title: `Pauta ${index}`, tone, isPaid: true }),
      piece(outletId, { day: '2025-09-03', title: `Sin tarifa ${index}`, tone }),
    ]);
    await importClippings(as(house, 'press'), toned);
    const filters = [
      ...[{}, { search: 'tono' }, { to: '2025-12-31' }, { standing: 'counted' }],
      ...[...tones, 'unclassified'].map((tone) => ({ tone })),
    ];
    for (const filter of filters) {
      const asked = { ...ClippingFilter.parse(filter), pageSize: 200 };
      const { rows, totals } = await press.listClippings(asked);
      const valued = rows.filter(({ standing }) => standing === 'valued');
      const sum = (some: typeof rows, of: 'valueCop' | 'valueWithVatCop') =>
        some.length === 0 ? null : some.reduce((all, row) => all + (row[of] ?? 0), 0);
      const headline = valued.filter(isHeadline);
      expect([filter, totals]).toEqual([
        filter,
        {
          count: rows.length,
          valueCop: sum(valued, 'valueCop'),
          valueWithVatCop: sum(valued, 'valueWithVatCop'),
          headlineCop: sum(headline, 'valueCop'),
          headlineWithVatCop: sum(headline, 'valueWithVatCop'),
          unvalued: rows.filter(({ standing }) => standing === 'unvalued').length,
          notCounted: rows.filter(({ standing }) => standing === 'not_counted').length,
        },
      ]);
    }
  });

  test.skipIf(isPostgres)('are read in one pass over an index alone', async () => {
    const { database } = await makeHouse();
    for (const asked of [{}, { channel: 'press' }, { tone: 'neutral', standing: 'counted' }]) {
      const filter = ClippingFilter.parse({ from: '2026-01-01', to: '2026-12-31', ...asked });
      const { shape } = shapeFilter(filter, [], database.dialect);
      const { sql: text, parameters } = totalsOf(database.db, shape).compile();
      const steps = database.sqlite
        ?.prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
        .all(...parameters);
      expect(steps?.map(({ detail }) => detail)).toEqual([
        expect.stringMatching(/^SEARCH clipping USING COVERING INDEX clipping_day /),
      ]);
    }
  });
});
