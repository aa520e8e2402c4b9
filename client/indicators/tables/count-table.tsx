import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountRow, CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import { holdsSearch } from '../../../shared/records.ts';
import { api } from '../../app/api.ts';
import { useMayDo } from '../../app/self.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type Asked, Show } from '../../ui/states.tsx';
import { useIndicatorsSearch } from '../indicators-search.ts';
import { useCountColumns, useCountFile } from './count-columns.tsx';
import { CountsChart } from './counts-chart.tsx';
import { Findings } from './findings.tsx';
import { RowForm } from './row-form.tsx';
import { TableForm } from './table-form.tsx';
import { useCountWords } from './use-count-words.ts';

const pageSize = 50;

type Opened = 'table' | 'row' | 'total' | CountRow;

/** The rows that hold every word of a search, a page of them. */
function useSearchedRows({ rows }: CountTableDetail) {
  const [{ search = '', page = 1 }] = useIndicatorsSearch();
  return useMemo(() => {
    const found = rows.filter(({ members, source }) =>
      holdsSearch([...members, source].join(' '), search),
    );
    return {
      total: found.length,
      rows: found.slice((page - 1) * pageSize, page * pageSize),
      readPart: async (part: number, size: number) => ({
        rows: found.slice((part - 1) * size, part * size),
        total: found.length,
      }),
    };
  }, [rows, search, page]);
}

function Actions({ table, onOpen }: { table: CountTableDetail; onOpen(what: Opened): void }) {
  const { t } = useTranslation('countTables');
  return (
    <>
      <Button variant="default" onClick={() => onOpen('table')}>
        {t('edit')}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/administracion" search={{ view: 'sheets' }} {...props} />}
      >
        {t('import')}
      </Button>
      {table.measures.length > 0 && (
        <Button variant="default" onClick={() => onOpen(table.printed ?? 'total')}>
          {t('totalRow')}
        </Button>
      )}
      <Button onClick={() => onOpen('row')}>{t('addRow')}</Button>
    </>
  );
}

interface PartProps {
  table: CountTableDetail;
  query: Asked<CountTableDetail>;
  onBack(): void;
}

function Rows({ table, query, onOpen }: PartProps & { onOpen(what: Opened): void }) {
  const { t } = useTranslation(['countTables', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const words = useCountWords();
  const [{ search = '', page = 1 }, change] = useIndicatorsSearch();
  const columns = useCountColumns(table);
  const file = useCountFile(table);
  const { rows, total, readPart } = useSearchedRows(table);
  const [source, ...others] = new Set(table.rows.map((row) => row.source));
  const periods = [
    ...new Set([...(table.period === null ? [] : [table.period]), ...table.periods]),
  ];
  return (
    <Panel
      title={t('countTables:rows')}
      note={source && others.length === 0 && t('countTables:sourceOf', { source })}
      actions={
        <>
          {periods.length > 0 && (
            <NativeSelect
              aria-label={t('countTables:period')}
              value={table.period ?? ''}
              data={periods.map((value) => ({ value, label: words.period(value) }))}
              onChange={(event) => change({ period: event.currentTarget.value })}
            />
          )}
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          {mayWrite && <Actions table={table} onOpen={onOpen} />}
        </>
      }
    >
      <DataTable
        label={table.name}
        columns={columns}
        query={query}
        rows={rows}
        rowId={({ id }) => id}
        onOpen={mayWrite ? onOpen : undefined}
        empty={{ text: t('countTables:noRows') }}
        isNarrowed={search !== ''}
        readPart={readPart}
        {...file}
        paging={{ page, pageSize, total, onPage: (next) => change({ page: next }) }}
      />
    </Panel>
  );
}

function Shown({ table, query, onBack }: PartProps) {
  const { t } = useTranslation('countTables');
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconArrowLeft size={18} stroke={1.6} />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <Text fw={600}>
          {table.code} · {table.name}
        </Text>
      </Group>
      {table.notes && (
        <Text size="sm" c="dimmed">
          {table.notes}
        </Text>
      )}
      <Findings table={table} />
      {table.rows.length > 0 && <CountsChart table={table} query={query} />}
      <Rows table={table} query={query} onBack={onBack} onOpen={setOpened} />
      {opened === 'table' && <TableForm table={table} onClose={close} onRemoved={onBack} />}
      {(opened === 'row' || opened === 'total') && (
        <RowForm table={table} start={{ isTotal: opened === 'total' }} onClose={close} />
      )}
      {typeof opened === 'object' && <RowForm table={table} row={opened} onClose={close} />}
    </Stack>
  );
}

/** One table of counts in a period: where it contradicts itself, its chart and its rows. */
export function CountTable({ id, onBack }: { id: string; onBack(): void }) {
  const [{ period }] = useIndicatorsSearch();
  const query = useQuery(api.indicators.readTable.queryOptions({ id, period }));
  return (
    <Show query={query} height={420}>
      {(table) => <Shown table={table} query={query} onBack={onBack} />}
    </Show>
  );
}
