import { Badge, NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../../shared/files/file-cell.ts';
import { type CommitmentRow, commitmentStates } from '../../../shared/output/commitments.ts';
import { AnchorLink } from '../../app/anchor-link.tsx';
import { api } from '../../app/api.ts';
import { useMayDo, useToday } from '../../app/self.tsx';
import { usePagedList } from '../../app/use-paged-list.ts';
import { useFormat } from '../../format/use-format.ts';
import { Absent } from '../../ui/absent.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { CommitmentForm } from './commitment-form.tsx';
import '../../words/add-commitments-words.ts';

const pageSize = 50;
const filters = ['open', 'overdue', ...commitmentStates, 'all'] as const;
type Filter = (typeof filters)[number];

const isOpen = ({ state }: CommitmentRow) => state === 'pending' || state === 'in_progress';

const isLate = (row: CommitmentRow, today: string) =>
  row.dueDay !== null && row.dueDay < today && isOpen(row);

function useColumns(): TableColumn<CommitmentRow>[] {
  const { t } = useTranslation('commitments');
  const { day } = useToday();
  const format = useFormat();
  return useMemo(() => {
    return [
      { id: 'text', header: t('text'), wrap: true, cell: (row) => row.text },
      {
        id: 'department',
        header: t('department'),
        wrap: true,
        cell: (row) => row.departmentName ?? <Absent />,
        value: (row) => row.departmentName,
      },
      {
        id: 'dueDay',
        header: t('dueDay'),
        cell: (row) =>
          row.dueDay === null ? (
            <Absent />
          ) : (
            <>
              {format.day(row.dueDay)}
              {isLate(row, day) && (
                <Text span size="sm" c="red.9" fw={600}>
                  {` · ${t('late')}`}
                </Text>
              )}
            </>
          ),
        value: (row) => dayCell(row.dueDay),
      },
      {
        id: 'state',
        header: t('state'),
        cell: (row) => (
          <Badge variant="default" radius="sm" tt="none" miw="max-content">
            {t(`states.${row.state}`)}
          </Badge>
        ),
        value: (row) => t(`states.${row.state}`),
      },
      {
        id: 'meeting',
        header: t('meeting'),
        wrap: true,
        cell: (row) => (
          <AnchorLink to="/produccion" search={{ view: 'items', open: row.meetingId }} inherit>
            {`${row.meetingTitle}, ${format.day(row.meetingDay)}`}
          </AnchorLink>
        ),
        value: (row) => row.meetingTitle,
      },
    ];
  }, [t, day, format]);
}

/** What was promised at meetings with residents: who answers for it, until when, how it stands. */
export default function CommitmentsView() {
  const { t } = useTranslation(['commitments', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const { day } = useToday();
  const [{ search = '', page = 1 }, change] = useOutputSearch();
  const [filter, setFilter] = useState<Filter>('open');
  const [opened, setOpened] = useState<CommitmentRow>();
  const columns = useColumns();
  const asked = {
    search,
    ...(filter === 'overdue' ? { dueBefore: day } : {}),
    ...(filter === 'overdue' || filter === 'all' ? {} : { state: filter }),
  };
  const list = usePagedList({
    optionsOf: (part) => api.output.listCommitments.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel
      title={t('commitments:title')}
      note={t('commitments:note')}
      actions={
        <>
          <NativeSelect
            aria-label={t('commitments:state')}
            value={filter}
            data={filters.map((value) => ({
              value,
              label: t(`commitments:filters.${value}`),
            }))}
            onChange={(event) => {
              setFilter(filters.find((one) => one === event.currentTarget.value) ?? 'open');
              change({ page: undefined });
            }}
          />
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
        </>
      }
    >
      <DataTable
        label={t('commitments:title')}
        columns={columns}
        more={[
          { header: t('commitments:meetingDay'), value: ({ meetingDay }) => ({ day: meetingDay }) },
          {
            header: t('commitments:late'),
            value: (row) => (isLate(row, day) ? t('commitments:yes') : null),
          },
          { header: t('commitments:notes'), value: ({ notes }) => notes },
        ]}
        rowId={({ id }) => id}
        onOpen={mayWrite ? setOpened : undefined}
        empty={{ text: t('commitments:empty') }}
        isNarrowed={search !== ''}
        {...list}
      />
      {opened && (
        <CommitmentForm
          meetingId={opened.meetingId}
          commitment={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
