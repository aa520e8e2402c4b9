import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Answers, api } from '../app/api.ts';
import type { Period } from '../app/use-period.ts';

const subjectStart = 'output.count:';

/** A total as a published report prints it and as the months add up. */
export interface DeclaredTotal {
  declared: number;
  recorded: number;
}

/** By kind, or `all`, the totals of a year's tables that its report prints otherwise. */
export function declaredTotals(
  found: Answers['reports']['listDiscrepancies'],
): Map<string, DeclaredTotal> {
  const output = found.filter(
    // What the text says otherwise than the table is no total of the table.
    ({ subject, kind }) => subject.startsWith(subjectStart) && kind !== 'prose_differs_from_table',
  );
  return new Map(output.map((one) => [one.subject.slice(subjectStart.length), one]));
}

/** By kind, the totals that the report of the year prints otherwise; only a whole year has them. */
export function useDeclaredTotals({ from, to }: Period): Map<string, DeclaredTotal> {
  const year = from.slice(0, 4);
  const isWholeYear = from === `${year}-01` && to === `${year}-12`;
  const { data } = useQuery(
    api.reports.listDiscrepancies.queryOptions({ year: Number(year) }, { enabled: isWholeYear }),
  );
  return useMemo(() => declaredTotals(isWholeYear ? (data ?? []) : []), [data, isWholeYear]);
}
