import { choiceParam, pageParam, textParam } from '../app/period-search.ts';

export const adminViews = ['departments', 'accounts', 'imports', 'sheets'] as const;
export type AdminView = (typeof adminViews)[number];

/** What the address of the page holds; `open` is the id of a record, or `new`. */
export interface AdminSearch {
  view?: AdminView;
  search?: string;
  page?: number;
  removed?: boolean;
  open?: string;
}

/** Reads the address of the page; what is malformed counts as absent. */
export function readAdminSearch(search: Record<string, unknown>): AdminSearch {
  return {
    view: choiceParam(search.view, adminViews),
    search: textParam(search.search),
    page: pageParam(search.page),
    removed: search.removed === true ? true : undefined,
    open: textParam(search.open),
  };
}
