import type { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import { searchTerms } from '../../../shared/press/search-terms.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { type FilterShape, shapeFilter, type Values } from './list-shape.ts';
import { type PageAsked, planSearch, type SearchPlan } from './search-plan.ts';

/** More words than a person types; the rest are not looked for. */
const mostTerms = 8;

/** The text of the queries of a filter, each with its way of searching, and their values. */
export async function prepareFilter(
  database: OpenDatabase,
  filter: ClippingFilter,
  page: PageAsked,
): Promise<{ shapes: Record<'page' | 'totals', FilterShape>; values: Values }> {
  const terms = searchTerms(filter.search).slice(0, mostTerms);
  const { shape, values } = shapeFilter(filter, terms, database.dialect);
  const plans = await planSearch(database, filter, shape, terms, page);
  const searched = (search: SearchPlan): FilterShape => ({
    ...shape,
    search,
    words: search === 'walk' ? terms.length : 0,
  });
  return { shapes: { page: searched(plans.page), totals: searched(plans.totals) }, values };
}
