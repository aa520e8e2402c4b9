import { addMonths } from '../../shared/calendar/month.ts';
import { channels } from '../../shared/press/channels.ts';
import { soughtWords } from './generate/words.ts';
import { firstYear, years } from './sizes.ts';

export const readNames = [
  'matrix',
  'ten years',
  'ten years by department',
  'value',
  'growth',
  'six growths',
  'clippings',
  'common word',
  'rare word',
] as const;
export type ReadName = (typeof readNames)[number];

/** A read that the bench measures: its procedure, and the inputs it is called with in turn. */
export interface BenchRead {
  name: ReadName;
  procedure: string;
  inputs: readonly unknown[];
  /** The last statements that make the answer; those before only choose among ways of searching. */
  statements?: number;
}

/** Every period of twelve months within the ten years, in an order that leaps about. */
function yearsOfMonths(): { from: string; to: string }[] {
  const count = years * 12 - 11;
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(`${firstYear}-01`, (index * 37) % count);
    return { from, to: addMonths(from, 11) };
  });
}

/** Everything there is, month by month. */
function tenYears(rows: 'kind' | 'department'): unknown[] {
  return [{ from: `${firstYear}-01`, to: `${firstYear + years - 1}-12`, rows }];
}

function yearOfDays(index: number): { from: string; to: string } {
  const year = firstYear + (index % (years - 1));
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function growthInputs(pageIds: readonly string[]): unknown[] {
  return Array.from({ length: 108 }, (_, index) => ({
    pageId: pageIds[(index * 7) % pageIds.length],
    metric: 'followers',
    ...yearOfDays(index),
  }));
}

/** Five years of six pages beside one another. */
function sixGrowthsInputs(pageIds: readonly string[]): unknown[] {
  return Array.from({ length: 40 }, (_, index) => ({
    pageIds: Array.from({ length: 6 }, (_, at) => pageIds[(index * 5 + at) % pageIds.length]),
    metric: 'followers',
    from: `${firstYear + (index % 5)}-01-01`,
    to: `${firstYear + 4 + (index % 5)}-12-31`,
  }));
}

/** A year of one channel, searched by a word: its first page, as the screen asks for it, or the second. */
function clippingInputs(): unknown[] {
  return Array.from({ length: 60 }, (_, index) => ({
    search: soughtWords[index % soughtWords.length],
    page: 1 + (index % 2),
    pageSize: 50,
    channel: channels[index % channels.length],
    ...yearOfDays(index),
  }));
}

/** A filtered page of appearances with its totals, searched by words that so many hold, in orders that vary. */
function searchInputs(search: (index: number) => string): unknown[] {
  const orders = ['day_desc', 'value_desc', 'day_asc'] as const;
  return Array.from({ length: 60 }, (_, index) => ({
    search: search(index),
    pageSize: 50,
    tone: (['positive', 'neutral'] as const)[index % 2],
    order: orders[index % orders.length],
    ...(index % 4 === 0 ? {} : yearOfDays(index)),
  }));
}

/** The reads of the dashboard, over pages that exist. */
export function makeReads(pageIds: readonly string[]): BenchRead[] {
  const periods = yearsOfMonths();
  const listing = { procedure: 'press.listClippings', statements: 2 };
  return [
    { name: 'matrix', procedure: 'output.readMonthMatrix', inputs: periods },
    { name: 'ten years', procedure: 'output.readMatrix', inputs: tenYears('kind') },
    {
      name: 'ten years by department',
      procedure: 'output.readMatrix',
      inputs: tenYears('department'),
    },
    { name: 'value', procedure: 'press.readMonthlyValue', inputs: periods },
    { name: 'growth', procedure: 'social.readGrowth', inputs: growthInputs(pageIds) },
    {
      name: 'six growths',
      procedure: 'social.readGrowthOf',
      inputs: sixGrowthsInputs(pageIds),
    },
    { name: 'clippings', ...listing, inputs: clippingInputs() },
    // Every title holds the first word, and one in five thousand both of the others.
    { name: 'common word', ...listing, inputs: searchInputs(() => 'sesion') },
    {
      name: 'rare word',
      ...listing,
      inputs: searchInputs((index) => `${soughtWords[index % soughtWords.length]} ${300 + index}`),
    },
  ];
}
