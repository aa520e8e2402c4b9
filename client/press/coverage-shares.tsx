import { Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell, shareCell } from '../../shared/files/file-cell.ts';
import type { Medium } from '../../shared/press/channels.ts';
import {
  type Coverage,
  type CoveragePart,
  type CoverageShare,
  countUntold,
  coverageParts,
  netTone,
  shareOfCount,
} from '../../shared/press/coverage.ts';
import type { Origin } from '../../shared/press/schemas.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { BarChart } from '../ui/bar-chart.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { filterOfShare, filterOfTone } from './share-filter.ts';
import { toneSeries } from './tone-series.ts';
import { usePartialValue } from './use-partial-value.ts';
import { useSeeClippings } from './use-see-clippings.ts';

/** Bars of one drawing: more would not be told apart. */
const mostDrawn = 7;

/** A table of many shares scrolls inside; one of few is shown whole. */
export function tallest(rows = 0): number | undefined {
  return rows > 20 ? 640 : undefined;
}

/** What a share is called, in words. */
function useShareName(part: CoveragePart): (share: CoverageShare) => string {
  const { t } = useTranslation(['coverage', 'press']);
  return useMemo(
    () =>
      ({ key, label }) => {
        if (key === null) return t('coverage:shares.unsaid');
        if (part === 'medium') return t(`press:mediums.${key as Medium}`);
        if (part === 'origin') return t(`coverage:origins.${key as Origin}`);
        return label ?? key;
      },
    [t, part],
  );
}

const counts = ['positive', 'neutral', 'negative'] as const;

/** The columns of shares of a whole. */
export function useShareColumns(
  header: string,
  nameOf: (share: CoverageShare) => string,
  total: number,
): TableColumn<CoverageShare>[] {
  const { t } = useTranslation(['coverage', 'press']);
  const format = useFormat();
  const partialOf = usePartialValue();
  return useMemo(() => {
    const inShare = (value: number | null) => (value === null ? <Absent /> : format.share(value));
    const number = (id: 'count' | (typeof counts)[number]): TableColumn<CoverageShare> => ({
      id,
      header: t(`coverage:shares.${id}`),
      align: 'right',
      cell: (row) => format.number(row[id]),
      value: (row) => row[id],
      sortBy: (row) => row[id],
    });
    return [
      { id: 'name', header, cell: nameOf, wrap: true, sortBy: nameOf },
      number('count'),
      {
        id: 'share',
        header: t('coverage:shares.share'),
        align: 'right',
        cell: (row) => inShare(shareOfCount(row.count, total)),
        value: (row) => shareCell(shareOfCount(row.count, total)),
      },
      ...counts.map(number),
      {
        id: 'netTone',
        header: t('coverage:shares.netTone'),
        align: 'right',
        cell: (row) => inShare(netTone(row)),
        value: (row) => shareCell(netTone(row)),
        sortBy: netTone,
      },
      {
        id: 'value',
        header: t('coverage:shares.value'),
        align: 'right',
        cell: (row) =>
          row.valueCop === null ? (
            <Absent />
          ) : (
            <>
              {format.money(row.valueCop)}
              <Text size="xs" c="dimmed">
                {partialOf(row)}
              </Text>
            </>
          ),
        value: (row) => pesosCell(row.valueCop),
        sortBy: (row) => row.valueCop,
        extras: [{ header: t('press:summary.unvalued'), value: (row) => row.unvalued }],
      },
    ];
  }, [t, format, header, nameOf, total, partialOf]);
}

/** How the coverage is shared out by what the person chooses, drawn and as a table; a share opens its appearances. */
export function CoverageShares({ query }: { query: Asked<Coverage> }) {
  const { t } = useTranslation(['coverage', 'press']);
  const format = useFormat();
  const [part, setPart] = useState<CoveragePart>('outlet');
  const nameOf = useShareName(part);
  const see = useSeeClippings();
  const shares = query.data?.parts[part];
  const header = t(`coverage:shares.parts.${part}`);
  const untold = query.data ? countUntold(query.data, part) : 0;
  const columns = useShareColumns(header, nameOf, query.data?.total.count ?? 0);
  const drawn = useMemo(() => (shares ?? []).slice(0, mostDrawn), [shares]);
  const series = useMemo(() => toneSeries(drawn, (tone) => t(`press:tones.${tone}`)), [drawn, t]);
  // The largest shares alone come to less than the whole.
  const totals = useMemo(
    () => (drawn.length < (shares?.length ?? 0) ? new Map<string, number>() : undefined),
    [drawn, shares],
  );
  const names = useMemo(
    () => new Map(drawn.map((one) => [one.key ?? '', nameOf(one)])),
    [drawn, nameOf],
  );
  return (
    <Stack gap="lg">
      <BarChart
        title={t('coverage:shares.chart')}
        unit={t('coverage:months.unit')}
        note={header}
        query={query}
        categories={drawn.map(({ key }) => key ?? '')}
        categoryHeader={header}
        categoryLabel={(key) => names.get(key) ?? ''}
        series={series}
        totals={totals}
        write={format.number}
        writeShort={format.shortNumber}
        onSelect={(key, tone) =>
          see({ ...filterOfShare(part, { key: key || null }), ...filterOfTone(tone) })
        }
        empty={{ text: t('coverage:shares.empty') }}
        actions={
          <Select
            aria-label={t('coverage:shares.by')}
            allowDeselect={false}
            w={180}
            data={coverageParts.map((value) => ({
              value,
              label: t(`coverage:shares.parts.${value}`),
            }))}
            value={part}
            onChange={(value) => value && setPart(value as CoveragePart)}
          />
        }
      />
      <Panel title={t('coverage:shares.title')} note={header}>
        <DataTable
          label={t('coverage:shares.title')}
          columns={columns}
          query={query}
          rows={shares}
          rowId={(row) => row.key ?? ''}
          onOpen={(row) => see(filterOfShare(part, row))}
          empty={{ text: t('coverage:shares.empty') }}
          maxHeight={tallest(shares?.length)}
        />
        {untold > 0 && (
          <Text size="sm" c="dimmed">
            {t('coverage:shares.untold', { count: untold })}
          </Text>
        )}
      </Panel>
    </Stack>
  );
}
