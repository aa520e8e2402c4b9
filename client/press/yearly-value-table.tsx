import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { Channel } from '../../shared/press/channels.ts';
import { type Answers, api } from '../app/api.ts';
import { usePeriod } from '../app/use-period.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { usePartialValue } from './use-partial-value.ts';

type YearRow = Answers['press']['readYearlyValue'][number];

/** A total as a report prints it, and the figure that it says. */
type Printed = Pick<Answers['reports']['listFigures']['rows'][number], 'asPrinted' | 'value'>;

interface Year<Printed> {
  year: number;
  count: number;
  unvalued: number;
  values: Partial<Record<Channel, number | null>>;
  total: number | null;
  headline: number | null;
  printed: Printed | null;
}

/** One row a year, the newest first, with what the report of that year printed as the total. */
export function gatherYears<Printed>(
  rows: readonly YearRow[],
  printed: ReadonlyMap<number, Printed>,
): Year<Printed>[] {
  const years = new Map<number, Year<Printed>>();
  for (const { year, channel, count, unvalued, valueCop, headlineCop } of rows) {
    const row = years.get(year) ?? {
      year,
      count: 0,
      unvalued: 0,
      values: {},
      total: null,
      headline: null,
      printed: printed.get(year) ?? null,
    };
    row.count += count;
    row.unvalued += unvalued;
    row.values[channel] = valueCop;
    if (valueCop !== null) row.total = (row.total ?? 0) + valueCop;
    if (headlineCop !== null) row.headline = (row.headline ?? 0) + headlineCop;
    years.set(year, row);
  }
  return [...years.values()].sort((one, other) => other.year - one.year);
}

/** The totals of each year by channel, beside what its report printed; a year opens its months. */
export function YearlyValueTable() {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { setPeriod } = usePeriod();
  const partialOf = usePartialValue();
  const query = useQuery(api.press.readYearlyValue.queryOptions());
  const figures = useWholeList(api.reports.listFigures.queryOptions);
  const rows = useMemo(() => {
    const totals = figures.data?.filter((row) => row.subject === 'press.value:total') ?? [];
    const printed = new Map(totals.map((row) => [row.year, row]));
    return query.data && gatherYears(query.data, printed);
  }, [query.data, figures.data]);
  const columns = useMemo<TableColumn<Year<Printed>>[]>(() => {
    const money = (value: number | null | undefined) =>
      value === null || value === undefined ? <Absent /> : format.money(value);
    const right = { align: 'right' } as const;
    return [
      { id: 'year', header: t('years.year'), cell: (row) => row.year },
      {
        ...right,
        id: 'count',
        header: t('years.count'),
        cell: (row) => format.number(row.count),
        value: (row) => row.count,
      },
      {
        ...right,
        id: 'press',
        header: t('channels.press'),
        cell: (row) => money(row.values.press),
        value: (row) => pesosCell(row.values.press),
      },
      {
        ...right,
        id: 'broadcast',
        header: t('channels.broadcast_digital'),
        cell: (row) => money(row.values.broadcast_digital),
        value: (row) => pesosCell(row.values.broadcast_digital),
      },
      {
        ...right,
        id: 'total',
        header: t('years.total'),
        cell: (row) => (
          <>
            {money(row.total)}
            {row.total !== null && (
              <Text size="xs" c="dimmed">
                {partialOf(row)}
              </Text>
            )}
          </>
        ),
        value: (row) => pesosCell(row.total),
        extras: [{ header: t('summary.unvalued'), value: (row) => row.unvalued }],
      },
      {
        ...right,
        id: 'headline',
        header: t('years.headline'),
        cell: (row) => money(row.headline),
        value: (row) => pesosCell(row.headline),
      },
      {
        ...right,
        id: 'printed',
        header: t('years.printed'),
        cell: (row) => row.printed?.asPrinted ?? <Absent />,
        value: (row) => pesosCell(row.printed?.value),
      },
    ];
  }, [t, format, partialOf]);
  return (
    <Panel title={t('years.title')} note={t('years.note')}>
      <DataTable
        label={t('years.title')}
        columns={columns}
        query={query}
        rows={rows}
        rowId={(row) => String(row.year)}
        onOpen={({ year }) => setPeriod({ from: `${year}-01`, to: `${year}-12` })}
        empty={{ text: t('chart.empty') }}
        skeletonRows={2}
      />
    </Panel>
  );
}
