import { ActionIcon, Group, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '../../shared/calendar/month.ts';

const monthPattern = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** Goes from month to month, or to any of them. */
export function MonthPicker({ month, onChange }: { month: string; onChange(month: string): void }) {
  const { t } = useTranslation('review');
  return (
    <Group gap={4} wrap="nowrap" align="flex-end">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('previous')}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <IconChevronLeft size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <TextInput
        type="month"
        aria-label={t('choose')}
        value={month}
        w={180}
        onChange={({ currentTarget }) =>
          monthPattern.test(currentTarget.value) && onChange(currentTarget.value)
        }
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('next')}
        onClick={() => onChange(addMonths(month, 1))}
      >
        <IconChevronRight size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
