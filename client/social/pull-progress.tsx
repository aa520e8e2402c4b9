import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { useFormat } from '../format/use-format.ts';

/** The share of a pull that is done, from 0 to 1. */
export function shareDone({ steps, stepsDone, pages, pagesDone }: PullRow): number {
  if (steps > 0) return Math.min(stepsDone / steps, 1);
  return pages === 0 ? 1 : pagesDone / pages;
}

/** How far a pull under way has come. */
export function PullProgress({ pull }: { pull: PullRow }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const [done, pages] = [format.number(pull.pagesDone), format.number(pull.pages)];
  const words =
    pull.kind === 'daily'
      ? t('progress.daily', { done, pages })
      : t('progress.history', {
          done: format.number(pull.stepsDone),
          steps: format.number(pull.steps),
          posts: format.number(pull.postsRead),
        });
  return (
    <Stack gap={6}>
      <Text size="sm">{words}</Text>
      <Progress value={100 * shareDone(pull)} aria-label={t('progress.label')} animated />
      {pull.cancelAskedAt !== null && (
        <Text size="sm" fw={600}>
          {t('stateHelp.cancelling')}
        </Text>
      )}
    </Stack>
  );
}
