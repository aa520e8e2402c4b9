import type { SelectQueryBuilder } from 'kysely';
import { addDays } from '../../shared/calendar/day.ts';
import type { Listed } from '../../shared/records.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PagePull, PageRow } from '../../shared/social/rows.ts';
import type { PageList } from '../../shared/social/schemas.ts';
import { type House, today } from '../context.ts';
import type { Tables } from '../database/schema.ts';
import { matchesSearch } from '../database/search.ts';
import { selectLastPulls } from './select-last-pulls.ts';
import { type PageReadings, selectNewestReadings } from './select-newest-readings.ts';

/** Followers are compared with what they were this many days ago. */
const comparedDays = 30;

type Pages = SelectQueryBuilder<Tables, 'page', object>;

interface BareRow {
  id: string;
  network: string;
  isMain: number;
  isPulled: number;
}

function assemble<Row extends BareRow>(
  page: Row,
  readings: PageReadings | undefined,
  lastPull: PagePull | undefined,
) {
  return {
    ...page,
    network: page.network as NetworkId,
    isMain: page.isMain === 1,
    isPulled: page.isPulled === 1,
    followers: readings?.followers ?? null,
    posts: readings?.posts ?? null,
    followersBefore: readings?.followersBefore ?? null,
    followersNow: readings?.followersNow ?? null,
    lastPull: lastPull ?? null,
  };
}

async function selectRows(house: House, pages: Pages): Promise<PageRow[]> {
  const rows = await pages
    .leftJoin('department', 'department.id', 'page.departmentId')
    .select(['page.id', 'page.version', 'page.updatedAt', 'page.updatedBy', 'page.network'])
    .select(['handle', 'externalId', 'title', 'departmentId', 'isMain', 'isPulled'])
    .select(['page.connectionId', 'page.baseUrl', 'page.seenHandle', 'page.movedTo'])
    .select('department.name as department')
    .orderBy('isMain', 'desc')
    .orderBy('title')
    .orderBy('page.network')
    .orderBy('page.id')
    .execute();
  const ids = rows.map((row) => row.id);
  const before = addDays(today(house), -comparedDays);
  const readings = await selectNewestReadings(house.database.db, ids, before);
  const pulls = await selectLastPulls(house.database.db, ids);
  return rows.map((row) => assemble(row, readings.get(row.id), pulls.get(row.id)));
}

/** Every page in use, the main ones first, with its newest readings and its last pull. */
export function listPages(house: House): Promise<PageRow[]> {
  return selectRows(
    house,
    house.database.db.selectFrom('page').where('page.deletedAt', 'is', null),
  );
}

/** A page of the list of pages, searched and filtered. */
export async function searchPages(house: House, list: PageList): Promise<Listed<PageRow>> {
  let matching = house.database.db
    .selectFrom('page')
    .where('page.deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'page.searchText', list.search));
  if (list.network !== undefined) matching = matching.where('page.network', '=', list.network);
  if (list.departmentId !== undefined) {
    matching = matching.where('page.departmentId', '=', list.departmentId);
  }
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const shown = matching.limit(list.pageSize).offset((list.page - 1) * list.pageSize);
  return { rows: await selectRows(house, shown), total };
}
