import { NativeSelect, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../ui/number-field.tsx';
import { useCountWords } from './use-count-words.ts';

interface PeriodFieldProps {
  /** A year, a quarter of it (`2026-Q3`) or a month. */
  value: string;
  error?: ReactNode;
  onChange(period: string): void;
}

/** A year and which part of it: all, a quarter or a month. */
export function PeriodField({ value, error, onChange }: PeriodFieldProps) {
  const { t } = useTranslation('countTables');
  const { parts } = useCountWords();
  const [year = '', part = ''] = value.split('-');
  const join = (nextYear: string, nextPart: string) =>
    onChange(nextPart === '' ? nextYear : `${nextYear}-${nextPart}`);
  return (
    <SimpleGrid cols={2} spacing="sm">
      <NumberField
        kind="year"
        label={t('year')}
        withAsterisk
        value={year === '' ? null : Number(year)}
        error={error}
        onChange={(next) => join(next?.toString() ?? '', part)}
      />
      <NativeSelect
        label={t('part')}
        data={parts}
        value={part}
        onChange={(event) => join(year, event.currentTarget.value)}
      />
    </SimpleGrid>
  );
}
