import type { Kysely } from 'kysely';
import {
  SheetAnswers as Answers,
  SheetLayoutChoice,
} from '../../../shared/imports/sheets/schemas.ts';
import type { SheetAnswers, SheetLayout } from '../../../shared/imports/sheets/target.ts';
import type { Tables } from '../../database/schema.ts';
import type { Write } from '../../transaction.ts';

/** How a sheet with these headings was understood the last time; what is agreed to depends on a year is asked again. */
export async function findMapping(
  db: Kysely<Tables>,
  target: string,
  headings: string,
): Promise<{ layout: SheetLayout; answers: Omit<SheetAnswers, 'year'> } | undefined> {
  const row = await db
    .selectFrom('sheetMapping')
    .select(['layout', 'answers'])
    .where('target', '=', target)
    .where('headings', '=', headings)
    .executeTakeFirst();
  if (!row) return undefined;
  const layout = SheetLayoutChoice.safeParse(JSON.parse(row.layout));
  const answers = Answers.omit({ year: true }).safeParse(JSON.parse(row.answers));
  return layout.success && answers.success
    ? { layout: layout.data, answers: answers.data }
    : undefined;
}

/** Keeps how a sheet was understood, for the next one with the same headings. */
export async function rememberMapping(
  { db, at }: Write,
  target: string,
  headings: string,
  layout: SheetLayout,
  answers: SheetAnswers,
): Promise<void> {
  const kept = { layout: JSON.stringify(layout), answers: JSON.stringify(answers), updatedAt: at };
  await db
    .insertInto('sheetMapping')
    .values({ target, headings, ...kept })
    .onConflict((conflict) => conflict.columns(['target', 'headings']).doUpdateSet(kept))
    .execute();
}
