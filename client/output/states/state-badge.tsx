import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputState } from '../../../shared/output/state.ts';

const colors = { planned: 'blue', done: 'gray', cancelled: 'red' } as const;

/** What stands of an item, in a word. */
export function StateBadge({ state }: { state: OutputState }) {
  const { t } = useTranslation('output');
  return (
    <Badge variant="light" color={colors[state]} radius="sm">
      {t(`state.${state}`)}
    </Badge>
  );
}
