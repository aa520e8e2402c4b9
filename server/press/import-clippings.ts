import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { OutletTable } from '../database/press-schema.ts';
import { mapInSteps } from '../map-in-steps.ts';
import { transact, type Write } from '../transaction.ts';
import { insertLinks, requireLinked } from './link-clipping.ts';
import { addToPressMonth, type MonthShare, shareOf, sumShares } from './press-month.ts';
import { refuseClosedMonths } from './refuse-closed-months.ts';
import { refuseDaysToCome } from './refuse-days-to-come.ts';
import { settlePeople } from './settle-people.ts';
import { clippingWords } from './tables.ts';
import {
  derivedColumns,
  freezeValuation,
  type PriceList,
  selectPriceList,
} from './value-clipping-row.ts';

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
  'page_label',
  'topic',
  'spokesperson',
  'origin',
  'event_id',
  'entry',
  'under_contract',
  'url_key',
  'title_key',
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
  prices: PriceList;
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
    sources.set(id, { outlet, prices: await selectPriceList(write.db, id) });
  }
  return sources;
}

/** One appearance as it will be stored, in the order of `columns`, and what the roll-up has to know of it. */
function prepare(write: Write, fields: ClippingFields, { outlet, prices }: Source) {
  const own = derivedColumns(fields, outlet, freezeValuation(fields, outlet, prices, write.at));
  const id = randomUUID();
  const values = [
    id,
    1,
    clippingWords(outlet.name, fields),
    write.at,
    write.at,
    write.actor.name,
    null,
    fields.outletId,
    own.channel,
    fields.format,
    fields.section,
    fields.day,
    own.month,
    fields.title,
    fields.url,
    fields.author,
    fields.tone,
    own.isPaid,
    fields.departmentId,
    fields.notes,
    fields.pageLabel,
    fields.topic,
    fields.spokesperson,
    fields.origin,
    fields.eventId,
    fields.entry,
    own.underContract,
    own.urlKey,
    own.titleKey,
    own.measures,
    own.rateId,
    own.standing,
    own.valueCop,
    own.valueWithVatCop,
    own.grade,
    own.valuation,
  ];
  const { evidenceIds, keyMessageIds, tone } = fields;
  const share = shareOf({ ...own, tone, deletedAt: null }, 1);
  return { id, evidenceIds, keyMessageIds, values, share };
}

/** Rows valued and stored at a time: few enough that what is made for them is soon let go. */
const rowsAtATime = 500;

async function storeRows(
  database: OpenDatabase,
  write: Write,
  rows: readonly ClippingFields[],
  sources: ReadonlyMap<string, Source>,
): Promise<string[]> {
  const ids: string[] = [];
  let shares: MonthShare[] = [];
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const prepared = await mapInSteps(rows.slice(start, start + rowsAtATime), (fields) =>
      prepare(write, fields, sources.get(fields.outletId) as Source),
    );
    const values = prepared.map((row) => row.values);
    await bulkInsert(database, write, { table: 'clipping', columns }, values);
    await insertLinks(write, prepared);
    for (const row of prepared) ids.push(row.id);
    shares = sumShares([...shares, ...prepared.flatMap((row) => row.share)]);
  }
  await addToPressMonth(write, shares);
  return ids;
}

/**
 * Stores many appearances at once, each valued as if it were logged by hand, with one audit row
 * for all of them. All are stored or none.
 * @returns their ids, in the order given.
 * @throws {AltavozFailure} `record_not_found` for what they name; `invalid_input` for a day to come;
 * `month_closed`; `total_and_records`.
 */
export function importClippings(
  context: ActorContext,
  rows: readonly ClippingFields[],
): Promise<string[]> {
  if (rows.length === 0) return Promise.resolve([]);
  return transact(context, ['press'], async (write) => {
    refuseDaysToCome(
      context,
      rows.map(({ day }) => day),
    );
    await refuseClosedMonths(
      write,
      rows.map((row) => monthOf(row.day)),
    );
    const sources = await findSources(write, rows);
    await requireDepartment(write, ...rows.map((row) => row.departmentId));
    await requireLinked(write, rows);
    const named = await settlePeople(write, rows);
    const ids = await storeRows(context.database, write, named, sources);
    await write.audit({
      action: 'import',
      record: 'clipping',
      recordId: randomUUID(),
      details: { count: rows.length },
    });
    return ids;
  });
}
