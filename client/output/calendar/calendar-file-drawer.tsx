import { Alert, Button, Drawer, FileInput, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../../shared/files/file-cell.ts';
import {
  type CalendarFileEvent,
  longestCalendarFile,
} from '../../../shared/output/calendar/calendar.ts';
import { api } from '../../app/api.ts';
import { failureMessage, failureOf } from '../../format/failure-message.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { readContent } from '../../ui/read-content.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import { showUndo } from '../../ui/undo-toast.tsx';

const pageSize = 50;

/** The events of a file, and what will happen with each. */
function Events({ events }: { events: readonly CalendarFileEvent[] }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [page, setPage] = useState(1);
  const columns = useMemo<TableColumn<CalendarFileEvent>[]>(
    () => [
      { id: 'event', header: t('file.event'), cell: (row) => row.title || '…', wrap: true },
      {
        id: 'day',
        header: t('file.day'),
        cell: (row) => row.day && [format.day(row.day), row.startsAt].filter(Boolean).join(' '),
        value: (row) =>
          row.day && row.startsAt ? { at: `${row.day}T${row.startsAt}` } : dayCell(row.day),
      },
      {
        id: 'state',
        header: t('file.state'),
        cell: ({ reason, state }) =>
          reason ? t(`file.reasons.${reason}`) : t(`file.states.${state}`),
        wrap: true,
      },
    ],
    [t, format],
  );
  const start = (page - 1) * pageSize;
  return (
    <DataTable
      label={t('file.label')}
      columns={columns}
      query={{ data: events, error: null, isPending: false, refetch: () => undefined }}
      rows={events.slice(start, start + pageSize)}
      rowId={(row) => `${row.uid} ${row.day}`}
      empty={{ title: t('file.nothing') }}
      paging={{ page, pageSize, total: events.length, onPage: setPage }}
    />
  );
}

/** Brings in the events of a calendar file, after showing them. */
export function CalendarFileDrawer({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['calendar', 'ui']);
  const preview = useMutation(api.output.previewCalendar.mutationOptions());
  const bringIn = useMutation(api.output.importCalendar.mutationOptions());
  const remove = useMutation(api.output.removeItems.mutationOptions());
  const [content, setContent] = useState('');
  const [problem, setProblem] = useState<string>();
  const fresh = preview.data?.filter(({ state }) => state === 'new').length ?? 0;
  async function tell(act: () => Promise<void>): Promise<void> {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(failureMessage(failureOf(error)));
    }
  }
  const choose = (file: File | null) =>
    tell(async () => {
      preview.reset();
      setContent('');
      if (!file) return;
      if (file.size > longestCalendarFile) return setProblem(t('file.tooLarge'));
      const read = await readContent(file);
      await preview.mutateAsync({ content: read });
      setContent(read);
    });
  const save = () =>
    tell(async () => {
      const { items } = await bringIn.mutateAsync({ content });
      showUndo(t('file.saved', { count: items.length }), () => remove.mutateAsync({ ats: items }));
      onClose();
    });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('file.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('file.text')}</Text>
        <FileInput
          label={t('file.choose')}
          accept=".ics,text/calendar"
          clearable
          clearButtonProps={{ 'aria-label': t('ui:remove') }}
          onChange={choose}
        />
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        {preview.data && <Events events={preview.data} />}
        <Group justify="flex-end">
          <Button disabled={fresh === 0} loading={bringIn.isPending} onClick={save}>
            {preview.data && fresh === 0 ? t('file.nothing') : t('file.save', { count: fresh })}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
