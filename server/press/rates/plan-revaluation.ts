import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import type { Grade, Standing } from '../../../shared/press/grading.ts';
import type { Format } from '../../../shared/press/measures.ts';
import type { RevaluationScope, Worth } from '../../../shared/press/revaluation.ts';
import type { FrozenValuation } from '../../../shared/press/rows.ts';
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

/** One appearance whose value would be another by the prices of now. */
export interface PlannedValue {
  row: Looked;
  outletName: string;
  after: ReturnType<typeof valueColumns>;
}

/** Some of the appearances of a scope: how many were looked at, and those whose value would be another. */
export interface PlannedPart {
  looked: number;
  changes: PlannedValue[];
}

/** Values an appearance; `undefined` leaves it out of the plan. */
export type Valuer = (
  row: Looked,
  outlet: Outlet,
  prices: PriceList,
) => FrozenValuation | undefined;

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

const decisive = ['rateId', 'standing', 'valueCop', 'valueWithVatCop', 'grade'] as const;

/**
 * Values the appearances of a scope, some at a time in the order of their days, and gives those that
 * come out otherwise. Nothing of earlier parts is kept, however many there are.
 */
export async function* planRevaluation(
  db: Db,
  scope: RevaluationScope,
  valueBy: Valuer,
): AsyncGenerator<PlannedPart> {
  const outlets = await db.selectFrom('outlet').selectAll().execute();
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const priceLists = new Map<string, PriceList>();
  for await (const rows of readInParts(db, scope)) {
    const changes: PlannedValue[] = [];
    for (const row of rows) {
      const outlet = byId.get(row.outletId);
      if (!outlet) continue;
      const prices = priceLists.get(row.outletId) ?? (await selectPriceList(db, row.outletId));
      priceLists.set(row.outletId, prices);
      const valuation = valueBy(row, outlet, prices);
      if (!valuation) continue;
      const after = valueColumns(valuation, row.measures);
      if (decisive.every((column) => row[column] === after[column])) continue;
      changes.push({ row, outletName: outlet.name, after });
    }
    yield { looked: rows.length, changes };
    // Lets others be answered between parts.
    await nextTurn();
  }
}

/** The valuer of a plain revaluation: by the prices in force. */
export function byPricesOfNow(at: string): Valuer {
  return (row, outlet, prices) => freezeValuation(valuingOf(row), outlet, prices, at);
}

/** What tells a change from any other: the appearance, its version and the value it would have. */
export function sealedText({ row, after }: PlannedValue): string {
  return JSON.stringify([row.id, row.version, ...decisive.map((column) => after[column])]);
}

/** What an appearance is worth, as people are shown it. */
export function worthOf(row: Pick<Looked, Exclude<keyof Worth, never>>): Worth {
  const { valueCop, valueWithVatCop } = row;
  const [standing, grade] = [row.standing as Standing, row.grade as Grade | null];
  return { standing, valueCop, valueWithVatCop, grade };
}
