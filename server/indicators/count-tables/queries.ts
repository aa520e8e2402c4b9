import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CountTableDetail,
  CountTableRow,
} from '../../../shared/indicators/count-tables/rows.ts';
import type {
  CountTableList,
  OfCountTable,
} from '../../../shared/indicators/count-tables/schemas.ts';
import type { Listed } from '../../../shared/records.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { Tables } from '../../database/schema.ts';
import { searchConditions } from '../../database/search.ts';
import { showCountTable, showCountTableIn } from './show-count-table.ts';

type Db = Kysely<Tables>;

/** The periods of some tables that have rows, from the newest. */
async function selectPeriods(
  db: Db,
  tableIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const periods = new Map<string, string[]>();
  if (tableIds.length === 0) return periods;
  const rows = await db
    .selectFrom('countRow')
    .select(['tableId', 'period'])
    .distinct()
    .where('tableId', 'in', tableIds)
    .where('deletedAt', 'is', null)
    .orderBy('period', 'desc')
    .execute();
  for (const { tableId, period } of rows) {
    periods.set(tableId, [...(periods.get(tableId) ?? []), period]);
  }
  return periods;
}

const selectRows = (db: Db, tableId: string, period: string) =>
  db
    .selectFrom('countRow')
    .selectAll()
    .where('tableId', '=', tableId)
    .where('period', '=', period)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('memberKey')
    .execute();

/** Codes are in the order of their numbers: 4.2.10 stands after 4.2.9. */
const byCode = new Intl.Collator('es', { numeric: true });

/** A page of the tables of counts by code. */
export async function selectCountTables(
  { db }: OpenDatabase,
  { search, page, pageSize, removed }: CountTableList,
): Promise<Listed<CountTableRow>> {
  const all = await db
    .selectFrom('countTable')
    .selectAll()
    .where('deletedAt', removed ? 'is not' : 'is', null)
    .where((expression) => expression.and(searchConditions('searchText', search)))
    .execute();
  all.sort((one, other) => byCode.compare(one.code, other.code) || (one.id < other.id ? -1 : 1));
  const some = all.slice((page - 1) * pageSize, page * pageSize);
  const periods = await selectPeriods(
    db,
    some.map(({ id }) => id),
  );
  return {
    rows: some.map((kept) => showCountTable(kept, periods.get(kept.id) ?? [])),
    total: all.length,
  };
}

/** So many names of rows tell the tables of an office apart. */
const mostMembers = 5_000;

/** What the rows of each table are called in any of its periods, by dimension. */
export async function selectCountMembers({
  db,
}: OpenDatabase): Promise<ReadonlyMap<string, string[][]>> {
  const rows = await db
    .selectFrom('countRow')
    .select(['tableId', 'members'])
    .distinct()
    .where('memberKey', '!=', '*')
    .where('deletedAt', 'is', null)
    .limit(mostMembers)
    .execute();
  const names = new Map<string, Set<string>[]>();
  for (const { tableId, members } of rows) {
    const own = names.get(tableId) ?? [];
    for (const [at, name] of (JSON.parse(members) as string[]).entries()) {
      own[at] = (own[at] ?? new Set()).add(name);
    }
    names.set(tableId, own);
  }
  return new Map([...names].map(([id, own]) => [id, own.map((set) => [...set])]));
}

/** A table in a period, the newest that has rows when none is asked. @throws {AltavozFailure} `record_not_found`. */
export async function selectCountTable(
  { db }: OpenDatabase,
  { id, period: asked }: OfCountTable,
): Promise<CountTableDetail> {
  const kept = await db
    .selectFrom('countTable')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!kept) throw new AltavozFailure({ code: 'record_not_found', record: 'count_table', id });
  const periods = (await selectPeriods(db, [id])).get(id) ?? [];
  const period = asked ?? periods[0] ?? null;
  const rows = period === null ? [] : await selectRows(db, id, period);
  return showCountTableIn(showCountTable(kept, periods), period, rows);
}

/** Every table in each period of a year that has rows: the year itself, its quarters, its months. */
export async function selectCountTablesOf(
  { db }: OpenDatabase,
  year: number,
): Promise<CountTableDetail[]> {
  const tables = await db
    .selectFrom('countTable')
    .selectAll()
    .where('deletedAt', 'is', null)
    .execute();
  tables.sort((one, other) => byCode.compare(one.code, other.code));
  const rows = await db
    .selectFrom('countRow')
    .selectAll()
    .where('period', '>=', String(year))
    .where('period', '<', String(year + 1))
    .where('deletedAt', 'is', null)
    .orderBy('period')
    .orderBy('position')
    .orderBy('memberKey')
    .execute();
  return tables.flatMap((kept) => {
    const own = rows.filter(({ tableId }) => tableId === kept.id);
    const periods = [...new Set(own.map(({ period }) => period))];
    const table = showCountTable(kept, periods);
    return periods.map((period) =>
      showCountTableIn(
        table,
        period,
        own.filter((row) => row.period === period),
      ),
    );
  });
}

/** The years of which tables of counts say something, in order. */
export async function selectCountYears({ db }: OpenDatabase): Promise<number[]> {
  const rows = await db
    .selectFrom('countRow')
    .select('period')
    .distinct()
    .where('deletedAt', 'is', null)
    .execute();
  const years = new Set(rows.map(({ period }) => Number(period.slice(0, 4))));
  return [...years].sort((one, other) => one - other);
}
