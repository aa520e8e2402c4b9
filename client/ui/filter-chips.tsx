import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterWords } from './file-head.ts';

/** A filter in force, in words, and how to take it off. */
export interface FilterChip {
  id: string;
  label: string;
  onRemove(): void;
}

/** The filters in force; each goes with one press. */
export function FilterChips({ chips }: { chips: FilterChip[] }) {
  const { t } = useTranslation('ui');
  useFilterWords(useMemo(() => chips.map(({ label }) => label), [chips]));
  if (chips.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('table.filters')}>
      {chips.map(({ id, label, onRemove }) => (
        <Button
          key={id}
          size="compact-sm"
          radius="xl"
          variant="light"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('table.removeFilter', { filter: label })}
          onClick={onRemove}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
