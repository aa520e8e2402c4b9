import { Badge, Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChange } from '../../shared/imports/rows.ts';
import type { Standing } from '../../shared/imports/schemas.ts';
import { type PostCounts, postMetrics } from '../../shared/social/post-metrics.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';

type Change = ImportChange;

const looks: Record<Standing, { color: string; variant: string }> = {
  new: { color: 'accent', variant: 'light' },
  changed: { color: 'accent', variant: 'outline' },
  conflict: { color: 'accent', variant: 'filled' },
  same: { color: 'gray', variant: 'default' },
  refused: { color: 'gray', variant: 'default' },
};

/** Where a row stands, in a word. */
function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation('imports');
  return (
    <Badge {...looks[standing]} radius="sm" tt="none" miw="max-content">
      {t(`standings.${standing}`)}
    </Badge>
  );
}

/** The counts of a post in words: `900 visualizaciones · 5 reacciones`. */
function useCountWords(): (counts: PostCounts | null) => string | null {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return useMemo(
    () => (counts) =>
      counts &&
      postMetrics
        .flatMap((metric) => {
          const value = counts[metric];
          if (value === undefined) return [];
          return [t('rows.count', { value: format.number(value), name: t(`counts.${metric}`) })];
        })
        .join(' · '),
    [t, format],
  );
}

function useWhat(): (change: Change) => string {
  const { t } = useTranslation(['imports', 'social']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useMemo(
    () => (change) => {
      if (change.makes === 'row') {
        const said = change.said ? ` ${t('imports:rows.said', { said: change.said })}` : '';
        return `${t(`imports:reasons.${change.reason}`)}${said}`;
      }
      if (change.makes === 'figure') {
        return t('imports:rows.figure', {
          metric: t(`social:metrics.${change.metric}`),
          day: format.day(change.day),
        });
      }
      const { text, publishedAt } = change.after;
      const line = text.replace(/\s+/g, ' ').slice(0, 90) || t('imports:rows.noText');
      return `${line}${text.length > 90 ? '…' : ''} (${format.instant(publishedAt, timeZone)})`;
    },
    [t, format, timeZone],
  );
}

/** What a change was, is and what other sources say, each as text; null where there is nothing. */
function useValues() {
  const { t } = useTranslation(['imports', 'ui']);
  const format = useFormat();
  const inWords = useCountWords();
  return useMemo(() => {
    const before = (change: Change) => {
      if (change.makes === 'figure' && change.before !== null) return format.number(change.before);
      return change.makes === 'post' ? inWords(change.before) : null;
    };
    const after = (change: Change) => {
      if (change.makes === 'figure') return format.number(change.after);
      return change.makes === 'post' ? inWords(change.after.counts) : null;
    };
    const others = (change: Change) => {
      if (change.makes === 'row' || change.others.length === 0) return null;
      return change.others
        .map((other) =>
          t('imports:rows.other', {
            source: t(`ui:sources.${other.source}`),
            value: 'value' in other ? format.number(other.value) : inWords(other.counts),
          }),
        )
        .join('; ');
    };
    return { before, after, others };
  }, [t, format, inWords]);
}

/** The columns of rows of an import; those in which no row has anything are left out. */
export function useChangeColumns(
  rows: readonly Change[] | undefined,
  hasManyPages: boolean,
): TableColumn<Change>[] {
  const { t } = useTranslation('imports');
  const what = useWhat();
  const { before, after, others } = useValues();
  return useMemo<TableColumn<Change>[]>(
    () => [
      { id: 'line', header: t('rows.line'), cell: ({ line }) => line, value: ({ line }) => line },
      {
        id: 'standing',
        header: t('rows.standing'),
        cell: ({ standing }) => <StandingMark standing={standing} />,
        value: ({ standing }) => t(`standings.${standing}`),
      },
      {
        id: 'what',
        header: t('rows.what'),
        wrap: true,
        cell: (change) => (
          <Box>
            <Text size="sm">{what(change)}</Text>
            {hasManyPages && change.makes !== 'row' && (
              <Text size="xs" c="dimmed">
                {change.page}
              </Text>
            )}
          </Box>
        ),
        value: what,
        extras: [
          { header: t('rows.page'), value: (row) => (row.makes === 'row' ? null : row.page) },
        ],
      },
      ...[
        { id: 'before', header: t('rows.before'), wrap: true, cell: before },
        { id: 'after', header: t('rows.after'), wrap: true, cell: after },
        { id: 'others', header: t('rows.others'), wrap: true, cell: others },
      ].filter(({ cell }) => rows?.some((row) => cell(row) !== null)),
    ],
    [t, rows, hasManyPages, what, before, after, others],
  );
}
