import type { Kysely, Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import {
  type LoggedTerms,
  type PriceAsked,
  type PriceDetail,
  type PriceEvent,
  type PriceKind,
  type PriceTerms,
  pricedFields,
} from '../../../shared/press/price-detail.ts';
import { vatOf } from '../../../shared/press/valuation.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { FlatPolicyTable, RateTable } from '../../database/press-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { selectPriceEvidence } from './price-evidence.ts';
import { tellOtherApprovers } from './price-queries.ts';

type Db = Kysely<Tables>;
type Rate = Selectable<RateTable>;
type Policy = Selectable<FlatPolicyTable>;

/** What a price says, in the words of its table or of a change in the log; a flag is 0 or 1 there. */
type Columns = Partial<Omit<Rate & Policy, 'outletId'>> & {
  outletName?: string | null;
  files?: string;
};

function termsOf(columns: Columns): Partial<LoggedTerms> {
  const told = { ...columns, vatIncluded: columns.vatIncluded === 1 };
  const named = pricedFields.filter((field) => field in columns);
  return Object.fromEntries(named.map((field) => [field, told[field]]));
}

interface Stored {
  columns: Omit<Rate, 'outletId' | 'sectionKey'>;
  outletName: string | null;
}

async function findStored(db: Db, { of, id }: PriceAsked): Promise<Stored | undefined> {
  if (of === 'rate') {
    const row = await db
      .selectFrom('rate')
      .leftJoin('outlet', 'outlet.id', 'rate.outletId')
      .selectAll('rate')
      .select('outlet.name as outletName')
      .where('rate.id', '=', id)
      .executeTakeFirst();
    return row && { columns: row, outletName: row.outletName };
  }
  const row = await db.selectFrom('flatPolicy').selectAll().where('id', '=', id).executeTakeFirst();
  const ofPolicy = { section: '', unit: 'flat', unitQuantity: '1', sourceType: 'flat_policy' };
  return row && { columns: { ...row, ...ofPolicy }, outletName: null };
}

/** As quoted where that includes VAT, and otherwise with its VAT on top. */
function grossOf({ priceCop, netPriceCop, vatRate, vatIncluded }: Stored['columns']): number {
  return vatIncluded === 1 ? priceCop : netPriceCop + vatOf(netPriceCop, vatRate);
}

interface Logged {
  at: string;
  actorName: string;
  action: string;
  details: string;
}

interface Change {
  before?: Columns & { outletId?: string };
  after?: Columns & { outletId?: string; approvedBy?: string | null };
  isOnlyApprover?: boolean;
}

const actions: Readonly<Record<string, PriceEvent['action']>> = {
  create: 'entered',
  update: 'changed',
  remove: 'removed',
  restore: 'restored',
};

type Naming = (outletId: string) => string;

/** A side of a change; the outlet, which the log keeps by its identifier, by its name. */
function sideOf({ outletId, ...columns }: NonNullable<Change['before']> = {}, nameOf: Naming) {
  return termsOf(outletId === undefined ? columns : { ...columns, outletName: nameOf(outletId) });
}

/** An entry of the log as an event; what says nothing of the price itself is none. */
function eventOf(entry: Logged, alone: ReadonlySet<string>, nameOf: Naming): PriceEvent[] {
  const { at, actorName: by } = entry;
  const action = actions[entry.action];
  if (!action) return [];
  const { before, after } = JSON.parse(entry.details) as Change;
  const event = { action, at, by, isOnlyApprover: false, before: {}, after: {} };
  if (action !== 'changed') return [event];
  const sides = { before: sideOf(before, nameOf), after: sideOf(after, nameOf) };
  const isApproval = Boolean(after?.approvedBy) && Object.keys(sides.after).length === 0;
  if (!isApproval) return [{ ...event, ...sides }];
  return [{ ...event, action: 'approved', isOnlyApprover: alone.has(at) }];
}

const isOfFiles = ({ after }: PriceEvent): boolean => Object.keys(after).join() === 'files';

/** The files that a price was entered or changed with are told with it: one write logs both. */
function withFiles(events: readonly PriceEvent[]): PriceEvent[] {
  const ofFiles = events.filter(isOfFiles);
  return events
    .filter((event) => !isOfFiles(event))
    .map((event) => {
      const isWritten = event.action === 'entered' || event.action === 'changed';
      const files = ofFiles.find(({ at, by }) => at === event.at && by === event.by);
      if (!isWritten || !files) return event;
      const before = { ...event.before, ...files.before };
      return { ...event, before, after: { ...event.after, ...files.after } };
    });
}

async function readHistory(db: Db, record: PriceKind, id: string): Promise<PriceEvent[]> {
  const entries = await db
    .selectFrom('audit')
    .select(['at', 'actorName', 'action', 'details'])
    .where('recordId', '=', id)
    .where('record', '=', record)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  const outlets = await db.selectFrom('outlet').select(['id', 'name']).execute();
  const names = new Map(outlets.map((outlet) => [outlet.id, outlet.name]));
  const alone = new Set(
    entries.filter(({ action }) => action === 'approve').map((entry) => entry.at),
  );
  const nameOf = (outletId: string) => names.get(outletId) ?? outletId;
  return withFiles(entries.flatMap((entry) => eventOf(entry, alone, nameOf)));
}

/**
 * A price with its document, who stands behind it and everything that was done to it; a removed one
 * too, as values were made by it.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function readPrice({ db }: OpenDatabase, asked: PriceAsked): Promise<PriceDetail> {
  const { of, id } = asked;
  const stored = await findStored(db, asked);
  if (!stored) throw new AltavozFailure({ code: 'record_not_found', record: of, id });
  const { columns, outletName } = stored;
  const [told] = await tellOtherApprovers(db, [columns]);
  const table = of === 'rate' ? 'rateEvidence' : 'flatPolicyEvidence';
  const files = await selectPriceEvidence(db, table, [id]);
  const history = await readHistory(db, of, id);
  const { version, enteredById, enteredBy, changedById, changedBy } = columns;
  return {
    ...(termsOf({ ...columns, outletName }) as PriceTerms),
    ...{ of, id, version, enteredById, enteredBy, changedById, changedBy },
    approvedBy: columns.approvedBy,
    approvedAt: columns.approvedAt,
    hasOtherApprover: told?.hasOtherApprover ?? false,
    isRemoved: columns.deletedAt !== null,
    evidence: files.get(id) ?? [],
    grossPriceCop: grossOf(columns),
    enteredAt: columns.createdAt,
    changedAt: history.find(({ action }) => action === 'changed')?.at ?? null,
    history,
  };
}
