import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../../shared/files/file-cell.ts';
import type { RequestRow, RequestState } from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { usePagedList } from '../../app/use-paged-list.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useKindWords } from '../use-kind-words.ts';
import { DueDay } from './request-card.tsx';

const pageSize = 50;

interface RequestListProps {
  asked: { search: string; departmentId: string | undefined; state: RequestState | undefined };
  page: number;
  onPage(page: number): void;
  onOpen(row: RequestRow): void;
}

/** The requests a page at a time. */
export function RequestList({ asked, page, onPage, onOpen }: RequestListProps) {
  const { t } = useTranslation('requests');
  const words = useKindWords();
  const list = usePagedList({
    optionsOf: (part) => api.output.listRequests.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage,
  });
  const columns = useMemo<TableColumn<RequestRow>[]>(
    () => [
      { id: 'title', header: t('form.title'), cell: (row) => row.title, wrap: true },
      { id: 'state', header: t('state'), cell: (row) => t(`states.${row.state}`) },
      {
        id: 'due',
        header: t('form.dueDay'),
        cell: (row) => <DueDay row={row} />,
        value: (row) => dayCell(row.dueDay),
      },
      { id: 'kind', header: t('form.kind'), cell: (row) => row.kind && words.one(row.kind) },
      { id: 'department', header: t('department'), cell: (row) => row.departmentName },
      { id: 'by', header: t('form.requestedBy'), cell: (row) => row.requestedBy },
    ],
    [t, words],
  );
  return (
    <DataTable
      label={t('label')}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={onOpen}
      empty={{ title: t('empty'), text: t('emptyHint') }}
      isNarrowed={Boolean(asked.search || asked.departmentId || asked.state)}
      {...list}
    />
  );
}
