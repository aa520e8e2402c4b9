import { Badge, Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, api, queryClient } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn, TableSort } from '../ui/table-column.ts';
import { ClippingFilters } from './clipping-filters.tsx';
import type { PressSearch } from './press-search.ts';
import { useListedDays } from './use-listed-days.ts';
import { usePressSearch } from './use-press-search.ts';

type Listed = Answers['press']['listClippings'];
type Row = Listed['rows'][number];
type Words = TFunction<'press'>;

const pageSize = 25;

function Value({ row, t, format }: { row: Row; t: Words; format: Format }) {
  if (row.valueCop === null) return <Absent label={t('standings.unvalued')} />;
  if (row.standing !== 'not_counted') return format.money(row.valueCop);
  return (
    <Badge variant="default" size="sm" tt="none">
      {row.isPaid ? t('list.paid') : t('outlets.ownShort')}
    </Badge>
  );
}

/** How many are in the totals, and how many of them lack a value or do not count. */
function countWords({ count, unvalued, notCounted }: Listed['totals'], t: Words, format: Format) {
  const parts = [t('list.totals', { count, formatted: format.number(count) })];
  if (unvalued > 0) parts.push(t('list.unvaluedOf', { count: unvalued }));
  if (notCounted > 0) parts.push(t('list.notCountedOf', { count: notCounted }));
  return parts.join(' · ');
}

function makeColumns(t: Words, format: Format, totals?: Listed['totals']): TableColumn<Row>[] {
  const sum = (value: number | null) => (value === null ? <Absent /> : format.money(value));
  return [
    {
      id: 'title',
      header: t('list.headline'),
      cell: (row) => row.title,
      wrap: true,
      footer: totals && countWords(totals, t, format),
    },
    {
      id: 'day',
      header: t('list.day'),
      cell: (row) => format.day(row.day),
      sortBy: (row) => row.day,
    },
    {
      id: 'outlet',
      header: t('list.outlet'),
      value: (row) => `${row.outletName} (${t(`formats.${row.format}`)})`,
      cell: (row) => (
        <>
          {row.outletName}
          <Text size="xs" c="dimmed">
            {t(`formats.${row.format}`)}
          </Text>
        </>
      ),
    },
    {
      id: 'tone',
      header: t('list.tone'),
      value: (row) => t(`tones.${row.tone ?? 'unclassified'}`),
      cell: (row) =>
        row.tone ? (
          t(`tones.${row.tone}`)
        ) : (
          <Text c="dimmed" span inherit>
            {t('tones.unclassified')}
          </Text>
        ),
    },
    {
      id: 'value',
      header: t('valueShort'),
      align: 'right',
      cell: (row) => <Value row={row} t={t} format={format} />,
      sortBy: (row) => row.valueCop,
      footer: totals && sum(totals.valueCop),
    },
    {
      id: 'withVat',
      header: t('valueWithVat'),
      align: 'right',
      cell: (row) =>
        row.standing === 'valued' && row.valueWithVatCop !== null
          ? format.money(row.valueWithVatCop)
          : '',
      value: (row) => (row.standing === 'valued' ? row.valueWithVatCop : null),
      footer: totals && sum(totals.valueWithVatCop),
    },
  ];
}

function sortOf(order: PressSearch['order'] = 'day_desc'): TableSort {
  const [column = 'day', direction] = order.split('_');
  return { column, descending: direction === 'desc' };
}

function orderOf({ column, descending }: TableSort): PressSearch['order'] {
  if (column === 'value') return descending ? 'value_desc' : 'value_asc';
  return descending ? undefined : 'day_asc';
}

/** The appearances of the period: filtered, searched, in pages, with the totals of what is filtered. */
export function ClippingsTable() {
  const { t } = useTranslation('press');
  const format = useFormat();
  const [search, change] = usePressSearch();
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const days = useListedDays(search.month);
  const { page = 1, channel, tone, standing, order, outlet } = search;
  const asked = {
    ...days,
    search: search.search ?? '',
    channel,
    tone,
    standing,
    format: search.format,
    outletId: outlet,
    order: order ?? ('day_desc' as const),
  };
  const query = useQuery(
    api.press.listClippings.queryOptions(
      { ...asked, page, pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const totals = query.data?.totals;
  const columns = useMemo(() => makeColumns(t, format, totals), [t, format, totals]);
  return (
    <Panel
      title={t('list.title')}
      note={`${format.day(days.from)} – ${format.day(days.to)}`}
      actions={
        <SearchField
          value={search.search ?? ''}
          label={t('list.search')}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <ClippingFilters />
      <Group mb="xs" />
      <DataTable
        label={t('list.title')}
        columns={columns}
        query={query}
        rows={query.data?.rows}
        rowId={(row) => row.id}
        onOpen={(row) => change({ open: row.id })}
        sort={sortOf(order)}
        onSort={(sort) => change({ order: orderOf(sort) })}
        empty={{
          title: t('list.empty'),
          text: t('list.emptyHint'),
          action: mayWrite && (
            <Button variant="default" onClick={() => change({ open: 'new' })}>
              {t('clipping.add')}
            </Button>
          ),
        }}
        readPart={(page, pageSize) =>
          queryClient.fetchQuery(api.press.listClippings.queryOptions({ ...asked, page, pageSize }))
        }
        paging={{
          page,
          pageSize,
          total: query.data?.total ?? 0,
          onPage: (next) => change({ page: next }),
        }}
      />
    </Panel>
  );
}
