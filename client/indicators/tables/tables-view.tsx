import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountTableRow } from '../../../shared/indicators/count-tables/rows.ts';
import { usualTables } from '../../../shared/indicators/count-tables/usual-tables.ts';
import { api } from '../../app/api.ts';
import { useMayDo, useToday } from '../../app/self.tsx';
import { usePagedList } from '../../app/use-paged-list.ts';
import { useFormat } from '../../format/use-format.ts';
import { Absent } from '../../ui/absent.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { showDone, showFailure } from '../../ui/undo-toast.tsx';
import { useIndicatorsSearch } from '../indicators-search.ts';
import { CountTable } from './count-table.tsx';
import { TableForm } from './table-form.tsx';
import { useCountWords } from './use-count-words.ts';
import '../../words/add-count-tables-words.ts';

const pageSize = 50;
const periodsShown = 4;

function useColumns(): TableColumn<CountTableRow>[] {
  const { t } = useTranslation('countTables');
  const { timeZone } = useToday();
  const format = useFormat();
  const words = useCountWords();
  return useMemo(
    () => [
      { id: 'name', header: t('columns.name'), wrap: true, cell: (row) => row.name },
      { id: 'code', header: t('columns.code'), cell: (row) => row.code },
      {
        id: 'periods',
        header: t('columns.periods'),
        wrap: true,
        cell: ({ periods }) => {
          const some = periods.slice(0, periodsShown).map(words.period);
          if (some.length === 0) return <Absent />;
          const more = periods.length > periodsShown ? ` +${periods.length - periodsShown}` : '';
          return some.join(', ') + more;
        },
        value: ({ periods }) => periods.map(words.period).join(', '),
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        cell: (row) => format.instant(row.updatedAt, timeZone),
        value: (row) => ({ at: format.localTime(row.updatedAt, timeZone) }),
      },
    ],
    [t, timeZone, format, words],
  );
}

function UsualTables() {
  const { t } = useTranslation('countTables');
  const add = useMutation(api.indicators.addUsualTables.mutationOptions());
  return (
    <Button
      variant="default"
      loading={add.isPending}
      onClick={() =>
        add
          .mutateAsync()
          .then(
            ({ added }) =>
              showDone(added === 0 ? t('usualThere') : t('usualAdded', { count: added })),
            showFailure,
          )
      }
    >
      {t('addUsual')}
    </Button>
  );
}

function TableList() {
  const { t } = useTranslation(['countTables', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ search = '', page = 1 }, change] = useIndicatorsSearch();
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns();
  const list = usePagedList({
    optionsOf: (part) => api.indicators.listTables.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const codes = new Set(list.rows?.map(({ code }) => code));
  const lacksUsual =
    search === '' &&
    list.paging.total === codes.size &&
    usualTables.some(({ code }) => !codes.has(code));
  return (
    <Panel
      title={t('countTables:title')}
      note={t('countTables:note')}
      actions={
        <>
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          {mayWrite && lacksUsual && <UsualTables />}
          {mayWrite && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('countTables:add')}
            </Button>
          )}
        </>
      }
    >
      <DataTable
        label={t('countTables:title')}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => change({ table: id, search: undefined, page: undefined })}
        empty={{ text: t('countTables:empty') }}
        isNarrowed={search !== ''}
        {...list}
      />
      {isAdding && (
        <TableForm onClose={() => setAdding(false)} onSaved={(id) => change({ table: id })} />
      )}
    </Panel>
  );
}

/** The tables of counts that the office keeps by period, or one of them with its figures. */
export default function TablesView() {
  const [{ table }, change] = useIndicatorsSearch();
  const back = () => change({ table: undefined, period: undefined });
  return table === undefined ? <TableList /> : <CountTable key={table} id={table} onBack={back} />;
}
