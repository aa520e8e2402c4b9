import { Group, Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { useFormat } from '../format/use-format.ts';
import { shareDone } from './pull-progress.tsx';

type State = 'running' | 'whole' | 'wholeWithFailures' | 'cancelled' | 'stopped';

const icons: Record<State, Icon> = {
  running: IconRefresh,
  whole: IconCircleCheck,
  wholeWithFailures: IconAlertTriangle,
  cancelled: IconBan,
  stopped: IconPlugConnectedX,
};

function stateOf({ ended, pagesFailed }: PullRow): State {
  if (ended === null) return 'running';
  return ended === 'whole' && pagesFailed > 0 ? 'wholeWithFailures' : ended;
}

/** How a pull stands, in words. */
export function usePullStateWords(): (pull: PullRow) => string {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  return useCallback(
    (pull: PullRow) => {
      const state = stateOf(pull);
      if (state !== 'running') return t(`states.${state}`);
      return t('states.runningShare', { share: format.share(shareDone(pull)) });
    },
    [t, format],
  );
}

/** What the state of a pull means, and what to do about it; nothing while it runs. */
export function usePullStateHelp(): (pull: PullRow) => string | null {
  const { t } = useTranslation('pulls');
  return (pull) => {
    const state = stateOf(pull);
    if (state === 'running') return null;
    if (state === 'cancelled') return t('stateHelp.cancelled', { name: pull.cancelAskedBy ?? '' });
    if (state === 'wholeWithFailures') return t('stateHelp.failed', { count: pull.pagesFailed });
    if (state === 'whole' && pull.pages === 0) return t('stateHelp.nothing');
    return t(`stateHelp.${state}`);
  };
}

/** How a pull stands, with its sign. */
export function PullState({ pull }: { pull: PullRow }) {
  const inWords = usePullStateWords();
  const state = stateOf(pull);
  const Sign = icons[state];
  const color = state === 'whole' ? 'var(--altavoz-good)' : undefined;
  return (
    <Group gap={6} wrap="nowrap">
      <Sign size={16} stroke={1.6} aria-hidden color={color} />
      <Text size="sm" span>
        {inWords(pull)}
      </Text>
    </Group>
  );
}
