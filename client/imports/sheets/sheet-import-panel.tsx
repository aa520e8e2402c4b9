import { Alert, Button, Chip, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { type SheetStanding, sheetStandings } from '../../../shared/imports/sheets/schemas.ts';
import { api, queryClient } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { failureMessage } from '../../format/failure-message.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Mending, useRowColumns } from './row-columns.tsx';
import { SheetButtons } from './sheet-buttons.tsx';
import { useColumnNames } from './use-column-names.ts';
import { useMending } from './use-mending.ts';
import type { ReadingOfSheet } from './use-sheet.ts';
import { useSheetActions } from './use-sheet-actions.ts';
import { useTargets } from './use-targets.ts';

const pageSize = 25;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

/** What the sheet prints as totals and is not what its rows add up to. */
function PrintedTotals({ totals }: Pick<SheetImportRow, 'totals'>) {
  const { t } = useTranslation('sheets');
  const format = useFormat();
  const nameOf = useColumnNames();
  if (totals.length === 0) return null;
  return (
    <Alert variant="light" title={t('preview.totals')}>
      <List size="sm">
        {totals.map(({ line, column, member, printed, added }) => (
          <List.Item key={`${line} ${column} ${member}`}>
            {t('preview.total', {
              line,
              what: member ?? nameOf(column),
              printed: format.number(printed),
              added: format.number(added),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Facts({ row }: { row: SheetImportRow }) {
  const { t } = useTranslation('sheets');
  const { nameOf } = useTargets();
  const { timeZone } = useToday();
  const format = useFormat();
  const by = (who: string, at: string) =>
    t('preview.by', { who, at: format.instant(at, timeZone) });
  const { writtenAt, writtenBy, undoneAt, undoneBy, sheetName } = row;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <Fact label={t('preview.target')}>{nameOf(row.target)}</Fact>
      {sheetName !== '' && <Fact label={t('preview.sheet')}>{sheetName}</Fact>}
      <Fact label={t('preview.readBy')}>{by(row.createdBy, row.createdAt)}</Fact>
      {writtenAt && writtenBy && (
        <Fact label={t('preview.writtenBy')}>{by(writtenBy, writtenAt)}</Fact>
      )}
      {undoneAt && undoneBy && <Fact label={t('preview.undoneBy')}>{by(undoneBy, undoneAt)}</Fact>}
    </SimpleGrid>
  );
}

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

function Rows({ row, mending }: { row: SheetImportRow; mending: Mending | undefined }) {
  const { t } = useTranslation('sheets');
  const [standing, setStanding] = useState<SheetStanding | undefined>(
    row.wrong > 0 && row.status === 'pending' ? 'wrong' : undefined,
  );
  const [page, setPage] = useState(1);
  const asked = { id: row.id, standing };
  const query = useQuery(
    api.imports.listSheetRows.queryOptions(
      { ...asked, page, pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = useRowColumns(query.data?.rows, mending);
  return (
    <Stack gap="sm">
      <Standings
        row={row}
        value={standing}
        onValue={(next) => {
          setStanding(next);
          setPage(1);
        }}
      />
      <DataTable
        label={t('rows.label')}
        columns={columns}
        query={query}
        rows={query.data?.rows}
        rowId={({ number }) => String(number)}
        readPart={(part, size) =>
          queryClient.fetchQuery(
            api.imports.listSheetRows.queryOptions({ ...asked, page: part, pageSize: size }),
          )
        }
        empty={{ title: t('rows.empty') }}
        paging={{ page, pageSize, total: query.data?.total ?? 0, onPage: setPage }}
      />
    </Stack>
  );
}

interface SheetImportPanelProps {
  row: SheetImportRow;
  /** The file it was read from, while this page still has it. */
  sheet: ReadingOfSheet;
  onClose(): void;
}

/** One import of a sheet: what it is, what it changes row by row, and what may be done with it. */
export function SheetImportPanel({ row, sheet, onClose }: SheetImportPanelProps) {
  const { t } = useTranslation('sheets');
  const { t: tImports } = useTranslation('imports');
  const actions = useSheetActions(row, onClose);
  const mending = useMending(row, sheet);
  const isPending = row.status === 'pending';
  const failure = actions.failure ?? sheet.failure;
  return (
    <Panel
      title={t(isPending ? 'preview.title' : 'preview.written', { name: row.fileName })}
      note={tImports(`statuses.${row.status}`)}
      actions={
        <Group gap="xs">
          <SheetButtons row={row} actions={actions} />
          {!actions.progress && (
            <Button variant="subtle" onClick={onClose}>
              {t(sheet.plan && isPending ? 'preview.back' : 'preview.close')}
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="md">
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failure)}
          </Alert>
        )}
        <Facts row={row} />
        {row.notes.map((note) => (
          <Alert key={note} variant="light">
            {t(`notes.${note}`)}
          </Alert>
        ))}
        {row.kept > 0 && <Alert variant="light">{t('preview.kept', { count: row.kept })}</Alert>}
        <PrintedTotals totals={row.totals} />
        {isPending && row.wrong > 0 && (
          <Group gap="sm" justify="space-between">
            <Text size="sm">
              {t('preview.wrongLeft', { count: row.wrong })} {mending && t('preview.mendHelp')}
            </Text>
            {mending && mending.cells.size > 0 && (
              <Button
                variant="light"
                onClick={mending.readAgain}
                loading={sheet.reading !== undefined}
              >
                {t('preview.mend', { count: mending.cells.size })}
              </Button>
            )}
          </Group>
        )}
        <Rows key={row.id} row={row} mending={mending} />
      </Stack>
    </Panel>
  );
}
