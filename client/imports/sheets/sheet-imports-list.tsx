import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { useAdminSearch } from '../../admin/use-admin-search.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { usePagedList } from '../../app/use-paged-list.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useTargets } from './use-targets.ts';

const pageSize = 20;

function useColumns(): TableColumn<SheetImportRow>[] {
  const { t } = useTranslation(['sheets', 'imports', 'ui']);
  const { timeZone } = useToday();
  const format = useFormat();
  const { nameOf } = useTargets();
  return useMemo(() => {
    const momentOf = (row: SheetImportRow) => row.undoneAt ?? row.writtenAt ?? row.createdAt;
    const whoseIs = (row: SheetImportRow) => row.undoneBy ?? row.writtenBy ?? row.createdBy;
    const whenOf = (row: SheetImportRow) =>
      t('sheets:list.by', { at: format.instant(momentOf(row), timeZone), who: whoseIs(row) });
    return [
      { id: 'file', header: t('sheets:list.file'), wrap: true, cell: (row) => row.fileName },
      {
        id: 'status',
        header: t('sheets:list.status'),
        cell: (row) => t(`imports:statuses.${row.status}`),
      },
      {
        id: 'when',
        header: t('sheets:list.when'),
        wrap: true,
        cell: whenOf,
        value: (row) => ({ at: format.localTime(momentOf(row), timeZone) }),
        extras: [{ header: t('ui:export.by'), value: whoseIs }],
      },
      {
        id: 'target',
        header: t('sheets:list.target'),
        wrap: true,
        cell: (row) => nameOf(row.target),
      },
      {
        id: 'rows',
        header: t('sheets:list.rows'),
        align: 'right',
        cell: ({ added, changed }) => format.number(added + changed),
        value: ({ added, changed }) => added + changed,
      },
    ];
  }, [t, format, timeZone, nameOf]);
}

/** The sheets that were brought in, newest first; each opens with its rows and can be undone. */
export function SheetImportsList() {
  const { t } = useTranslation(['sheets', 'ui']);
  const [{ search = '', page = 1 }, change] = useAdminSearch();
  const columns = useColumns();
  const list = usePagedList({
    optionsOf: (part) => api.imports.listSheetImports.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel
      title={t('sheets:list.title')}
      actions={
        <SearchField
          value={search}
          label={t('sheets:list.search')}
          placeholder={t('sheets:list.search')}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <DataTable
        label={t('sheets:list.title')}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => change({ open: id, page })}
        empty={{ text: t('sheets:list.empty') }}
        isNarrowed={search !== ''}
        {...list}
      />
    </Panel>
  );
}
