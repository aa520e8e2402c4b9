import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { MatrixRowsBy, MatrixSpan } from '../../../shared/output/matrix-by.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { readKind } from '../cell-key.ts';
import { useOutputSearch } from '../use-output-search.ts';

/** What people chose to see of the output of the period. */
export interface MatrixChoice {
  by: MatrixSpan;
  rows: MatrixRowsBy;
  kind: KindId | undefined;
  compare: 'declared' | 'last_year' | 'none';
}

/** The choices that the address holds. */
export function useMatrixChoice(): MatrixChoice {
  const [{ by = 'month', rows = 'kind', kind = '', compare = 'declared' }] = useOutputSearch();
  return { by, rows, kind: readKind(kind), compare };
}

/** The matrix of a period as it was chosen. */
export function useShownMatrix(period: MonthPeriod, { by, rows, kind, compare }: MatrixChoice) {
  const { day: today } = useToday();
  const asked = {
    from: period.from,
    to: period.to,
    by,
    rows,
    kind,
    compare: compare === 'last_year' ? compare : ('none' as const),
    until: compare === 'last_year' ? today : undefined,
  };
  return useQuery(api.output.readMatrix.queryOptions(asked, { placeholderData: keepPreviousData }));
}
