import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { createContext, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import type { PullProgress } from '../../shared/social/rows.ts';
import { api, type Inputs } from '../app/api.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';

/** The pull that a person asked for here. */
export interface Capture {
  isUnderWay: boolean;
  progress: PullProgress | undefined;
  /** Asks for a pull; says itself when that cannot be done. */
  start(wish?: Inputs['social']['requestPull']): Promise<void>;
}

function endOf(pull: PullRow | null, t: TFunction<'social'>): string {
  if (pull?.ended === 'cancelled') return t('capture.cancelled');
  const { pages = 0, pagesFailed = 0 } = pull ?? {};
  return pagesFailed > 0
    ? t('capture.doneFailed', { count: pagesFailed })
    : t('capture.done', { count: pages });
}

/** Asks for a pull and follows it until it is over. */
export function useCapture(): Capture {
  const { t } = useTranslation('social');
  const client = useQueryClient();
  const [requestId, setRequestId] = useState<string>();
  const request = useMutation(api.social.requestPull.mutationOptions());
  const { data: progress } = useQuery(
    api.social.readPullProgress.queryOptions(
      { requestId: requestId ?? '' },
      { enabled: requestId !== undefined, refetchInterval: 1_000, staleTime: 0, gcTime: 0 },
    ),
  );
  useEffect(() => {
    if (requestId === undefined || progress?.status !== 'done') return;
    setRequestId(undefined);
    showDone(endOf(progress.pull, t));
    client.invalidateQueries();
  }, [requestId, progress, client, t]);
  return {
    isUnderWay: requestId !== undefined,
    progress: requestId === undefined ? undefined : progress,
    async start(wish = {}) {
      try {
        const { id } = await request.mutateAsync(wish);
        setRequestId(id);
      } catch (error) {
        showFailure(error);
      }
    },
  };
}

const CaptureContext = createContext<Capture | null>(null);
export const CaptureProvider = CaptureContext.Provider;

/** The pull that this person asked for, wherever on the page they did. */
export function useOwnCapture(): Capture {
  const capture = useContext(CaptureContext);
  if (!capture) throw new Error('useOwnCapture needs a CaptureProvider above');
  return capture;
}
