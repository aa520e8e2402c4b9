import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullProgress } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';

/** A request that waits longer than this has probably nobody to answer it. */
const slowAfterMs = 15_000;

/** The pull that the person asked for: how far it is, until it is done. */
export function useCapture() {
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
    const { pages = 0, pagesFailed = 0 } = progress.pull ?? {};
    showDone(
      pagesFailed > 0
        ? t('capture.doneFailed', { count: pagesFailed })
        : t('capture.done', { count: pages }),
    );
    client.invalidateQueries();
  }, [requestId, progress, client, t]);
  return {
    isUnderWay: requestId !== undefined,
    progress: requestId === undefined ? undefined : progress,
    async start() {
      try {
        const { id } = await request.mutateAsync({});
        setRequestId(id);
      } catch (error) {
        showFailure(error);
      }
    },
  };
}

export type Capture = ReturnType<typeof useCapture>;

export function CaptureButton({ capture }: { capture: Capture }) {
  const { t } = useTranslation('social');
  return (
    <Button onClick={capture.start} loading={capture.isUnderWay}>
      {t('capture.now')}
    </Button>
  );
}

function Waiting() {
  const { t } = useTranslation('social');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return <Text size="sm">{t(isSlow ? 'capture.slow' : 'capture.waiting')}</Text>;
}

function Running({ pull }: { pull: NonNullable<PullProgress['pull']> }) {
  const { t } = useTranslation('social');
  const { pages, pagesDone } = pull;
  return (
    <Stack gap={6}>
      <Text size="sm">{t('capture.running', { done: pagesDone, pages })}</Text>
      <Progress
        value={pages === 0 ? 100 : (100 * pagesDone) / pages}
        aria-label={t('capture.label')}
      />
    </Stack>
  );
}

/** How far the pull is, while there is one under way. */
export function CaptureProgress({ capture }: { capture: Capture }) {
  if (!capture.isUnderWay) return null;
  const pull = capture.progress?.pull;
  return (
    <Alert variant="light" role="status">
      {pull ? <Running pull={pull} /> : <Waiting />}
    </Alert>
  );
}
