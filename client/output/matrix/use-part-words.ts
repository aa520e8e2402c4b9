import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import {
  type MatrixBy,
  type MatrixRowsBy,
  monthsOfSpan,
} from '../../../shared/output/matrix-by.ts';
import { useFormat } from '../../format/use-format.ts';
import { useKindWords } from '../use-kind-words.ts';
import '../../words/add-matrix-words.ts';

const wholePeriod = { from: '0000-01', to: '9999-12' };

/** The names of the parts of a period and of the rows of a matrix. */
export function usePartWords(period: MonthPeriod) {
  const { t } = useTranslation('matrix');
  const format = useFormat();
  const kinds = useKindWords();
  const { from, to } = period;
  return useMemo(() => {
    /** A quarter or year of which the period holds only some months names them. */
    function withCut(span: string, label: string): string {
      const own = monthsOfSpan(span, { from, to });
      const whole = monthsOfSpan(span, wholePeriod);
      if (own.from === whole.from && own.to === whole.to) return label;
      return t('cut', { span: label, months: format.period(own.from, own.to) });
    }
    function quarterOf(span: string) {
      const [year = '', part = ''] = span.split('-Q');
      return part ? { year, number: part } : undefined;
    }
    return {
      /** `ene 2026`, `Trim. 1 de 2026`, `2026`. */
      span(span: string): string {
        const quarter = quarterOf(span);
        if (quarter) return withCut(span, t('quarter', quarter));
        return span.length === 4 ? withCut(span, span) : format.month(span);
      },
      longSpan(span: string): string {
        const quarter = quarterOf(span);
        if (quarter) return withCut(span, t('longQuarter', quarter));
        if (span.length === 4) return withCut(span, t('longYear', { year: span }));
        return format.longMonth(span);
      },
      row(rowsBy: MatrixRowsBy, { id, name }: MatrixBy['rows'][number]): string {
        if (rowsBy === 'kind') return kinds.many(id as KindId);
        return name ?? t(`none.${rowsBy}`);
      },
    };
  }, [t, format, kinds, from, to]);
}
