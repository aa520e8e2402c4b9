import type { Kysely } from 'kysely';
import type { SheetChange } from '../../../shared/imports/sheets/rows.ts';
import type { SheetRowList, SheetStanding } from '../../../shared/imports/sheets/schemas.ts';
import type { SheetProblem } from '../../../shared/imports/sheets/target.ts';
import { foldForSearch, type Listed, searchWords } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { SheetImportRowTable } from '../../database/imports-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { readSheetImport } from './sheet-queries.ts';

/** Rows searched at a time, so that others are served between. */
const searchedAtATime = 2_000;

function shownBefore({ before }: SheetImportRowTable): SheetChange['before'] {
  if (before === null) return null;
  const fields = JSON.parse(before) as Record<string, unknown>;
  const { details, ...own } = fields;
  const all = Object.entries({
    ...own,
    ...Object.fromEntries(
      Object.entries((details ?? {}) as Record<string, unknown>).map(([name, value]) => [
        `details.${name}`,
        value,
      ]),
    ),
  });
  return Object.fromEntries(
    all
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}

/** What a row of a sheet says, as stored, and how it stands. */
type Asked = Pick<SheetRowList, 'id' | 'standing'>;

function rowsOf(db: Kysely<Tables>, { id, standing }: Asked) {
  const rows = db.selectFrom('sheetImportRow').where('importId', '=', id);
  return standing === undefined ? rows : rows.where('standing', '=', standing);
}

/**
 * The numbers of the rows that say every word, accents and case aside. What rows of a preview say is
 * not indexed: that would be written for every row of every sheet, and few are ever searched.
 */
async function findRows(
  db: Kysely<Tables>,
  asked: Asked,
  words: readonly string[],
): Promise<number[]> {
  const found: number[] = [];
  let last = -1;
  for (;;) {
    const part = await rowsOf(db, asked)
      .select(['number', 'line', 'said'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(searchedAtATime)
      .execute();
    for (const { number, line, said } of part) {
      const cells = Object.values(JSON.parse(said) as Record<string, string>);
      const text = foldForSearch([line, ...cells].join('\n'));
      if (words.every((word) => text.includes(word))) found.push(number);
    }
    if (part.length < searchedAtATime) return found;
    last = part.at(-1)?.number ?? last;
    await new Promise((resume) => setImmediate(resume));
  }
}

/** A page of the rows of an import, in the order of its sheet: all, those that stand in one way, those that say something. */
export async function listSheetRows(
  context: ActorContext,
  list: SheetRowList,
): Promise<Listed<SheetChange>> {
  const { db } = context.database;
  const { status } = await readSheetImport(context, list.id);
  const from = (list.page - 1) * list.pageSize;
  const words = searchWords(list.search);
  const found = words.length > 0 ? await findRows(db, list, words) : undefined;
  const shown = found?.slice(from, from + list.pageSize);
  if (shown?.length === 0) return { rows: [], total: found?.length ?? 0 };
  const page = rowsOf(db, list).selectAll().orderBy('number');
  const rows = shown
    ? await page.where('number', 'in', shown).execute()
    : await page.limit(list.pageSize).offset(from).execute();
  const { total } = found
    ? { total: found.length }
    : await rowsOf(db, list)
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      number: row.number,
      line: row.line,
      standing: row.standing as SheetStanding,
      said: JSON.parse(row.said) as Record<string, string>,
      problems: JSON.parse(row.problems) as SheetProblem[],
      before: shownBefore(row),
      // What a new row is to be called is drawn before there is such a record.
      recordId: status === 'pending' && row.standing === 'new' ? null : row.recordId,
    })),
    total,
  };
}
