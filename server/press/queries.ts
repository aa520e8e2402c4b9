import type { Selectable } from 'kysely';
import type { Channel, Medium } from '../../shared/press/channels.ts';
import { channelOf } from '../../shared/press/channels.ts';
import type { AdvertisingContract } from '../../shared/press/contracts.ts';
import type { RateSource } from '../../shared/press/grading.ts';
import type { Format, RateUnit } from '../../shared/press/measures.ts';
import type { OutletRow, PressTallyRow, RateRow } from '../../shared/press/rows.ts';
import type {
  OutletFields,
  OutletList,
  PressTallyList,
  RateList,
} from '../../shared/press/schemas.ts';
import type { Listed } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { OutletTable, RateTable } from '../database/press-schema.ts';
import { matchesSearch } from '../database/search.ts';

const known = ['id', 'version', 'updatedAt', 'updatedBy'] as const;

function outletRow(
  row: Omit<Selectable<OutletTable>, 'searchText' | 'createdAt' | 'deletedAt'>,
): OutletRow {
  const medium = row.medium as Medium;
  const scope = row.scope as OutletFields['scope'];
  return {
    ...row,
    medium,
    scope,
    domains: JSON.parse(row.domains) as string[],
    contracts: JSON.parse(row.contracts) as AdvertisingContract[],
    channel: channelOf(medium),
    isOwnChannel: row.isOwnChannel === 1,
  };
}

/** A page of outlets by name. */
export async function selectOutlets(
  { db }: OpenDatabase,
  list: OutletList,
): Promise<Listed<OutletRow>> {
  const { medium } = list;
  const matching = db
    .selectFrom('outlet')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'outlet.searchText', list.search))
    .$if(medium !== undefined, (query) => query.where('medium', '=', medium as Medium));
  const rows = await matching
    .select([...known, 'name', 'medium', 'town', 'scope', 'website', 'isOwnChannel', 'vatRate'])
    .select(['audience', 'monthlyVisitors', 'domains', 'contracts'])
    .orderBy('searchText')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(outletRow), total };
}

type ListedRate = Omit<Selectable<RateTable>, 'searchText' | 'createdAt' | 'deletedAt'>;

function rateRow({ outletName, ...row }: ListedRate & { outletName: string | null }): RateRow {
  return {
    ...row,
    outletName: outletName ?? '',
    format: row.format as Format,
    unit: row.unit as RateUnit,
    sourceType: row.sourceType as RateSource,
    vatIncluded: row.vatIncluded === 1,
  };
}

/** A page of rates by outlet, format and section, the newest first. */
export async function selectRates({ db }: OpenDatabase, list: RateList): Promise<Listed<RateRow>> {
  const { outletId, format, onDay } = list;
  const matching = db
    .selectFrom('rate')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'rate.searchText', list.search))
    .$if(outletId !== undefined, (query) => query.where('outletId', '=', outletId as string))
    .$if(format !== undefined, (query) => query.where('format', '=', format as Format))
    .$if(onDay !== undefined, (query) =>
      query
        .where('validFrom', '<=', onDay as string)
        .where((rate) =>
          rate.or([rate('validTo', 'is', null), rate('validTo', '>=', onDay as string)]),
        ),
    );
  const rows = await matching
    .select([...known, 'outletId', 'format', 'section', 'unit', 'unitQuantity', 'priceCop'])
    .select(['netPriceCop', 'vatRate', 'vatIncluded', 'validFrom', 'validTo', 'sourceType'])
    .select(['sourceReference', 'approvedBy'])
    .select((rate) =>
      rate
        .selectFrom('outlet')
        .select('outlet.name')
        .whereRef('outlet.id', '=', 'rate.outletId')
        .as('outletName'),
    )
    .orderBy('searchText')
    .orderBy('format')
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(rateRow), total };
}

/** A page of monthly totals, the newest first. */
export async function selectPressTallies(
  { db }: OpenDatabase,
  list: PressTallyList,
): Promise<Listed<PressTallyRow>> {
  const { from, to, channel } = list;
  const matching = db
    .selectFrom('pressTally')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'pressTally.searchText', list.search))
    .$if(from !== undefined, (query) => query.where('month', '>=', from as string))
    .$if(to !== undefined, (query) => query.where('month', '<=', to as string))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel as Channel));
  const rows = await matching
    .select([...known, 'month', 'channel', 'count', 'valueCop', 'source', 'notes'])
    .orderBy('month', 'desc')
    .orderBy('channel', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ ...row, channel: row.channel as Channel })), total };
}
