import { ActionIcon, Button, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthsBetween } from '../../shared/calendar/month.ts';
import { useFormat } from '../format/use-format.ts';

/** A closed period of months, `YYYY-MM`. */
interface Months {
  from: string;
  to: string;
}

interface PeriodPickerProps {
  value: Months;
  onChange(value: Months): void;
  currentMonth: string;
  /** The first year offered. */
  firstYear?: number;
}

function presetsOf(currentMonth: string) {
  const year = Number(currentMonth.slice(0, 4));
  const last = addMonths(currentMonth, -1);
  return {
    months: [
      { key: 'thisMonth', from: currentMonth, to: currentMonth },
      { key: 'lastMonth', from: last, to: last },
      { key: 'last12', from: addMonths(currentMonth, -11), to: currentMonth },
    ] as const,
    years: [year, year - 1, year - 2],
  };
}

function MonthSelect({
  label,
  value,
  onChange,
  years,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
  years: number[];
}) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [year = '', month = ''] = value.split('-');
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end" role="group" aria-label={label}>
      <NativeSelect
        label={label}
        aria-label={`${label}: ${t('period.month')}`}
        value={month}
        onChange={(event) => onChange(`${year}-${event.currentTarget.value}`)}
        data={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1).padStart(2, '0'),
          label: format.monthName(index + 1),
        }))}
      />
      <NativeSelect
        aria-label={`${label}: ${t('period.yearWord')}`}
        value={year}
        onChange={(event) => onChange(`${event.currentTarget.value}-${month}`)}
        data={years.map(String)}
      />
    </Group>
  );
}

function Choices({ value, currentMonth, firstYear, onChange }: Required<PeriodPickerProps>) {
  const { t } = useTranslation('ui');
  const [draft, setDraft] = useState(value);
  const presets = presetsOf(currentMonth);
  const lastYear = Number(currentMonth.slice(0, 4)) + 1;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => lastYear - index);
  const isReversed = draft.from > draft.to;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {presets.months.map(({ key, from, to }) => (
          <Button key={key} size="xs" variant="light" onClick={() => onChange({ from, to })}>
            {t(`period.${key}`)}
          </Button>
        ))}
      </Group>
      <Group gap="xs">
        {presets.years.map((year) => (
          <Button
            key={year}
            size="xs"
            variant="light"
            onClick={() => onChange({ from: `${year}-01`, to: `${year}-12` })}
          >
            {t('period.year', { year })}
          </Button>
        ))}
      </Group>
      <MonthSelect
        label={t('period.from')}
        value={draft.from}
        years={years}
        onChange={(from) => setDraft({ ...draft, from })}
      />
      <MonthSelect
        label={t('period.to')}
        value={draft.to}
        years={years}
        onChange={(to) => setDraft({ ...draft, to })}
      />
      {isReversed && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('period.reversed')}
        </Text>
      )}
      <Button disabled={isReversed} onClick={() => onChange(draft)}>
        {t('period.apply')}
      </Button>
    </Stack>
  );
}

/** Chooses a period of months: steps of its own length, usual periods, or any two months. */
export function PeriodPicker({
  value,
  onChange,
  currentMonth,
  firstYear = 2016,
}: PeriodPickerProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [isOpen, popover] = useDisclosure(false);
  const length = monthsBetween(value.from, value.to) + 1;
  const step = (direction: 1 | -1) =>
    onChange({
      from: addMonths(value.from, direction * length),
      to: addMonths(value.to, direction * length),
    });
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={t('period.label')}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('period.previous')}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover
        opened={isOpen}
        onChange={popover.toggle}
        trapFocus
        shadow="md"
        position="bottom-end"
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconCalendar size={18} stroke={1.6} />}
            onClick={popover.toggle}
          >
            {format.period(value.from, value.to)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Choices
            key={`${value.from} ${value.to}`}
            value={value}
            currentMonth={currentMonth}
            firstYear={firstYear}
            onChange={(period) => {
              popover.close();
              onChange(period);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon variant="default" size={36} aria-label={t('period.next')} onClick={() => step(1)}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
