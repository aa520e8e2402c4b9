import { Alert, Button, Chip, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../shared/imports/rows.ts';
import { type Standing, standings } from '../../shared/imports/schemas.ts';
import { api } from '../app/api.ts';
import { usePagedList } from '../app/use-paged-list.ts';
import { failureMessage } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { useChangeColumns } from './change-columns.tsx';
import { ImportButtons } from './import-actions.tsx';
import { ImportFacts } from './import-facts.tsx';
import { useImportActions } from './use-import-actions.ts';

const pageSize = 25;

function countsOf(row: ImportRow): Record<Standing, number> {
  const { added, changed, conflicting, same, refused } = row;
  // Rows that were the same are not kept once the import is written.
  const isPending = row.status === 'pending';
  return { new: added, changed, conflict: conflicting, same: isPending ? same : 0, refused };
}

/** The rows of an import, all or those that stand in one way. */
function ImportRows({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [standing, setStanding] = useState<Standing>();
  const [page, setPage] = useState(1);
  const list = usePagedList({
    optionsOf: (part) => api.imports.listImportRows.queryOptions({ id: row.id, standing, ...part }),
    page,
    pageSize,
    onPage: setPage,
  });
  const columns = useChangeColumns(list.rows, row.pages.length > 1);
  const counts = countsOf(row);
  const total = standings.reduce((sum, one) => sum + counts[one], 0);
  const choices = [
    { value: 'all', label: t('preview.all', { rows: format.number(total) }) },
    ...standings
      .filter((one) => counts[one] > 0)
      .map((one) => ({
        value: one,
        label: t('preview.some', {
          standing: t(`preview.standings.${one}`),
          rows: format.number(counts[one]),
        }),
      })),
  ];
  return (
    <Stack gap="sm">
      <Chip.Group
        value={standing ?? 'all'}
        onChange={(value) => {
          setStanding(standings.find((one) => one === value));
          setPage(1);
        }}
      >
        <Group gap="xs" role="radiogroup" aria-label={t('preview.standing')}>
          {choices.map(({ value, label }) => (
            <Chip key={value} value={value} variant="light">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {counts.conflict > 0 && (
        <Text size="sm" c="dimmed">
          {t('preview.conflictHelp')}
        </Text>
      )}
      <DataTable
        label={t('rows.label')}
        columns={columns}
        rowId={({ number }) => String(number)}
        empty={{ title: t('rows.empty') }}
        {...list}
      />
    </Stack>
  );
}

/** One import: what it is, what it changes row by row, and what may be done with it. */
export function ImportPanel({ row, onClose }: { row: ImportRow; onClose(): void }) {
  const { t } = useTranslation('imports');
  const actions = useImportActions(row, onClose);
  const isPending = row.status === 'pending';
  return (
    <Panel
      title={t(isPending ? 'preview.title' : 'preview.written', { name: row.fileName })}
      note={t(`statuses.${row.status}`)}
      actions={
        <Group gap="xs">
          <ImportButtons row={row} actions={actions} />
          {!actions.progress && (
            <Button variant="subtle" onClick={onClose}>
              {t('preview.close')}
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="md">
        {actions.failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(actions.failure)}
          </Alert>
        )}
        <ImportFacts row={row} />
        <ImportRows row={row} />
      </Stack>
    </Panel>
  );
}
