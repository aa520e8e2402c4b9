import { comparedPeriod, upToToday } from '../../shared/social/compare-periods.ts';
import {
  findNeglected,
  shareByDepartment,
  sortOverview,
  thinOut,
  totalOverview,
} from '../../shared/social/compose-overview.ts';
import type { Overview, OverviewRow } from '../../shared/social/figure-rows.ts';
import type { OverviewQuery, Period } from '../../shared/social/figure-schemas.ts';
import { type House, today } from '../context.ts';
import { matchesSearch } from '../database/search.ts';
import { type BarePage, composeRows } from './compose-rows.ts';
import { selectLastPulls } from './select-last-pulls.ts';

const sparklinePoints = 60;

/** The pages in use that match. */
function selectPages(house: House, query: OverviewQuery): Promise<BarePage[]> {
  let pages = house.database.db
    .selectFrom('page')
    .leftJoin('department', 'department.id', 'page.departmentId')
    .select(['page.id', 'page.network', 'page.handle', 'page.title', 'page.departmentId'])
    .select(['department.name as department', 'page.isMain', 'page.isPulled'])
    .where('page.deletedAt', 'is', null)
    .where((expression) => matchesSearch(expression, 'page.searchText', query.search));
  if (query.network !== undefined) pages = pages.where('page.network', '=', query.network);
  if (query.departmentId !== undefined) {
    pages = pages.where('page.departmentId', '=', query.departmentId);
  }
  return pages.execute();
}

/** The readings of followers of some pages in a period, thinned out to what a small line shows. */
async function selectSparklines(
  { database }: House,
  ids: readonly string[],
  { from, to }: Period,
): Promise<Map<string, OverviewRow['sparkline']>> {
  const lines = new Map<string, OverviewRow['sparkline']>();
  if (ids.length === 0) return lines;
  const rows = await database.db
    .selectFrom('snapshot')
    .select(['pageId', 'day', 'value'])
    .where('pageId', 'in', [...ids])
    .where('metric', '=', 'followers')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('pageId')
    .orderBy('day')
    .orderBy('source', 'desc')
    .execute();
  for (const { pageId, day, value } of rows) {
    const line = lines.get(pageId) ?? [];
    lines.set(pageId, line);
    // Of several sources on a day the believed one comes last.
    if (line.at(-1)?.day === day) line.pop();
    line.push({ day, value });
  }
  return new Map([...lines].map(([id, line]) => [id, thinOut(line, sparklinePoints)]));
}

/** All pages that match over a period, in order, a page of them at a time, and what they come to together. */
export async function readOverview(house: House, query: OverviewQuery): Promise<Overview> {
  const day = today(house);
  const period = upToToday(query, day);
  const comparedWith = comparedPeriod(query, query.compareWith, day);
  const pages = await selectPages(house, query);
  const figures = await composeRows(house, pages, { period, before: comparedWith });
  const all = figures.map((row): OverviewRow => ({ ...row, sparkline: [], lastPull: null }));
  const start = (query.page - 1) * query.pageSize;
  const shown = sortOverview(all, query.sort).slice(start, start + query.pageSize);
  const ids = shown.map(({ id }) => id);
  const lines = await selectSparklines(house, ids, period);
  const pulls = await selectLastPulls(house.database.db, ids);
  return {
    rows: shown.map((row) => ({
      ...row,
      sparkline: lines.get(row.id) ?? [],
      lastPull: pulls.get(row.id) ?? null,
    })),
    total: all.length,
    period,
    comparedWith,
    totals: totalOverview(all),
    departments: shareByDepartment(all),
    neglected: findNeglected(all, query.neglectedDays, period.to),
  };
}
