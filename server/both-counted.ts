import type { Kysely } from 'kysely';
import { AltavozFailure, type RecordName } from '../shared/failure.ts';
import type { TotalBesideRecords } from '../shared/imports/sheets/rows.ts';
import type { Flag } from './database/record-columns.ts';
import type { Tables } from './database/schema.ts';
import type { Write } from './transaction.ts';

/** A month of a kind of output or of a channel of free press, and how many are counted in it. */
export interface CountedPart {
  month: string;
  kind: string;
  count: number;
}

type Part = Pick<CountedPart, 'month' | 'kind'>;

/** How an area that counts months from records and from totals tells of them; its SQL is its own. */
export interface Counting {
  record: RecordName;
  /** How many records a part counts. */
  countRecords(db: Kysely<Tables>, part: Part): Promise<number>;
  /** The total of a part, and whether somebody chose to count it beside records. */
  findTotal(
    db: Kysely<Tables>,
    part: Part,
  ): Promise<{ count: number; isChosen: boolean } | undefined>;
  /** The totals of some months that nobody chose to count beside records, in the order of their parts. */
  selectUnchosen(
    db: Kysely<Tables>,
    months: readonly string[],
  ): Promise<(CountedPart & { id: string })[]>;
  /** Keeps with a total that it is counted beside records. */
  keepChoice(db: Kysely<Tables>, id: string): Promise<void>;
}

async function keepChoice(write: Write, counting: Counting, id: string): Promise<void> {
  await counting.keepChoice(write.db, id);
  const details = { before: { besideRecords: 0 }, after: { besideRecords: 1 } };
  await write.audit({ action: 'update', record: counting.record, recordId: id, details });
}

/**
 * Looks, before records are counted, whether their months have totals that nobody chose to count
 * beside records; a choice made in this call is kept with the total, and not asked again.
 * @throws {AltavozFailure} `total_and_records` with the first of them.
 */
export async function requireChoiceOverTotals(
  write: Write,
  counting: Counting,
  added: readonly CountedPart[],
): Promise<void> {
  const shares = added.filter(({ count }) => count > 0);
  const months = [...new Set(shares.map(({ month }) => month))];
  if (months.length === 0) return;
  for (const { id, month, kind, count: total } of await counting.selectUnchosen(write.db, months)) {
    const share = shares.find((one) => one.month === month && one.kind === kind);
    if (!share) continue;
    if (write.countsBoth) {
      await keepChoice(write, counting, id);
      continue;
    }
    const records = (await counting.countRecords(write.db, { month, kind })) + share.count;
    throw new AltavozFailure({ code: 'total_and_records', month, kind, records, total });
  }
}

/**
 * The choice as a total keeps it: 1 where records of its month and kind or channel are counted too.
 * @throws {AltavozFailure} `total_and_records` where they are and nobody chose so.
 */
export async function besideRecordsFlag(
  write: Write,
  counting: Counting,
  { month, kind, count: total }: CountedPart,
  before?: Part & { besideRecords: number },
): Promise<Flag> {
  const records = await counting.countRecords(write.db, { month, kind });
  if (records === 0) return 0;
  const isChosen = before?.besideRecords === 1 && before.month === month && before.kind === kind;
  if (isChosen || write.countsBoth) return 1;
  throw new AltavozFailure({ code: 'total_and_records', month, kind, records, total });
}

/** What parts of one month and kind or channel add up to. */
function sumParts(parts: readonly CountedPart[]): CountedPart[] {
  const sums = new Map<string, CountedPart>();
  for (const part of parts) {
    const key = `${part.month} ${part.kind}`;
    const sum = sums.get(key);
    if (sum) sum.count += part.count;
    else sums.set(key, { ...part });
  }
  return [...sums.values()].sort((one, other) =>
    `${one.month} ${one.kind}` < `${other.month} ${other.kind}` ? -1 : 1,
  );
}

/** Months told of one preview: more of them are of one cause. */
const mostTold = 24;

/** The months in which new records or totals would be counted with what nobody chose to count beside them. */
export async function findBothCounted(
  db: Kysely<Tables>,
  counting: Counting,
  as: 'records' | 'totals',
  parts: readonly CountedPart[],
): Promise<TotalBesideRecords[]> {
  const sums = sumParts(parts).filter(({ count }) => count > 0 || as === 'totals');
  const found: TotalBesideRecords[] = [];
  for (const { month, kind, count } of sums) {
    if (found.length === mostTold) break;
    const records = await counting.countRecords(db, { month, kind });
    const total = await counting.findTotal(db, { month, kind });
    if (as === 'totals' && records > 0 && !total?.isChosen) {
      found.push({ month, kind, records, total: count });
    }
    if (as === 'records' && total && !total.isChosen) {
      found.push({ month, kind, records: records + count, total: total.count });
    }
  }
  return found;
}
