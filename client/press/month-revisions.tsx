import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { ReviewSum } from '../../shared/press/review-rows.ts';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { RevisionsCompared } from './revisions-compared.tsx';

type Row = Answers['press']['listMonthRevisions'][number];

function useColumns(month: string): TableColumn<Row>[] {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(() => {
    const money = (sum: ReviewSum | undefined) =>
      sum === undefined || sum.valueCop === null ? '' : format.money(sum.valueCop);
    return [
      {
        id: 'revision',
        header: t('revisions.revision'),
        cell: (row) => format.number(row.revision),
        value: (row) => row.revision,
      },
      {
        id: 'action',
        header: t('revisions.action'),
        wrap: true,
        value: (row) => t(`revisions.${row.action}`),
        extras: [{ header: t('revisions.reason'), value: (row) => row.reason }],
        cell: (row) => (
          <>
            {t(`revisions.${row.action}`)}
            {row.reason && (
              <Text size="xs" c="dimmed">
                {row.reason}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'at',
        header: t('revisions.at'),
        cell: (row) => format.instant(row.at, timeZone),
        value: (row) => ({ at: format.localTime(row.at, timeZone) }),
      },
      { id: 'by', header: t('revisions.by'), cell: (row) => row.by },
      {
        id: 'headline',
        header: t('revisions.headline'),
        align: 'right',
        cell: (row) => money(row.totals?.headline),
        value: (row) => pesosCell(row.totals?.headline.valueCop),
      },
      {
        id: 'all',
        header: t('revisions.all'),
        align: 'right',
        cell: (row) => money(row.totals?.allTones),
        value: (row) => pesosCell(row.totals?.allTones.valueCop),
      },
      {
        id: 'files',
        header: t('revisions.files'),
        isControl: true,
        cell: (row) =>
          row.action === 'close' && (
            <Group gap="xs" wrap="nowrap">
              {(['xlsx', 'csv'] as const).map((file) => (
                <Anchor
                  key={file}
                  size="sm"
                  href={`/export/closed-months/${month}/${row.revision}.${file}`}
                  aria-label={`${t(`files.${file}`)}, ${t('revisions.revision')} ${row.revision}`}
                  download
                >
                  {file.toUpperCase()}
                </Anchor>
              ))}
            </Group>
          ),
      },
    ];
  }, [t, format, timeZone, month]);
}

/** Which two closings are compared: at first the last two. */
function CompareClosings({ month, closings }: { month: string; closings: readonly Row[] }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  const [to, setTo] = useState(String(closings[0]?.revision));
  const [from, setFrom] = useState(String(closings[1]?.revision));
  const [isComparing, setComparing] = useState(false);
  const choices = closings.map(({ revision, at }) => ({
    value: String(revision),
    label: `${format.number(revision)} · ${format.instant(at, timeZone)}`,
  }));
  return (
    <Group gap="sm" align="end">
      <NativeSelect
        label={t('revisions.compareFrom')}
        data={choices}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      <NativeSelect
        label={t('revisions.compareTo')}
        data={choices}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Button variant="default" disabled={from === to} onClick={() => setComparing(true)}>
        {t('revisions.compare')}
      </Button>
      {isComparing && (
        <RevisionsCompared
          month={month}
          from={Math.min(Number(from), Number(to))}
          to={Math.max(Number(from), Number(to))}
          onClose={() => setComparing(false)}
        />
      )}
    </Group>
  );
}

/** The seals of the closing that holds now: of what was approved, and of its files. */
function Seals({ closing: { sha256, files } }: { closing: Row }) {
  const { t } = useTranslation('review');
  const lines = [
    sha256 === null ? t('revisions.noSeal') : t('revisions.seal', { hash: sha256 }),
    ...files.map(({ format, sha256: hash }) =>
      t('revisions.fileSeal', { file: format.toUpperCase(), hash }),
    ),
  ];
  return lines.map((line) => (
    <Text key={line} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {line}
    </Text>
  ));
}

/** Every closing and reopening of a month with its files; any two closings can be compared. */
export function MonthRevisions({ month }: { month: string }) {
  const { t } = useTranslation('review');
  const query = useQuery(api.press.listMonthRevisions.queryOptions({ month }));
  const columns = useColumns(month);
  const closings = (query.data ?? []).filter(({ action }) => action === 'close');
  const [last] = closings;
  if (query.data?.length === 0) return null;
  return (
    <Panel title={t('revisions.title')}>
      <DataTable
        label={t('revisions.title')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => String(row.revision)}
        empty={{ text: t('revisions.empty') }}
        skeletonRows={2}
      />
      {last && <Seals closing={last} />}
      {closings.length > 1 && (
        <CompareClosings key={last?.revision} month={month} closings={closings} />
      )}
    </Panel>
  );
}
