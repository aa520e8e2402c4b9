import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

export interface TablePaging {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage(page: number): void;
}

/** Which rows these are, of how many, and the way to the others. */
export function TablePages({ page, pageSize, total, onPage }: TablePaging) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  return (
    <Group component="nav" justify="flex-end" gap="xs" ml="auto" aria-label={t('table.pages')}>
      <Text size="sm" c="dimmed" role="status">
        {t('table.range', {
          from: format.number(from),
          to: format.number(Math.min(total, from + pageSize - 1)),
          total: format.number(total),
        })}
      </Text>
      <ActionIcon
        variant="default"
        disabled={page <= 1}
        aria-label={t('table.previous')}
        onClick={() => onPage(page - 1)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        disabled={page >= last}
        aria-label={t('table.next')}
        onClick={() => onPage(page + 1)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}
