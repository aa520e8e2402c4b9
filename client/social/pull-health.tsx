import { Group, Text, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconKey,
  IconPencil,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PageRow } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { useFailureWords } from './use-failure-words.ts';

type Health = NonNullable<PageRow['lastPull']>['outcome'] | 'never' | 'byHand';

const icons = {
  ok: IconCircleCheck,
  partial: IconAlertTriangle,
  retry_later: IconRefresh,
  reauthorise: IconKey,
  refused: IconAlertTriangle,
  changed_shape: IconAlertTriangle,
  never: IconClock,
  byHand: IconPencil,
};

/** Red is for what a person has to see to. */
const needsAction = new Set<Health>(['reauthorise', 'refused', 'changed_shape']);

/** How the last pull of a page went, in a word. */
export function healthOf({ lastPull, isPulled }: PageRow): Health {
  if (!isPulled) return 'byHand';
  return lastPull?.outcome ?? 'never';
}

/** How the last pull of a page went, in a word; what happened and what to do on hover and focus. */
export function PullHealth({ page }: { page: PageRow }) {
  const { t } = useTranslation('social');
  const { timeZone } = useToday();
  const format = useFormat();
  const inWords = useFailureWords();
  const health = healthOf(page);
  const Icon = icons[health];
  const { lastPull } = page;
  const failures = health === 'byHand' ? [] : (lastPull?.failures ?? []);
  const tip = [
    health === 'never' && t('health.neverWhy'),
    health === 'byHand' && t('health.byHandWhy'),
    health === 'ok' && t('health.okWhy'),
    ...failures.map(inWords),
    lastPull && t('health.at', { at: format.instant(lastPull.at, timeZone) }),
  ];
  return (
    <Tooltip
      label={tip.filter(Boolean).join(' ')}
      multiline
      maw={360}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Group
        gap={6}
        wrap="nowrap"
        w="fit-content"
        tabIndex={0}
        c={needsAction.has(health) ? 'var(--mantine-color-error)' : undefined}
      >
        <Icon
          size={16}
          stroke={1.6}
          aria-hidden
          color={health === 'ok' ? 'var(--altavoz-good)' : undefined}
        />
        <Text size="sm" span>
          {t(`health.${health}`)}
        </Text>
      </Group>
    </Tooltip>
  );
}
