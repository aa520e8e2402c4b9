import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/failure.ts';
import { useFormat } from '../format/use-format.ts';

interface RecordChangedProps {
  failure: Extract<Failure, { code: 'record_changed' }>;
  timeZone: string;
  onOverwrite(): void;
  /** Opens what is stored now, beside what was typed. */
  onReload?: () => void;
}

/** Somebody else saved first: what was typed stays, and the person chooses. */
export function RecordChanged({ failure, timeZone, onOverwrite, onReload }: RecordChangedProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <Alert
      color="yellow"
      title={t('changed.title')}
      role="alert"
      tabIndex={-1}
      data-failure
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm" mb="sm">
        {t('changed.text', {
          by: failure.changedBy ?? t('changed.somebody'),
          at: format.instant(failure.changedAt, timeZone),
        })}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onOverwrite}>
          {t('changed.overwrite')}
        </Button>
        {onReload && (
          <Button size="compact-sm" variant="default" onClick={onReload}>
            {t('changed.reload')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
