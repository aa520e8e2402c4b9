import { Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { useNetworkFailureWords } from './use-failure-words.ts';

const icons = {
  not_tried: IconClock,
  working: IconCircleCheck,
  lacking: IconAlertTriangle,
  needs_token: IconKey,
  failing: IconAlertTriangle,
};

/** How a connection fares, in a word; why it does not work on hover and focus. */
export function ConnectionState({ connection }: { connection: ConnectionRow }) {
  const { t } = useTranslation('connections');
  const inWords = useNetworkFailureWords();
  const { status, failure } = connection;
  const Icon = icons[status];
  const isBad = status !== 'working' && status !== 'not_tried';
  return (
    <Tooltip
      label={failure ? inWords(failure) : ''}
      disabled={!failure}
      multiline
      maw={360}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Group
        gap={6}
        wrap="nowrap"
        w="fit-content"
        tabIndex={failure ? 0 : undefined}
        c={isBad ? 'var(--mantine-color-error)' : undefined}
      >
        <Icon
          size={16}
          stroke={1.6}
          aria-hidden
          color={status === 'working' ? 'var(--altavoz-good)' : undefined}
        />
        <Text size="sm" span>
          {t(`statuses.${status}`)}
        </Text>
      </Group>
    </Tooltip>
  );
}
