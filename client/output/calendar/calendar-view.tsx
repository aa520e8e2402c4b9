import { Alert, Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarShare, IconFileImport } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, monthOf } from '../../../shared/calendar/day.ts';
import type { CalendarAnswer } from '../../../shared/output/calendar/calendar.ts';
import { KindId } from '../../../shared/output/kind-id.ts';
import { api } from '../../app/api.ts';
import { useMayDo, useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Show } from '../../ui/states.tsx';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { Agenda } from './agenda.tsx';
import { daysOfWeek, turnedDay, weeksOfMonth } from './calendar-days.ts';
import { CalendarFileDrawer } from './calendar-file-drawer.tsx';
import { DaysGrid } from './days-grid.tsx';
import { entriesByDay } from './entries.ts';
import { SubscribeDrawer } from './subscribe-drawer.tsx';
import '../../words/add-calendar-words.ts';

/** Whether days stand one under the other. */
const useIsNarrow = () =>
  useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });

/** The day that the address names, and what is shown around it. */
function useShown() {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { day: today } = useToday();
  const isNarrow = useIsNarrow();
  const [{ day = today, span = isNarrow ? 'week' : 'month' }] = useOutputSearch();
  const isWeek = span === 'week';
  const weeks = useMemo(() => (isWeek ? [daysOfWeek(day)] : weeksOfMonth(day)), [day, isWeek]);
  const days = weeks.flat();
  const title = isWeek
    ? t('weekOf', { day: format.day(days[0] ?? day) })
    : format.longMonth(monthOf(day));
  return { day, span, weeks, days, title } as const;
}

/** Goes from one month or week to another, and narrows them to a kind. */
function Tools() {
  const { t } = useTranslation('calendar');
  const [{ kind = '' }, change] = useOutputSearch();
  const { day, span } = useShown();
  const words = useKindWords();
  const turn = (by: 1 | -1) => change({ day: turnedDay(day, span, by) });
  return (
    <Group gap="xs" className="no-print">
      <Button.Group>
        <Button variant="default" onClick={() => turn(-1)}>
          {t('previous')}
        </Button>
        <Button variant="default" onClick={() => change({ day: undefined })}>
          {t('today')}
        </Button>
        <Button variant="default" onClick={() => turn(1)}>
          {t('next')}
        </Button>
      </Button.Group>
      <SegmentedControl
        aria-label={t('span')}
        value={span}
        data={[
          { value: 'month', label: t('month') },
          { value: 'week', label: t('week') },
        ]}
        onChange={(next) => change({ span: next === 'week' ? 'week' : 'month' })}
      />
      <NativeSelect
        aria-label={t('kind')}
        value={kind}
        data={[{ value: '', label: t('allKinds') }, ...words.choices]}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value || undefined })}
      />
    </Group>
  );
}

interface DaysProps {
  answer: CalendarAnswer;
  weeks: readonly (readonly Day[])[];
  title: string;
  month: string | undefined;
}

function Days({ answer, weeks, title, month }: DaysProps) {
  const { t } = useTranslation('calendar');
  const isNarrow = useIsNarrow();
  const format = useFormat();
  const entries = useMemo(() => entriesByDay(answer), [answer]);
  const shown = answer.items.length;
  return (
    <Stack gap="sm">
      {answer.total > shown && (
        <Alert variant="light">
          {t('cut', { total: format.number(answer.total), shown: format.number(shown) })}
        </Alert>
      )}
      {isNarrow ? (
        <Agenda days={weeks.flat()} entries={entries} />
      ) : (
        <DaysGrid label={title} weeks={weeks} month={month} entries={entries} />
      )}
    </Stack>
  );
}

/** What the office does, by month or week, and on which days requests are due. */
export default function CalendarView() {
  const { t } = useTranslation('calendar');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ kind }] = useOutputSearch();
  const { day, span, weeks, days, title } = useShown();
  const [open, setOpen] = useState<'subscribe' | 'file'>();
  const known = KindId.safeParse(kind);
  const query = useQuery(
    api.output.readCalendar.queryOptions(
      { from: days[0] ?? day, to: days.at(-1) ?? day, kinds: known.success ? [known.data] : [] },
      { placeholderData: keepPreviousData },
    ),
  );
  const close = () => setOpen(undefined);
  return (
    <Panel
      title={title}
      actions={
        <Group gap="xs" className="no-print">
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} stroke={1.6} aria-hidden />}
              onClick={() => setOpen('file')}
            >
              {t('file.open')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconCalendarShare size={18} stroke={1.6} aria-hidden />}
            onClick={() => setOpen('subscribe')}
          >
            {t('subscribe.open')}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        <Tools />
        <Show query={query} height={620}>
          {(answer) => (
            <Days
              answer={answer}
              weeks={weeks}
              title={title}
              month={span === 'week' ? undefined : monthOf(day)}
            />
          )}
        </Show>
      </Stack>
      {open === 'subscribe' && <SubscribeDrawer onClose={close} />}
      {open === 'file' && <CalendarFileDrawer onClose={close} />}
    </Panel>
  );
}
