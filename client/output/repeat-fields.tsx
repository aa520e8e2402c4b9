import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RepeatStep, repeatDays, repeatSteps } from '../../shared/output/repeat.ts';
import { useFormat } from '../format/use-format.ts';

/** How something comes again, as it is chosen; `every` is empty where it does not. */
export interface RepeatChoice {
  every: RepeatStep | '';
  until: string;
}

interface RepeatFieldsProps {
  first: string;
  value: RepeatChoice;
  error: ReactNode;
  onChange(choice: RepeatChoice): void;
}

const isDay = (text: string) => /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text);

/** How often something comes again and until when, with the days that this makes. */
export function RepeatFields({ first, value, error, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const { every, until } = value;
  const days =
    every !== '' && isDay(first) && isDay(until) ? repeatDays(first, { every, until }) : [];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('repeat.label')}
          value={every}
          data={[
            { value: '', label: t('repeat.never') },
            ...repeatSteps.map((step) => ({ value: step, label: t(`repeat.${step}`) })),
          ]}
          onChange={(event) => {
            const step = repeatSteps.find((one) => one === event.currentTarget.value);
            onChange({ ...value, every: step ?? '' });
          }}
        />
        {every !== '' && (
          <TextInput
            type="date"
            label={t('repeat.until')}
            required
            value={until}
            error={error}
            onChange={(event) => onChange({ ...value, until: event.currentTarget.value })}
          />
        )}
      </SimpleGrid>
      {days.length > 0 && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('repeat.days', {
            count: days.length,
            from: format.day(first),
            to: format.day(days.at(-1) ?? first),
          })}
        </Text>
      )}
    </>
  );
}
