import { Button, Group } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import type { MonthState } from '../../shared/press/review-rows.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';

function StateIcon({ state }: { state: MonthState['state'] }) {
  if (state === 'closed') return <IconLock size={14} stroke={1.6} aria-hidden />;
  return state === 'reopened' ? <IconLockOpen size={14} stroke={1.6} aria-hidden /> : null;
}

/** The twelve months of a year, each with whether it is closed, to go from one to another. */
export function YearOfMonths({
  month,
  onChange,
}: {
  month: string;
  onChange(month: string): void;
}) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const year = month.slice(0, 4);
  const period = { from: `${year}-01`, to: `${year}-12` };
  const { data = [] } = useQuery(api.press.listMonthStates.queryOptions(period));
  return (
    <Group gap={4} role="group" aria-label={t('ofYear', { year })}>
      {listMonths(period.from, period.to).map((one) => {
        const known = data.find((row) => row.month === one);
        const state = known?.state ?? 'open';
        const words = known ? t(`state.${state}`) : t('state.empty');
        return (
          <Button
            key={one}
            size="compact-sm"
            variant={one === month ? 'light' : 'default'}
            aria-pressed={one === month}
            aria-label={`${format.longMonth(one)}: ${words}`}
            leftSection={state === 'open' ? undefined : <StateIcon state={state} />}
            c={known ? undefined : 'dimmed'}
            onClick={() => onChange(one)}
          >
            {format.month(one).slice(0, 3)}
          </Button>
        );
      })}
    </Group>
  );
}
