import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Day, monthOf } from '../../../shared/calendar/day.ts';
import { useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useOutputSearch } from '../use-output-search.ts';
import styles from './calendar.module.css';
import type { Entry } from './entries.ts';
import { EntryButton } from './entry-button.tsx';

/** A day of a month shows no more; its week shows all. */
const mostInMonth = 3;

interface DaysGridProps {
  label: string;
  weeks: readonly (readonly Day[])[];
  /** The month that is shown; absent for a week. */
  month: string | undefined;
  entries: Map<string, Entry[]>;
}

function weekdayName(day: Day, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

interface DayCellProps {
  day: Day;
  month: string | undefined;
  entries: readonly Entry[];
}

function DayCell({ day, month, entries }: DayCellProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const today = useToday().day;
  const [, change] = useOutputSearch();
  const isWeek = month === undefined;
  const shown =
    isWeek || entries.length <= mostInMonth + 1 ? entries : entries.slice(0, mostInMonth);
  const more = entries.length - shown.length;
  const classes = [
    day === today && styles.today,
    !isWeek && monthOf(day) !== month && styles.outside,
  ];
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      aria-current={day === today ? 'date' : undefined}
    >
      <time dateTime={day} className={styles.number} title={format.day(day)}>
        {Number(day.slice(8))}
      </time>
      {shown.map((entry) => (
        <EntryButton key={entry.id} entry={entry} isWhole={isWeek} />
      ))}
      {more > 0 && (
        <Anchor
          component="button"
          size="xs"
          aria-label={t('moreOn', { count: more, day: format.day(day) })}
          onClick={() => change({ span: 'week', day })}
        >
          {t('more', { count: more })}
        </Anchor>
      )}
    </td>
  );
}

/** Weeks of days as a table, Monday first. */
export function DaysGrid({ label, weeks, month, entries }: DaysGridProps) {
  const { locale } = useFormat();
  return (
    <table className={styles.grid} aria-label={label}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekdayName(day, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} month={month} entries={entries.get(day) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
