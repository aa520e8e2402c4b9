import { useTranslation } from 'react-i18next';
import { useKindWords } from '../use-kind-words.ts';
import type { MatrixChoice } from './use-shown-matrix.ts';

/** What a table or chart of the chosen output is called. */
export function useMatrixTitle({ by, kind }: MatrixChoice): string {
  const { t } = useTranslation('matrix');
  const words = useKindWords();
  const title = t(`title.${by}`);
  return kind ? t('titleOf', { title, kind: words.many(kind) }) : title;
}
