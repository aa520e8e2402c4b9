import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import { postMetrics } from '../../shared/social/post-metrics.ts';
import { isOfOnePost, remedyOf } from '../../shared/social/remedy.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';

/** Says why a network failed, and who must do what about it. */
export function useNetworkFailureWords(): (failure: NetworkFailure) => string {
  const { t } = useTranslation('social');
  const { timeZone } = useToday();
  const format = useFormat();
  return useCallback(
    (failure: NetworkFailure) => {
      const { act, until } = remedyOf(failure);
      const what =
        until === null
          ? t(`health.acts.${act}`)
          : t('health.until', { at: format.instant(until, timeZone) });
      const { permissions } = failure.facts;
      const lacks = permissions ? t('health.permissions', { permissions }) : '';
      const isGonePost = isOfOnePost(failure) && failure.reason === 'page_unknown';
      const why = isGonePost ? t('health.postGone') : t(`health.reasons.${failure.reason}`);
      return [why, lacks, what].filter(Boolean).join(' ');
    },
    [t, format, timeZone],
  );
}

/** The same of something of a page, naming the figure that failed where it is one alone. */
export function useFailureWords(): (failure: PageFailure) => string {
  const { t } = useTranslation(['social', 'pages']);
  const inWords = useNetworkFailureWords();
  const format = useFormat();
  return useCallback(
    ({ metric, failure }: PageFailure) => {
      const words = inWords(failure);
      const only = (name: string) => t('social:health.only', { metric: name, reason: words });
      const { day } = failure.facts;
      if (metric !== null) {
        const name = t(`social:metrics.${metric}`);
        return only(typeof day === 'string' ? `${name} (${format.day(day)})` : name);
      }
      const ofPosts = postMetrics.find((name) => name === failure.facts.postMetric);
      if (ofPosts) return only(t(`pages:posts.counts.${ofPosts}`));
      return isOfOnePost(failure) ? only(t('social:health.onePost')) : words;
    },
    [t, format, inWords],
  );
}
