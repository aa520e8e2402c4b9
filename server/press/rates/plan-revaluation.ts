import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import { type Channel, channelOf, type Medium } from '../../../shared/press/channels.ts';
import type { Grade, Standing } from '../../../shared/press/grading.ts';
import type { Format } from '../../../shared/press/measures.ts';
import type { RevaluationScope, Worth } from '../../../shared/press/revaluation.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { ClippingTable, OutletTable } from '../../database/press-schema.ts';
import {
  freezeValuation,
  type PriceList,
  selectPriceList,
  valueColumns,
  valuingOf,
} from '../value-clipping-row.ts';

type Db = OpenDatabase['db'];
type Outlet = Selectable<OutletTable>;

const looked = [
  'id',
  'version',
  'outletId',
  'month',
  'day',
  'title',
  'channel',
  'format',
  'section',
  'isPaid',
  'measures',
  'rateId',
  'standing',
  'valueCop',
  'valueWithVatCop',
  'grade',
] as const;
type Looked = Pick<Selectable<ClippingTable>, (typeof looked)[number]>;

/** What decides where an appearance counts, and for how much. */
const decisive = ['channel', 'rateId', 'standing', 'valueCop', 'valueWithVatCop', 'grade'] as const;

/** What an appearance would count as; without `valuation` it keeps the one that is stored. */
export interface Counting extends Pick<Looked, (typeof decisive)[number]> {
  valuation?: string;
}

/** One appearance that would count otherwise than it does. */
export interface PlannedValue {
  row: Looked;
  outletName: string;
  after: Counting;
}

/** Some of the appearances of a scope: how many were looked at, and those that would count otherwise. */
export interface PlannedPart {
  looked: number;
  changes: PlannedValue[];
}

/** Says what an appearance would count as; `undefined` leaves it out of the plan. */
export type Valuer = (row: Looked, outlet: Outlet, prices: PriceList) => Counting | undefined;

const rowsAtATime = 1_000;

async function* readInParts(db: Db, scope: RevaluationScope): AsyncGenerator<Looked[]> {
  const { from, to, outletId, format } = scope;
  let last: Looked | undefined;
  do {
    const { day, id } = last ?? { day: '', id: '' };
    const rows: Looked[] = await db
      .selectFrom('clipping')
      .select(looked)
      .where('deletedAt', 'is', null)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .$if(last !== undefined, (query) =>
        query.where((row) =>
          row.or([row('day', '>', day), row.and([row('day', '=', day), row('id', '>', id)])]),
        ),
      )
      .$if(outletId !== null, (query) => query.where('outletId', '=', outletId as string))
      .$if(format !== null, (query) => query.where('format', '=', format as Format))
      .$if(scope.onlyUnvalued, (query) => query.where('standing', '=', 'unvalued'))
      .orderBy('day')
      .orderBy('id')
      .limit(rowsAtATime)
      .execute();
    yield rows;
    last = rows.length < rowsAtATime ? undefined : rows.at(-1);
  } while (last);
}

/**
 * Values the appearances of a scope, some at a time in the order of their days, and gives those that
 * come out otherwise. Nothing of earlier parts is kept, however many there are.
 */
export async function* planRevaluation(
  db: Db,
  scope: RevaluationScope,
  valueBy: Valuer,
): AsyncGenerator<PlannedPart> {
  const { outletId } = scope;
  const outlets = await db
    .selectFrom('outlet')
    .selectAll()
    .$if(outletId !== null, (query) => query.where('id', '=', outletId as string))
    .execute();
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const priceLists = new Map<string, PriceList>();
  for await (const rows of readInParts(db, scope)) {
    const changes: PlannedValue[] = [];
    for (const row of rows) {
      const outlet = byId.get(row.outletId);
      if (!outlet) continue;
      const prices = priceLists.get(row.outletId) ?? (await selectPriceList(db, row.outletId));
      priceLists.set(row.outletId, prices);
      const after = valueBy(row, outlet, prices);
      if (!after || decisive.every((column) => row[column] === after[column])) continue;
      changes.push({ row, outletName: outlet.name, after });
    }
    yield { looked: rows.length, changes };
    // Lets others be answered between parts.
    await nextTurn();
  }
}

/** The valuer of a plain revaluation: as if it were logged now, by the prices in force and the outlet as it is. */
export function byPricesOfNow(at: string): Valuer {
  return (row, outlet, prices) => ({
    channel: channelOf(outlet.medium as Medium),
    ...valueColumns(freezeValuation(valuingOf(row), outlet, prices, at), row.measures),
  });
}

/** What tells a change from any other: the appearance, its version and what it would count as. */
export function sealedText({ row, after }: PlannedValue): string {
  return JSON.stringify([row.id, row.version, ...decisive.map((column) => after[column])]);
}

/** What an appearance is worth, as people are shown it. */
export function worthOf(row: Pick<Looked, keyof Worth>): Worth {
  const { valueCop, valueWithVatCop } = row;
  const channel = row.channel as Channel;
  const [standing, grade] = [row.standing as Standing, row.grade as Grade | null];
  return { channel, standing, valueCop, valueWithVatCop, grade };
}
