import { NativeSelect, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../shared/files/file-cell.ts';
import type { Overview } from '../../shared/social/figure-rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { NetworkMark } from './network-mark.tsx';
import { type QuietDays, quietDays } from './social-search.ts';
import { useSocialSearch } from './use-social-search.ts';

type Neglected = Overview['neglected'];
type Row = Neglected['pages'][number];

function QuietField() {
  const { t } = useTranslation('pages');
  const [{ quiet = 14 }, change] = useSocialSearch();
  return (
    <NativeSelect
      label={t('neglected.days')}
      value={String(quiet)}
      data={quietDays.map((days) => ({
        value: String(days),
        label: t('neglected.daysOf', { count: days }),
      }))}
      onChange={(event) => change({ quiet: Number(event.currentTarget.value) as QuietDays })}
    />
  );
}

/** The pages that have not posted for some days, the longest first. */
export function NeglectedPages({
  query,
  neglected,
}: {
  query: Asked<unknown>;
  neglected: Neglected | undefined;
}) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const [, change] = useSocialSearch();
  const columns = useMemo<TableColumn<Row>[]>(
    () => [
      { id: 'page', header: t('neglected.page'), wrap: true, cell: (row) => row.title },
      {
        id: 'network',
        header: t('overview.network'),
        cell: (row) => <NetworkMark network={row.network} />,
        value: (row) => networkNames[row.network],
      },
      {
        id: 'last',
        header: t('neglected.last'),
        cell: ({ lastPostDay }) =>
          lastPostDay === null ? <Absent label={t('neglected.never')} /> : format.day(lastPostDay),
        value: (row) => dayCell(row.lastPostDay),
      },
    ],
    [t, format],
  );
  const more = neglected ? neglected.total - neglected.pages.length : 0;
  const unknown = neglected?.unknown ?? 0;
  return (
    <Panel title={t('neglected.title')} actions={<QuietField />}>
      <DataTable
        label={t('neglected.title')}
        columns={columns}
        query={query}
        rows={neglected?.pages}
        rowId={(row) => row.id}
        onOpen={(row) => change({ of: row.id })}
        empty={{ title: t(unknown > 0 ? 'neglected.noneKnown' : 'neglected.none') }}
        skeletonRows={4}
      />
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('neglected.more', { count: more })}
        </Text>
      )}
      {unknown > 0 && (
        <Text size="sm" c="dimmed">
          {t('neglected.unknown', { count: unknown })}
        </Text>
      )}
    </Panel>
  );
}
