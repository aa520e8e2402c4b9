import { Box, Button, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage, failureOf } from '../format/failure-message.ts';

/** What a state shows of a query; TanStack's `useQuery` gives it as it is. */
export interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch(): unknown;
}

/** Says what happened, what was kept and what to do, with a way to try again. */
export function FailedState({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { t } = useTranslation('failures');
  return (
    <Stack align="center" gap="xs" p="lg" role="alert">
      <Text fw={600}>{t('title')}</Text>
      <Text size="sm" ta="center" maw={420}>
        {failureMessage(failureOf(error))}
      </Text>
      {retry && (
        <Button variant="default" onClick={() => retry()}>
          {t('retry')}
        </Button>
      )}
    </Stack>
  );
}

/** What an empty place teaches: what would be here and the next step. */
export interface Empty {
  title?: string;
  text?: string;
  action?: ReactNode;
}

export function EmptyState({ title, text, action }: Empty) {
  const { t } = useTranslation('ui');
  return (
    <Stack align="center" gap="xs" p="lg">
      <Text fw={600}>{title ?? t('emptyTitle')}</Text>
      {text && (
        <Text size="sm" c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** A grey place of the final size while something loads. */
export function LoadingState({ height }: { height: number }) {
  const { t } = useTranslation('ui');
  return (
    <Box role="status" aria-label={t('loading')}>
      <Skeleton height={height} />
    </Box>
  );
}

/** Shows a query: a skeleton of `height` px while it loads, its failure with a retry, or its data. */
export function Show<Data>({
  query,
  height,
  children,
}: {
  query: Asked<Data>;
  height: number;
  children(data: Data): ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <LoadingState height={height} />;
  return <FailedState error={query.error} retry={query.refetch} />;
}
