import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../shared/imports/rows.ts';
import { useAdminSearch } from '../admin/use-admin-search.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';

const pageSize = 20;

function useColumns(): TableColumn<ImportRow>[] {
  const { t } = useTranslation(['imports', 'ui']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useMemo(() => {
    const pagesOf = ({ pages: [first, ...rest] }: ImportRow) => {
      if (!first) return null;
      if (rest.length === 0) return first.title;
      return t('list.several', { first: first.title, count: rest.length });
    };
    const momentOf = (row: ImportRow) => row.undoneAt ?? row.writtenAt ?? row.createdAt;
    const whoseIs = (row: ImportRow) => row.undoneBy ?? row.writtenBy ?? row.createdBy;
    const whenOf = (row: ImportRow) =>
      t('list.by', { at: format.instant(momentOf(row), timeZone), who: whoseIs(row) });
    return [
      { id: 'file', header: t('list.file'), wrap: true, cell: (row) => row.fileName },
      { id: 'status', header: t('list.status'), cell: (row) => t(`statuses.${row.status}`) },
      {
        id: 'when',
        header: t('list.when'),
        wrap: true,
        cell: whenOf,
        value: (row) => ({ at: format.localTime(momentOf(row), timeZone) }),
        extras: [{ header: t('ui:export.by'), value: whoseIs }],
      },
      { id: 'kind', header: t('list.kind'), wrap: true, cell: (row) => t(`kinds.${row.kind}`) },
      {
        id: 'pages',
        header: t('list.pages'),
        wrap: true,
        cell: (row) => pagesOf(row) ?? <Absent />,
        value: pagesOf,
      },
      {
        id: 'rows',
        header: t('list.rows'),
        align: 'right',
        cell: ({ added, changed, conflicting }) => format.number(added + changed + conflicting),
        value: ({ added, changed, conflicting }) => added + changed + conflicting,
      },
    ];
  }, [t, format, timeZone]);
}

/** The files that were brought in, newest first; each opens with its rows and can be undone. */
export function ImportsList() {
  const { t } = useTranslation(['imports', 'ui']);
  const [{ search = '', page = 1 }, change] = useAdminSearch();
  const columns = useColumns();
  const list = usePagedList({
    optionsOf: (part) => api.imports.listImports.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel
      title={t('imports:list.title')}
      actions={
        <SearchField
          value={search}
          label={t('imports:list.search')}
          placeholder={t('imports:list.search')}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <DataTable
        label={t('imports:list.title')}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => change({ open: id, page })}
        empty={{ text: t('imports:list.empty') }}
        isNarrowed={search !== ''}
        {...list}
      />
    </Panel>
  );
}
