import { createHash, randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import { foldHeading } from '../../../shared/files/table.ts';
import type { Format, RateUnit } from '../../../shared/press/measures.ts';
import type {
  RateFile,
  RateFileAgreed,
  RateFilePreview,
  RateFileRow,
} from '../../../shared/press/rate-file.ts';
import { type RateTerms, ratesOverlap } from '../../../shared/press/rate-matching.ts';
import {
  type CellProblem,
  type ReadRate,
  readRateFile,
} from '../../../shared/press/read-rate-file.ts';
import type { RateFields } from '../../../shared/press/schemas.ts';
import { readApart } from '../../apart/read-apart.ts';
import type { ActorContext, House } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { transact } from '../../transaction.ts';
import { insertRate } from '../save-rate.ts';
import type { RateFileOpened } from './open-rate-file.ts';

type Db = OpenDatabase['db'];

type OpenedFile = RateFileOpened & Pick<RateFile, 'name'>;

async function openFile({ name, content }: RateFile): Promise<OpenedFile> {
  return { name, ...(await readApart('rateFile', { content })) };
}

/** What of two rates of one space and overlapping days makes them one and the same. */
function isSame(one: RateTerms & { priceCop: number }, fields: RateFields): boolean {
  return (
    one.priceCop === fields.priceCop &&
    one.validFrom === fields.validFrom &&
    one.validTo === fields.validTo
  );
}

interface PlannedRow extends ReadRate {
  standing: RateFileRow['standing'];
}

type Known = RateTerms & { priceCop: number };

/** Refuses what overlaps a rate of the house or an earlier line; the same rate twice is no fault. */
function planRow(
  row: ReadRate,
  known: readonly Known[],
  earlier: readonly { line: number; fields: RateFields }[],
): PlannedRow {
  const { fields } = row;
  if (!fields) return { ...row, standing: 'refused' };
  const stored = known.find((rate) => ratesOverlap(rate, fields));
  if (stored && isSame(stored, fields)) return { ...row, standing: 'same' };
  const before = earlier.find((one) => ratesOverlap(one.fields, fields));
  if (!stored && !before) return { ...row, standing: 'new' };
  const problem: CellProblem = stored
    ? { column: 'from', rule: 'overlaps_rate', facts: { validFrom: stored.validFrom } }
    : { column: 'from', rule: 'overlaps_line', facts: { line: before?.line ?? 0 } };
  return { ...row, standing: 'refused', problems: [problem] };
}

async function planFile(db: Db, { name, rows, recognised }: OpenedFile): Promise<PlannedRow[]> {
  const outlets = await db
    .selectFrom('outlet')
    .select(['id', 'name', 'vatRate'])
    .where('deletedAt', 'is', null)
    .execute();
  const known = new Map(outlets.map((outlet) => [foldHeading(outlet.name), outlet]));
  const stored = await db
    .selectFrom('rate')
    .select(['outletId', 'format', 'section', 'unit', 'validFrom', 'validTo', 'priceCop'])
    .where('deletedAt', 'is', null)
    .execute();
  const byOutlet = new Map<string, Known[]>();
  for (const { format, unit, ...rate } of stored) {
    const one = { ...rate, format: format as Format, unit: unit as RateUnit };
    byOutlet.set(rate.outletId, [...(byOutlet.get(rate.outletId) ?? []), one]);
  }
  const earlier = new Map<string, { line: number; fields: RateFields }[]>();
  return readRateFile(rows, recognised, known, name).map((row) => {
    const outletId = row.fields?.outletId ?? '';
    const before = earlier.get(outletId) ?? [];
    const planned = planRow(row, byOutlet.get(outletId) ?? [], before);
    if (planned.standing === 'new' && row.fields) {
      earlier.set(outletId, [...before, { line: row.line, fields: row.fields }]);
    }
    return planned;
  });
}

/** What tells what a file would do from anything else it might do at another time. */
function sealOf(rows: readonly PlannedRow[]): string {
  const parts = rows.map(({ line, standing, fields }) => [line, standing, fields]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function countsOf(rows: readonly PlannedRow[]) {
  const count = (standing: PlannedRow['standing']) =>
    rows.filter((row) => row.standing === standing).length;
  return { added: count('new'), same: count('same'), refused: count('refused') };
}

/**
 * Reads a file of rates, and says line by line what is new and which cell is wrong. Nothing is stored.
 * @throws {AltavozFailure} `file_refused`.
 */
export async function previewRateFile(house: House, file: RateFile): Promise<RateFilePreview> {
  const planned = await planFile(house.database.db, await openFile(file));
  const rows = planned.map(({ fields, ...row }) => ({ ...row, vatRate: fields?.vatRate ?? null }));
  return { rows, ...countsOf(planned), seal: sealOf(planned) };
}

/**
 * Stores the new rates of a file, all of them or none, exactly as a preview showed them. They
 * wait to be approved.
 * @throws {AltavozFailure} `file_refused`; `rates_moved` when what the file would do is no longer
 * what was shown, or it brings nothing new.
 */
export async function importRates(
  context: ActorContext,
  { file, seal }: RateFileAgreed,
): Promise<{ added: number }> {
  const opened = await openFile(file);
  return transact(context, ['press'], async (write) => {
    const rows = await planFile(write.db, opened);
    const counts = countsOf(rows);
    if (counts.added === 0 || sealOf(rows) !== seal) {
      throw new AltavozFailure({ code: 'rates_moved' });
    }
    for (const { standing, fields } of rows) {
      if (standing === 'new' && fields) await insertRate(write, fields);
    }
    const fileHash = createHash('sha256').update(file.content).digest('hex');
    await write.audit({
      action: 'import',
      record: 'rate',
      recordId: randomUUID(),
      details: { fileName: file.name, fileHash, ...counts },
    });
    return { added: counts.added };
  });
}
