import { useTranslation } from 'react-i18next';
import { useKindWords } from '../use-kind-words.ts';
import type { MatrixChoice } from './use-shown-matrix.ts';

/** What a table or chart of the chosen output is called. */
export function useMatrixTitle({ by, rows, kind }: MatrixChoice): string {
  const { t } = useTranslation('matrix');
  const words = useKindWords();
  const what = kind ? words.many(kind) : t('output');
  return t('title', { what, span: t(`spans.${by}`), row: t(`rowWords.${rows}`) });
}
