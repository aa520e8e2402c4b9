import type { Selectable } from 'kysely';
import type { Channel, Medium } from '../../shared/press/channels.ts';
import { channelOf } from '../../shared/press/channels.ts';
import type { AdvertisingContract } from '../../shared/press/contracts.ts';
import type { OutletRow, PressTallyRow } from '../../shared/press/rows.ts';
import type { OutletFields, OutletList, PressTallyList } from '../../shared/press/schemas.ts';
import type { Listed } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { OutletTable } from '../database/press-schema.ts';
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
    .select('besideRecords')
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
