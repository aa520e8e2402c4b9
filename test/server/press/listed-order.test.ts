import { describe, expect, test, vi } from 'vitest';
import { listClippings } from '../../../server/press/table/list-clippings.ts';
import { sortColumns } from '../../../shared/press/clipping-columns.ts';
import { ClippingList } from '../../../shared/press/clipping-list.ts';
import { isPostgres, type TestHouse } from '../../support/house.ts';
import { fileSix } from './six-clippings.ts';

interface Step {
  detail: string;
}

/** How SQLite finds the appearances of a page, step by step. */
async function stepsOf({ database }: TestHouse, asked: object): Promise<string[]> {
  const { reader } = database;
  if (!reader) throw new Error('SQLite alone says its steps');
  const prepare = vi.spyOn(reader, 'prepare');
  await listClippings(database, ClippingList.parse(asked));
  const texts = prepare.mock.calls.map(([text]) => text);
  prepare.mockRestore();
  const page = texts.find((text) => text.includes(' order by ') && text.includes('"clipping"'));
  const places = (page?.match(/\?/g) ?? []).map(() => null);
  const steps = reader.prepare<unknown[], Step>(`explain query plan ${page}`).all(...places);
  return steps.map(({ detail }) => detail);
}

const filters: Record<string, object> = {
  'all of them': {},
  'of some days': { from: '2026-01-01', to: '2026-12-31' },
  'those of a tone': { tone: 'neutral' },
  'those of nobody and no place': { lacking: ['author', 'department', 'event'] },
  'those in which a word is': { search: 'nota' },
};

describe.skipIf(isPostgres)('the table of appearances', () => {
  test('is put in any order by what an index holds, whatever it is narrowed to', async () => {
    const { house } = await fileSix();
    const read: string[] = [];
    for (const column of sortColumns) {
      for (const [what, filter] of Object.entries(filters)) {
        const steps = await stepsOf(house, { ...filter, order: `${column}_desc` });
        expect(steps.join('\n'), `${column}, ${what}`).toMatch(/(SCAN|SEARCH) clipping\b/);
        const whole = steps.filter((step) =>
          /^SCAN clipping\b(?! USING COVERING INDEX)/.test(step),
        );
        // In these two orders the page is full before all is read.
        const isOrdered = ['day', 'title'].includes(column);
        if (whole.length > 0 && !isOrdered) read.push(`${what} by ${column}: ${whole.join('; ')}`);
      }
    }
    expect(read).toEqual([]);
  });
});

test('in the order of outlets stand those of each by its name, the newest first', async () => {
  const { press } = await fileSix();
  const { rows } = await press.listClippings({ order: 'outlet_asc' });
  const told = rows.map(({ outletName, day }) => [outletName, day] as const);
  const byName = [...told].sort(
    ([one, first], [other, second]) => one.localeCompare(other) || second.localeCompare(first),
  );
  expect(told).toEqual(byName);
  expect(new Set(told.map(([name]) => name)).size).toBeGreaterThan(1);
});
