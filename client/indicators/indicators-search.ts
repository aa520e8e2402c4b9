import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Day } from '../../shared/calendar/day.ts';
import { plans } from '../../shared/indicators/schemas.ts';
import { choiceParam, type PeriodSearch, pageParam, textParam } from '../app/period-search.ts';

export const indicatorViews = ['indicators', 'tables'] as const;
export type IndicatorView = (typeof indicatorViews)[number];

/** What the address of the page holds; `open` is the id of an indicator, or `new`; `table` that of a table of counts. */
export interface IndicatorsSearch {
  view?: IndicatorView;
  search?: string;
  plan?: (typeof plans)[number];
  page?: number;
  open?: string;
  table?: string;
  /** The period of the table of counts; its newest when absent. */
  period?: string;
  /** Two days instead of the months of the period. */
  fromDay?: string;
  toDay?: string;
}

function readDays(search: Record<string, unknown>): Pick<IndicatorsSearch, 'fromDay' | 'toDay'> {
  const from = Day.safeParse(search.fromDay);
  const to = Day.safeParse(search.toDay);
  const isPeriod = from.success && to.success && from.data <= to.data;
  return isPeriod ? { fromDay: from.data, toDay: to.data } : {};
}

/** Reads the address of the page; what is malformed counts as absent. */
export function readIndicatorsSearch(search: Record<string, unknown>): IndicatorsSearch {
  return {
    view: choiceParam(search.view, indicatorViews),
    search: textParam(search.search),
    plan: choiceParam(search.plan, plans),
    page: pageParam(search.page),
    open: textParam(search.open),
    table: textParam(search.table),
    period: textParam(search.period),
    ...readDays(search),
  };
}

/** The address of the page, and how to change some of it; a changed filter goes back to page 1. */
export function useIndicatorsSearch() {
  const search = useSearch({ from: '/indicadores' });
  const navigate = useNavigate({ from: '/indicadores' });
  const change = useCallback(
    (part: Partial<IndicatorsSearch & PeriodSearch>, how?: { replace?: boolean }) => {
      const keepsPage = 'page' in part || 'open' in part;
      navigate({
        search: (before) => ({ ...before, ...(keepsPage ? {} : { page: undefined }), ...part }),
        resetScroll: false,
        ...how,
      });
    },
    [navigate],
  );
  return [search, change] as const;
}
