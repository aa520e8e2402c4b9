import { describe, expect, test } from 'vitest';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { totalsOf } from '../../../server/press/table/list-clippings.ts';
import { shapeFilter } from '../../../server/press/table/list-shape.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import { isHeadline } from '../../../shared/press/headline.ts';
import { tones } from '../../../shared/press/schemas.ts';
import { as, isPostgres, makeHouse } from '../../support/house.ts';
import { piece, pieceValue } from './press-records.ts';
import { fileSix } from './six-clippings.ts';

describe('the totals of a list of appearances', () => {
  test('what is filtered is added up alone; a sum of nothing valued is absent', async () => {
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

  test('adds up the headline apart from all tones, whatever is filtered', async () => {
    const { house, press, outletId } = await fileSix();
    const toned = [...tones, null].map((tone, index) =>
      piece(outletId, { day: '2026-09-01', title: `Tono ${index}`, tone }),
    );
    await importClippings(as(house, 'press'), toned);
    const filters = [{}, { search: 'tono' }, { from: '2026-11-02' }, { tone: 'negative' }] as const;
    for (const filter of filters) {
      const { rows, totals } = await press.listClippings({ ...filter, pageSize: 200 });
      const valued = rows.filter(({ standing }) => standing === 'valued');
      const sum = (some: typeof rows) =>
        some.length === 0 ? null : some.reduce((all, { valueCop }) => all + (valueCop ?? 0), 0);
      expect([filter, totals.valueCop, totals.headlineCop]).toEqual([
        filter,
        sum(valued),
        sum(valued.filter(isHeadline)),
      ]);
    }
  });

  test.skipIf(isPostgres)(
    'adds up days, channels and tones in one pass over an index alone',
    async () => {
      const { database } = await makeHouse();
      for (const asked of [{}, { channel: 'press' }, { tone: 'neutral', standing: 'counted' }]) {
        const filter = ClippingFilter.parse({ from: '2026-01-01', to: '2026-12-31', ...asked });
        const { shape } = shapeFilter(filter, [], database.dialect);
        const { sql: text } = totalsOf(database.db, shape).compile();
        const plan = database.sqlite?.prepare(`explain query plan ${text}`);
        const steps = plan?.all(
          ...Array(plan.reader ? text.split('?').length - 1 : 0).fill(''),
        ) as {
          detail: string;
        }[];
        expect(steps.map(({ detail }) => detail)).toEqual([
          expect.stringMatching(/^SEARCH clipping USING COVERING INDEX clipping_day /),
        ]);
      }
    },
  );
});
