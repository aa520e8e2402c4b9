import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** Text as search looks through it, as the product folds it once letters of another style are letters. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

interface Folded {
  table: string;
  column: string;
  again?: (text: string) => string;
  /** What, with this column, no two records may share; one that would is left as it was. */
  shared?: readonly string[];
}

const titles = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is compared by its folded text besides what search looks through. */
const keys: readonly Folded[] = [
  { table: 'clipping', column: 'title_key', again: titles },
  { table: 'rate', column: 'section_key', shared: ['outlet_id', 'format', 'unit'] },
  { table: 'count_row', column: 'member_key', shared: ['table_id', 'period'] },
];

const keyColumns = (table: string) => (table === 'post' ? ['page_id', 'external_id'] : ['id']);
const rowsPerQuery = 500;

type Row = Record<string, string>;

const columnsOf = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
const textsOf = (row: Row, names: readonly string[]) => sql.join(names.map((name) => row[name]));

/** The next rows in the order of their keys whose text has more than the letters of every keyboard. */
async function selectNext(db: Kysely<unknown>, { table, column }: Folded, last: Row | undefined) {
  const key = keyColumns(table);
  const after: RawBuilder<unknown> = last
    ? sql`and (${columnsOf(key)}) > (${textsOf(last, key)})`
    : sql``;
  const { rows } = await sql<Row>`
    select ${columnsOf(key)}, ${sql.ref(column)} as folded from ${sql.table(table)}
    where octet_length(${sql.ref(column)}) <> length(${sql.ref(column)}) ${after}
    order by ${columnsOf(key)} limit ${sql.lit(rowsPerQuery)}`.execute(db);
  return rows;
}

async function foldAgain(db: Kysely<unknown>, folded: Folded): Promise<void> {
  const { table, column, again = fold, shared } = folded;
  const key = keyColumns(table);
  let last: Row | undefined;
  do {
    const rows = await selectNext(db, folded, last);
    for (const row of rows) {
      const text = again(row.folded ?? '');
      if (text === row.folded) continue;
      const same = (shared ?? []).map(
        (name) => sql`other.${sql.ref(name)} = ${sql.ref(`${table}.${name}`)}`,
      );
      const free = shared
        ? sql`and not exists (select 1 from ${sql.table(table)} as other where ${sql.join(same, sql` and `)}
            and other.${sql.ref(column)} = ${text})`
        : sql``;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text}
        where (${columnsOf(key)}) = (${textsOf(row, key)}) ${free}`.execute(db);
    }
    last = rows.length === rowsPerQuery ? rows.at(-1) : undefined;
  } while (last);
}

/** Folds anew every text that was folded when letters of another style were other letters. */
export async function foldStyledLetters({ db }: MigrationTools): Promise<void> {
  const tables = await db.introspection.getTables();
  const searched = tables
    .filter(({ name, columns }) => {
      const has = new Set(columns.map((column) => column.name));
      // The index of the appearances' words has no keys: it follows them by itself.
      return ['search_text', ...keyColumns(name)].every((column) => has.has(column));
    })
    .map(({ name }) => ({ table: name, column: 'search_text' }));
  for (const folded of [...searched, ...keys]) await foldAgain(db, folded);
}
