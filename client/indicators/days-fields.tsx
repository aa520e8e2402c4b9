import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../shared/calendar/day.ts';
import { type Days, daysOfMonth } from '../../shared/indicators/period-target.ts';
import { usePeriod } from '../app/use-period.ts';
import { useIndicatorsSearch } from './indicators-search.ts';

/** The two days in force: those of the address, or the first and the last of its months. */
export function useDays(): Days {
  const { period } = usePeriod();
  const [{ fromDay, toDay }] = useIndicatorsSearch();
  // Whoever chooses other months leaves the two days behind.
  const isOfMonths = fromDay?.slice(0, 7) === period.from && toDay?.slice(0, 7) === period.to;
  if (fromDay !== undefined && toDay !== undefined && isOfMonths) {
    return { from: fromDay, to: toDay };
  }
  return { from: daysOfMonth(period.from).from, to: daysOfMonth(period.to).to };
}

/** Chooses two days instead of the months of the period. */
export function DaysFields() {
  const { t } = useTranslation('indicators');
  const [{ fromDay, toDay }, change] = useIndicatorsSearch();
  const days = useDays();
  const [typed, setTyped] = useState<Partial<Days>>({});
  const choose = (part: Partial<Days>) => {
    const next = { ...days, ...typed, ...part };
    setTyped({ ...typed, ...part });
    const isPeriod = Day.safeParse(next.from).success && Day.safeParse(next.to).success;
    if (!isPeriod || next.from > next.to) return;
    setTyped({});
    const months = { from: next.from.slice(0, 7), to: next.to.slice(0, 7) };
    change({ ...months, fromDay: next.from, toDay: next.to });
  };
  const isChosen = days.from === fromDay && days.to === toDay;
  return (
    <Group gap="xs">
      <TextInput
        type="date"
        aria-label={t('days.from')}
        value={typed.from ?? days.from}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        aria-label={t('days.to')}
        value={typed.to ?? days.to}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
      {isChosen && (
        <Button
          variant="default"
          onClick={() => {
            setTyped({});
            change({ fromDay: undefined, toDay: undefined });
          }}
        >
          {t('days.clear')}
        </Button>
      )}
    </Group>
  );
}
