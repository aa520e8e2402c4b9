import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import { foldForSearch } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import type { OutletTable } from '../database/schema.ts';
import { transact, type Write } from '../transaction.ts';
import { addToPressMonth, sharesOf } from './press-month.ts';
import { clippingKind } from './tables.ts';
import { clippingColumns, freezeValuation, selectRatesOf } from './value-clipping-row.ts';

const columns = [
  'id',
  'version',
  'search_text',
  'created_at',
  'updated_at',
  'updated_by',
  'deleted_at',
  'outlet_id',
  'channel',
  'format',
  'section',
  'day',
  'month',
  'title',
  'url',
  'author',
  'tone',
  'is_paid',
  'department_id',
  'notes',
  'measures',
  'rate_id',
  'standing',
  'value_cop',
  'value_with_vat_cop',
  'grade',
  'valuation',
] as const;

interface Source {
  outlet: Selectable<OutletTable>;
  rates: Awaited<ReturnType<typeof selectRatesOf>>;
}

async function findSources(
  write: Write,
  rows: readonly ClippingFields[],
): Promise<Map<string, Source>> {
  const outlets = await write.db.selectFrom('outlet').selectAll().execute();
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const sources = new Map<string, Source>();
  for (const id of new Set(rows.map((row) => row.outletId))) {
    const outlet = byId.get(id);
    if (!outlet || outlet.deletedAt !== null) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'outlet', id });
    }
    sources.set(id, { outlet, rates: await selectRatesOf(write.db, id) });
  }
  return sources;
}

function rowOf(write: Write, fields: ClippingFields, { outlet, rates }: Source) {
  const own = clippingColumns(fields, outlet, freezeValuation(fields, outlet, rates, write.at));
  const words = clippingKind(outlet.name).searchText(own);
  return {
    ...own,
    id: randomUUID(),
    searchText: foldForSearch(words.filter((part) => part !== null).join(' ')),
    deletedAt: null,
  };
}

function valuesOf(write: Write, row: ReturnType<typeof rowOf>) {
  return [
    row.id,
    1,
    row.searchText,
    write.at,
    write.at,
    write.actor.name,
    null,
    row.outletId,
    row.channel,
    row.format,
    row.section,
    row.day,
    row.month,
    row.title,
    row.url,
    row.author,
    row.tone,
    row.isPaid,
    row.departmentId,
    row.notes,
    row.measures,
    row.rateId,
    row.standing,
    row.valueCop,
    row.valueWithVatCop,
    row.grade,
    row.valuation,
  ];
}

/**
 * Stores many appearances at once, each valued as if it were logged by hand, with one audit row
 * for all of them. All are stored or none.
 * @returns their ids, in the order given.
 * @throws {AltavozFailure} `record_not_found` for an outlet or a department.
 */
export function importClippings(
  context: ActorContext,
  rows: readonly ClippingFields[],
): Promise<string[]> {
  if (rows.length === 0) return Promise.resolve([]);
  return transact(context, ['press'], async (write) => {
    const sources = await findSources(write, rows);
    await requireDepartment(write, ...rows.map((row) => row.departmentId));
    const stored = rows.map((fields) =>
      rowOf(write, fields, sources.get(fields.outletId) as Source),
    );
    const values = stored.map((row) => valuesOf(write, row));
    await bulkInsert(context.database, write, { table: 'clipping', columns }, values);
    await addToPressMonth(write, sharesOf(stored));
    await write.audit({
      action: 'import',
      record: 'clipping',
      recordId: randomUUID(),
      details: { count: rows.length },
    });
    return stored.map((row) => row.id);
  });
}
