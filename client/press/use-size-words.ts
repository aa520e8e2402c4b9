import { useTranslation } from 'react-i18next';
import { writeNumber } from '../../shared/numbers/write-number.ts';
import type { Measures } from '../../shared/press/measures.ts';
import { useFormat } from '../format/use-format.ts';

/** The size of an appearance in words: its measure, the municipal share, and whether it was judged by eye. */
export function useSizeWords(): (measures: Measures) => string {
  const { t } = useTranslation('review');
  const format = useFormat();
  const write = (text: string) => writeNumber(text, format.locale);
  const sizeOf = (measures: Measures): string => {
    switch (measures.unit) {
      case 'note':
        return t('revisions.sizes.note');
      case 'page_area': {
        const size = { width: write(measures.widthCm), height: write(measures.heightCm) };
        return t('revisions.sizes.page_area', size);
      }
      case 'page_fraction':
        return t('revisions.sizes.page_fraction', { fraction: measures.fraction });
      case 'column_cm': {
        const size = { columns: write(measures.columns), height: write(measures.heightCm) };
        return t('revisions.sizes.column_cm', size);
      }
      case 'second':
        return t('revisions.sizes.second', { seconds: write(measures.seconds) });
      case 'cpm':
        return measures.views === null
          ? t('revisions.sizes.unknownViews')
          : t('revisions.sizes.cpm', { views: write(measures.views) });
      case 'manual': {
        const amount = format.money(measures.amountCop);
        return t('revisions.sizes.manual', { amount, reason: measures.reason });
      }
    }
  };
  return (measures) => {
    const parts = [sizeOf(measures)];
    if (!/^1(\.0+)?$/.test(measures.share)) {
      parts.push(t('revisions.sizes.share', { share: write(measures.share) }));
    }
    if (measures.isEstimated) parts.push(t('revisions.sizes.estimated'));
    return parts.join('; ');
  };
}
