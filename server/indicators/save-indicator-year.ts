import { AltavozFailure } from '../../shared/failure.ts';
import type {
  IndicatorFigureFields,
  IndicatorYearFields,
  OfIndicatorYear,
} from '../../shared/indicators/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { indicatorFigureKind, indicatorYearKind } from './tables.ts';

async function requireIndicator({ db }: Write, id: string): Promise<void> {
  const row = await db
    .selectFrom('indicator')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'indicator', id });
}

/**
 * Sets what a plan asks of a year of an indicator, and what was printed of it.
 * @param version the one that the person saw; absent where the year had nothing set.
 * @throws {AltavozFailure} `record_not_found`; `record_changed` when somebody set it meanwhile;
 * `invalid_input` for the month of another year.
 */
export function saveIndicatorYear(
  context: ActorContext,
  { id: indicatorId, year }: OfIndicatorYear,
  version: number | null,
  fields: IndicatorYearFields,
): Promise<RecordVersion> {
  const strange = Object.keys(fields.monthly).find((month) => !month.startsWith(`${year}-`));
  if (strange !== undefined) {
    const field = { path: `monthly.${strange}`, rule: 'month_of_other_year', facts: {} };
    throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
  }
  const columns = { ...fields, monthly: JSON.stringify(fields.monthly) };
  return transact(context, ['indicators'], async (write) => {
    await requireIndicator(write, indicatorId);
    const known = await write.db
      .selectFrom('indicatorYear')
      .select('id')
      .where('indicatorId', '=', indicatorId)
      .where('year', '=', year)
      .executeTakeFirst();
    if (!known) {
      const row = await insertRecord(write, indicatorYearKind, { ...columns, indicatorId, year });
      return { id: row.id, version: row.version };
    }
    const at = { id: known.id, version: version ?? 0 };
    const before = await readForChange(write, indicatorYearKind, at);
    const row = await updateRecord(write, indicatorYearKind, before, columns);
    return { id: row.id, version: row.version };
  });
}

/**
 * Types the figure of a year or a month, in place of the one there was.
 * @throws {AltavozFailure} `record_not_found` for the indicator.
 */
export function saveIndicatorFigure(
  context: ActorContext,
  fields: IndicatorFigureFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    await requireIndicator(write, fields.indicatorId);
    const known = await write.db
      .selectFrom('indicatorFigure')
      .select(['id', 'version'])
      .where('indicatorId', '=', fields.indicatorId)
      .where('period', '=', fields.period)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    const row = known
      ? await updateRecord(
          write,
          indicatorFigureKind,
          await readForChange(write, indicatorFigureKind, known),
          fields,
        )
      : await insertRecord(write, indicatorFigureKind, fields);
    return { id: row.id, version: row.version };
  });
}

/** Takes a typed figure away: the year or month is absent again. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeIndicatorFigure(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const { id, version } = await removeRecord(write, indicatorFigureKind, at);
    return { id, version };
  });
}
