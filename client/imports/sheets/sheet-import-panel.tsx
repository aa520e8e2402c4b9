import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { failureMessage } from '../../format/failure-message.ts';
import { OutletReachFacts } from '../../press/outlet-reach-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SheetButtons } from './sheet-buttons.tsx';
import { BothCounted, Facts, PrintedTotals } from './sheet-facts.tsx';
import { SheetRows } from './sheet-rows.tsx';
import { useMending } from './use-mending.ts';
import type { ReadingOfSheet } from './use-sheet.ts';
import { useSheetActions } from './use-sheet-actions.ts';

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
        {isPending && <BothCounted months={row.bothCounted} />}
        {isPending && row.reach && (
          <Alert variant="light" color="yellow" title={t('preview.reach')}>
            <OutletReachFacts reach={row.reach} />
          </Alert>
        )}
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
        <SheetRows key={row.id} row={row} mending={mending} />
      </Stack>
    </Panel>
  );
}
