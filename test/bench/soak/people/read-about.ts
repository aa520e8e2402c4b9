import { addMonths } from '../../../../shared/calendar/month.ts';
import type { SeededRandom } from '../../generate/seeded-random.ts';
import { firstYear, years } from '../../sizes.ts';
import type { Desk } from '../desk.ts';

const words = ['', 'feria', 'vía', 'salud', 'soak', 'alcaldía barrio'] as const;
const orders = ['author_asc', 'author_desc', 'value_desc', 'title_asc', 'day_desc'] as const;

/** What any role looks at: lists searched and sorted, figures of months and years, what the networks say. */
const reads: ((desk: Desk, random: SeededRandom) => Promise<unknown>)[] = [
  ({ ask }) => ask.accounts.readSelf.query(),
  (desk) => desk.fetch('/healthz', '/healthz'),
  (desk) => desk.fetch('/readyz', '/readyz'),
  ({ ask }, random) =>
    ask.output.listItems.query({ search: random.pick(words), page: random.whole(1, 40) }),
  ({ ask }, random) =>
    ask.press.listClippings.query({ search: random.pick(words), order: random.pick(orders) }),
  ({ ask }, random) => {
    const from = `${firstYear + random.whole(0, years - 1)}-01`;
    return ask.output.readMatrix.query({ from, to: addMonths(from, random.whole(0, 11)) });
  },
  ({ ask }, random) => {
    const from = addMonths(`${firstYear}-01`, random.whole(0, years * 12 - 12));
    return ask.press.readMonthlyValue.query({ from, to: addMonths(from, 11) });
  },
  ({ ask }) => ask.press.readYearlyValue.query(),
  ({ ask }) => ask.social.listPages.query(),
  ({ ask }) => ask.output.listKinds.query(),
];

/** Looks at one thing. */
export async function readAbout(desk: Desk, random: SeededRandom): Promise<void> {
  await reads[random.whole(0, reads.length - 1)]?.(desk, random);
}
