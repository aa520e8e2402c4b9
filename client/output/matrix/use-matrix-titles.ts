import { useTranslation } from 'react-i18next';
import { useKindWords } from '../use-kind-words.ts';
import type { MatrixChoice } from './use-shown-matrix.ts';

/** What the table and the chart of the chosen output are called. */
export function useMatrixTitles({ by, rows, kind }: MatrixChoice) {
  const { t } = useTranslation('matrix');
  const words = useKindWords();
  const what = kind ? words.many(kind) : t('output');
  return {
    table: t('title', { what, span: t(`spans.${by}`), row: t(`rowWords.${rows}`) }),
    chart: t(`chart.${by}`, { what }),
  };
}
