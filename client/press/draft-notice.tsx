import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import '../words/add-capture-words.ts';

interface DraftNoticeProps {
  /** ISO instant. */
  at: string;
  /** Whether all of what was typed could be read. */
  isWhole: boolean;
  onDiscard(): void;
}

/** Says that what the form shows was typed before and never saved. */
export function DraftNotice({ at, isWhole, onDiscard }: DraftNoticeProps) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const { timeZone } = useToday();
  return (
    <Alert color="gray" variant="light" role="status">
      <Group gap="xs">
        <Text size="sm">
          {t('draft.restored', { at: format.instant(at, timeZone) })}
          {!isWhole && ` ${t('draft.partial')}`}
        </Text>
        <Button variant="default" size="compact-sm" onClick={onDiscard}>
          {t('draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
