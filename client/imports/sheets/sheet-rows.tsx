import { Chip, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { type SheetStanding, sheetStandings } from '../../../shared/imports/sheets/schemas.ts';
import { api } from '../../app/api.ts';
import { usePagedList } from '../../app/use-paged-list.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type Mending, useRowColumns } from './row-columns.tsx';

const pageSize = 25;

function Standings({
  row,
  value,
  onValue,
}: {
  row: SheetImportRow;
  value: SheetStanding | undefined;
  onValue(standing: SheetStanding | undefined): void;
}) {
  const { t } = useTranslation('sheets');
  const format = useFormat();
  const counts = { new: row.added, changed: row.changed, same: row.same, wrong: row.wrong };
  const total = sheetStandings.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Chip.Group
      value={value ?? 'all'}
      onChange={(name) => onValue(sheetStandings.find((one) => one === name))}
    >
      <Group gap="xs" role="radiogroup" aria-label={t('preview.standing')}>
        <Chip value="all" variant="light">
          {t('preview.all', { rows: format.number(total) })}
        </Chip>
        {sheetStandings
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <Chip key={one} value={one} variant="light">
              {t('preview.some', {
                standing: t(`preview.many.${one}`),
                rows: format.number(counts[one]),
              })}
            </Chip>
          ))}
      </Group>
    </Chip.Group>
  );
}

/** The rows of a sheet as read: how each stands, and what to mend in its cells. */
export function SheetRows({ row, mending }: { row: SheetImportRow; mending: Mending | undefined }) {
  const { t } = useTranslation(['sheets', 'ui']);
  const [standing, setStanding] = useState<SheetStanding | undefined>(
    row.wrong > 0 && row.status === 'pending' ? 'wrong' : undefined,
  );
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const asked = { id: row.id, standing, search };
  const list = usePagedList({
    optionsOf: (part) => api.imports.listSheetRows.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: setPage,
  });
  const columns = useRowColumns(list.rows, mending);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Standings
          row={row}
          value={standing}
          onValue={(next) => {
            setStanding(next);
            setPage(1);
          }}
        />
        <SearchField
          value={search}
          label={t('rows.search')}
          onChange={(text) => {
            setSearch(text);
            setPage(1);
          }}
        />
      </Group>
      <DataTable
        label={t('rows.label')}
        columns={columns}
        rowId={({ number }) => String(number)}
        empty={{ title: t('rows.empty') }}
        isNarrowed={search !== ''}
        {...list}
      />
    </Stack>
  );
}
