import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { formatDuration } from '../format/duration.ts';

/** What a pull reads, why it was made and how long it took, in words. */
export function usePullWords() {
  const { t } = useTranslation('pulls');
  return useMemo(
    () => ({
      kind({ kind, askedPage }: PullRow): string {
        const words = t(`kinds.${kind}`);
        return askedPage === null ? words : t('kindOf', { kind: words, page: askedPage });
      },
      reason({ reason, requestedBy }: PullRow): string {
        if (reason !== 'request' || requestedBy === null) return t(`reasons.${reason}`);
        return t('reasons.requestBy', { name: requestedBy });
      },
      /** Null while it runs. */
      duration({ startedAt, finishedAt }: PullRow): string | null {
        if (finishedAt === null) return null;
        return formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
      },
    }),
    [t],
  );
}
