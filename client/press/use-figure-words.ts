import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Channel, Medium } from '../../shared/press/channels.ts';
import type { Grade } from '../../shared/press/grading.ts';
import type { ReviewMatter } from '../../shared/press/review-rows.ts';
import type { Tone } from '../../shared/press/schemas.ts';
import { api } from '../app/api.ts';
import { readFigure } from './review-figure.ts';

/** The figure that is open in words, such as "Tono: Negativo"; nothing when none is. */
export function useFigureWords(month: string, text: string | undefined): string | undefined {
  const { t } = useTranslation(['review', 'press']);
  const { data } = useQuery(api.press.readMonthReview.queryOptions({ month }));
  const figure = readFigure(text);
  if (!figure) return undefined;
  const { name, key } = figure;
  const filter = (label: string, value: string) => t('list.filter', { name: label, value });
  switch (name) {
    case 'matter':
      return t(`matters.short.${key as ReviewMatter}`);
    case 'channel':
      return filter(t('shares.channel'), t(`press:channels.${key as Channel}`));
    case 'medium':
      return filter(t('shares.medium'), t(`press:mediums.${key as Medium}`));
    case 'outletId': {
      const outlet = data?.summary.shares.outlet.find((share) => share.key === key);
      return filter(t('shares.outlet'), outlet?.name ?? '');
    }
    case 'tone':
      return key === 'headline'
        ? filter(t('shares.tone'), t('list.headlineTones'))
        : filter(t('shares.tone'), t(`press:tones.${key as Tone | 'unclassified'}`));
    case 'grade':
      return key === 'none' ? t('shares.noGrade') : t(`press:grades.${key as Grade}`);
  }
}
