import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { postMetrics } from '../../shared/social/post-metrics.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';

/** Says what happened with something of a page, and what to do about it. */
export function useFailureWords(): (failure: PageFailure) => string {
  const { t } = useTranslation(['social', 'pages']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useCallback(
    ({ metric, failure }: PageFailure) => {
      const reason = t(`social:health.reasons.${failure.reason}`);
      const until =
        failure.kind === 'retry_later' && failure.at !== null
          ? ` ${t('social:health.until', { at: format.instant(failure.at, timeZone) })}`
          : '';
      const words = `${reason}${until}`;
      const only = (name: string) => t('social:health.only', { metric: name, reason: words });
      if (metric !== null) return only(t(`social:metrics.${metric}`));
      const ofPosts = postMetrics.find((name) => name === failure.facts.postMetric);
      return ofPosts ? only(t(`pages:posts.counts.${ofPosts}`)) : words;
    },
    [t, format, timeZone],
  );
}
