import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAdminSearch } from '../../admin/use-admin-search.ts';
import { api } from '../../app/api.ts';
import { Panel } from '../../ui/panel.tsx';
import { Show } from '../../ui/states.tsx';
import { FileDrop } from '../file-drop.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { SheetImportPanel } from './sheet-import-panel.tsx';
import { SheetImportsList } from './sheet-imports-list.tsx';
import { type ReadingOfSheet, useSheet } from './use-sheet.ts';
import '../../words/add-sheets-words.ts';

function OpenedImport(props: { id: string; sheet: ReadingOfSheet; onClose(): void }) {
  const { id, ...rest } = props;
  const query = useQuery(api.imports.readSheetImport.queryOptions({ id }));
  return (
    <Show query={query} height={320}>
      {(row) => <SheetImportPanel row={row} {...rest} />}
    </Show>
  );
}

function SheetDrop({ sheet }: { sheet: ReadingOfSheet }) {
  const { t } = useTranslation('sheets');
  return (
    <Panel title={t('file.title')} note={t('file.note')}>
      <FileDrop
        label={t('file.drop')}
        button={t('file.choose')}
        formats={t('file.formats')}
        accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt"
        reading={sheet.reading && t('file.reading', { name: sheet.reading })}
        failure={sheet.failure}
        onChoose={sheet.choose}
      />
    </Panel>
  );
}

/** The office's own spreadsheets: how one is read, what it would change, agreeing to it, undoing it. */
export default function SheetsView() {
  const [{ open, page }, change] = useAdminSearch();
  const sheet = useSheet((id) => change({ open: id }));
  return (
    <Stack gap="lg">
      {open !== undefined ? (
        <OpenedImport
          key={open}
          id={open}
          sheet={sheet}
          onClose={() => change({ open: undefined, page })}
        />
      ) : sheet.plan && sheet.choices ? (
        <PlanPanel sheet={sheet} plan={sheet.plan} choices={sheet.choices} />
      ) : (
        <SheetDrop sheet={sheet} />
      )}
      <SheetImportsList />
    </Stack>
  );
}
