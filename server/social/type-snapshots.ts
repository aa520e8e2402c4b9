import { AltavozFailure } from '../../shared/failure.ts';
import type { TypedSnapshots } from '../../shared/social/typing.ts';
import { questionsOf, type TypingQuestion } from '../../shared/social/typing-questions.ts';
import { type ActorContext, type House, today } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { readingKey, selectLastReadings } from './select-last-readings.ts';
import { writeSnapshots } from './store-snapshots.ts';

async function requirePages(write: Write, pageIds: readonly string[]): Promise<void> {
  const rows = await write.db
    .selectFrom('page')
    .select('id')
    .where('id', 'in', [...pageIds])
    .where('deletedAt', 'is', null)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const id = pageIds.find((one) => !known.has(one));
  if (id !== undefined) throw new AltavozFailure({ code: 'record_not_found', record: 'page', id });
}

async function ask(
  { database }: House,
  { day, figures }: TypedSnapshots,
): Promise<TypingQuestion[]> {
  const pageIds = [...new Set(figures.map(({ pageId }) => pageId))];
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  const last = await selectLastReadings(database.db, pageIds, metrics, day);
  const beside = figures.map(({ pageId, metric, value }) => {
    const reading = last.get(readingKey(pageId, metric));
    return {
      pageId,
      metric,
      value,
      last: reading ? { value: reading.value, day: reading.day } : null,
    };
  });
  return questionsOf(beside, day);
}

/**
 * Stores the figures of a day that somebody typed, all or none; typing them again puts them right.
 * Where one jumps or two look swapped nothing is stored, and it is asked, unless the person is sure.
 * @throws {AltavozFailure} `record_not_found`; `invalid_input` for a day still to come.
 */
export async function typeSnapshots(
  context: ActorContext,
  typed: TypedSnapshots,
): Promise<{ stored: number; questions: TypingQuestion[] }> {
  const { day, figures, areSure } = typed;
  if (day > today(context)) {
    const field = { path: 'day', rule: 'day_to_come', facts: {} };
    throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
  }
  const questions = await ask(context, typed);
  if (questions.length > 0 && !areSure) return { stored: 0, questions };
  return transact(context, ['social'], async (write) => {
    const pageIds = [...new Set(figures.map(({ pageId }) => pageId))];
    await requirePages(write, pageIds);
    const own = { day, source: 'manual' as const, capturedAt: write.at };
    await writeSnapshots(
      context,
      write,
      figures.map((figure) => ({ ...figure, ...own })),
    );
    const [first, ...others] = pageIds;
    await write.audit({
      action: 'store',
      record: 'snapshot',
      recordId: first !== undefined && others.length === 0 ? first : 'many',
      details: { day, figures, asked: questions.length },
    });
    return { stored: figures.length, questions: [] };
  });
}
