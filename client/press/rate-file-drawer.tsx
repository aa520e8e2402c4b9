import { Alert, Button, Chip, Drawer, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { largestRateFileBytes, type RateFilePreview } from '../../shared/press/rate-file.ts';
import { useToday } from '../app/self.tsx';
import { failureMessage } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useRateFileColumns } from './rate-file-columns.tsx';
import { saveRateTemplate } from './save-rate-template.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { useRateFile } from './use-rate-file.ts';

const pageSize = 50;

function TemplateButton() {
  const { t } = useTranslation('prices');
  const { day } = useToday();
  const { locale } = useFormat();
  const { outlets } = useOutletOptions();
  async function save(): Promise<void> {
    const words = t('file', { returnObjects: true });
    try {
      await saveRateTemplate(words, outlets[0]?.name ?? '', day, locale);
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button variant="subtle" onClick={save}>
      {t('file.template')}
    </Button>
  );
}

/** Every line of the file, or only those that something is wrong with. */
function Lines({ shown }: { shown: RateFilePreview }) {
  const { t } = useTranslation('prices');
  const [isRefusedOnly, setRefusedOnly] = useState(false);
  const [page, setPage] = useState(1);
  const columns = useRateFileColumns();
  const rows = shown.rows.filter(({ standing }) => !isRefusedOnly || standing === 'refused');
  return (
    <>
      {shown.refused > 0 && (
        <Chip
          checked={isRefusedOnly}
          onChange={(isOn) => {
            setRefusedOnly(isOn);
            setPage(1);
          }}
        >
          {t('file.onlyRefused')}
        </Chip>
      )}
      <DataTable
        label={t('file.title')}
        columns={columns}
        query={{ data: shown, error: null, isPending: false, refetch: () => undefined }}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowId={(row) => String(row.line)}
        empty={{ text: t('file.nothing') }}
        maxHeight={420}
        readPart={async (part, size) => ({
          rows: rows.slice((part - 1) * size, part * size),
          total: rows.length,
        })}
        paging={{ page, pageSize, total: rows.length, onPage: setPage }}
      />
    </>
  );
}

function Chooser({ file }: { file: ReturnType<typeof useRateFile> }) {
  const { t } = useTranslation('prices');
  function drop(event: DragEvent): void {
    event.preventDefault();
    file.choose(event.dataTransfer.files[0] ?? null);
  }
  return (
    <section
      aria-label={t('file.drop')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Stack gap="xs">
        <Text size="sm">{t('file.drop')}</Text>
        <Group gap="xs">
          <FileButton onChange={file.choose} accept=".xlsx,.xls,.ods,.csv,.tsv,.txt">
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={file.reading !== undefined}
                data-autofocus
              >
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
          <TemplateButton />
        </Group>
        <Text size="sm" c="dimmed">
          {t('file.note', { limit: Math.floor(largestRateFileBytes / 1024) })}
        </Text>
      </Stack>
    </section>
  );
}

/** Takes in a rate card: it is shown line by line first, and stored when agreed to. */
export function RateFileDrawer({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['prices', 'ui']);
  const format = useFormat();
  useFocusBack();
  const file = useRateFile((count) => {
    showDone(t('prices:file.done', { count }));
    onClose();
  });
  const { shown, reading, failure } = file;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={shown ? '100%' : 'md'}
      title={t('prices:file.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Chooser file={file} />
        {reading !== undefined && (
          <Group gap="xs" role="status">
            <Loader size="sm" aria-hidden />
            <Text size="sm">{t('prices:file.reading', { name: reading })}</Text>
          </Group>
        )}
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failure)}
          </Alert>
        )}
        {shown && (
          <>
            <Text role="status">
              {t('prices:file.counts', {
                added: format.number(shown.added),
                same: format.number(shown.same),
                refused: format.number(shown.refused),
              })}{' '}
              {shown.refused > 0 && t('prices:file.refusedStay')}
            </Text>
            <Lines shown={shown} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          {shown && (
            <Button disabled={shown.added === 0} loading={file.isWriting} onClick={file.agree}>
              {t('prices:file.submit', { count: shown.added })}
            </Button>
          )}
        </Group>
      </Stack>
    </Drawer>
  );
}
