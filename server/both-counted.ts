import { type Kysely, sql } from 'kysely';
import { AltavozFailure } from '../shared/failure.ts';
import type { TotalBesideRecords } from '../shared/imports/sheets/rows.ts';
import type { Flag } from './database/record-columns.ts';
import type { Tables } from './database/schema.ts';
import type { Write } from './transaction.ts';

/** Where months are counted from records and from totals, and the column that tells their parts apart. */
const countings = {
  output: { totals: 'output_tally', months: 'output_month', part: 'kind', record: 'output_tally' },
  press: { totals: 'press_tally', months: 'press_month', part: 'channel', record: 'press_tally' },
} as const;
export type Counting = keyof typeof countings;

/** A month of a kind of output or of a channel of free press, and how many are counted in it. */
export interface CountedPart {
  month: string;
  kind: string;
  count: number;
}

/** How many records a month of a kind or channel counts. */
async function countRecords(
  { db }: { db: Kysely<Tables> },
  counting: Counting,
  { month, kind }: Pick<CountedPart, 'month' | 'kind'>,
): Promise<number> {
  const { months, part } = countings[counting];
  const { rows } = await sql<{ count: number }>`select count from ${sql.table(months)}
    where month = ${month} and ${sql.ref(part)} = ${kind} and source = 'records'`.execute(
    db.withoutPlugins(),
  );
  return rows[0]?.count ?? 0;
}

async function keepChoice(write: Write, counting: Counting, id: string): Promise<void> {
  const { totals, record } = countings[counting];
  await sql`update ${sql.table(totals)} set beside_records = 1 where id = ${id}`.execute(write.db);
  const details = { before: { besideRecords: 0 }, after: { besideRecords: 1 } };
  await write.audit({ action: 'update', record, recordId: id, details });
}

async function selectUnchosenTotals(write: Write, counting: Counting, months: readonly string[]) {
  const { totals, part } = countings[counting];
  const { rows } = await sql<CountedPart & { id: string }>`
    select id, month, ${sql.ref(part)} as kind, count from ${sql.table(totals)}
    where month in (${sql.join(months)}) and beside_records = 0 and deleted_at is null
    order by month, ${sql.ref(part)}`.execute(write.db.withoutPlugins());
  return rows;
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
  for (const { id, month, kind, count: total } of await selectUnchosenTotals(
    write,
    counting,
    months,
  )) {
    const share = shares.find((one) => one.month === month && one.kind === kind);
    if (!share) continue;
    if (write.countsBoth) {
      await keepChoice(write, counting, id);
      continue;
    }
    const records = (await countRecords(write, counting, { month, kind })) + share.count;
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
  before?: Pick<CountedPart, 'month' | 'kind'> & { besideRecords: number },
): Promise<Flag> {
  const records = await countRecords(write, counting, { month, kind });
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
    const records = await countRecords({ db }, counting, { month, kind });
    const total = await findTotal(db, counting, { month, kind });
    if (as === 'totals' && records > 0 && !total?.isChosen) {
      found.push({ month, kind, records, total: count });
    }
    if (as === 'records' && total && !total.isChosen) {
      found.push({ month, kind, records: records + count, total: total.count });
    }
  }
  return found;
}

async function findTotal(
  db: Kysely<Tables>,
  counting: Counting,
  { month, kind }: Pick<CountedPart, 'month' | 'kind'>,
) {
  const { totals, part } = countings[counting];
  const { rows } = await sql<{ count: number; chosen: number }>`
    select count, beside_records as chosen from ${sql.table(totals)}
    where month = ${month} and ${sql.ref(part)} = ${kind} and deleted_at is null`.execute(
    db.withoutPlugins(),
  );
  const [row] = rows;
  return row && { count: row.count, isChosen: row.chosen === 1 };
}
