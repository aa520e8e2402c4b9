import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../app/api.ts';
import { type DeclaredTotal, declaredTotals } from '../use-declared-totals.ts';

/** More years than anybody compares with reports are not asked for. */
const mostYears = 12;

/** What the report of each year prints otherwise, by `year kind`. */
export function useDeclaredByYear(years: readonly string[]): Map<string, DeclaredTotal> {
  const asked = useMemo(() => years.slice(-mostYears), [years]);
  const answers = useQueries({
    queries: asked.map((year) =>
      api.reports.listDiscrepancies.queryOptions({ year: Number(year) }),
    ),
    combine: (queries) => queries.map(({ data }) => data),
  });
  return useMemo(() => {
    const all = new Map<string, DeclaredTotal>();
    for (const [index, found] of answers.entries()) {
      for (const [kind, total] of declaredTotals(found ?? []))
        all.set(`${asked[index]} ${kind}`, total);
    }
    return all;
  }, [answers, asked]);
}
