import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { NetworkMark } from './network-mark.tsx';

function ConnectionForm({ row, onClose }: { row: ConnectionRow; onClose(): void }) {
  const { t } = useTranslation('social');
  const { timeZone } = useToday();
  const save = useMutation(api.social.saveConnection.mutationOptions());
  const form = useRecordForm({
    initialValues: { token: '', baseUrl: row.baseUrl ?? '' },
    save: ({ token, baseUrl }) =>
      save.mutateAsync({ network: row.network, token: token || null, baseUrl: baseUrl || null }),
    onSaved() {
      showDone(t('connection.saved'));
      onClose();
    },
  });
  const { getInputProps } = form.fields;
  const order = ['label', 'input', 'description', 'error'] as const;
  return (
    <DrawerForm
      title={t('connection.edit', { network: networkNames[row.network] })}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
    >
      <PasswordInput
        label={t('connection.token')}
        description={t(row.hasToken ? 'connection.tokenHelp' : 'connection.tokenNone')}
        inputWrapperOrder={[...order]}
        autoComplete="off"
        data-autofocus
        {...getInputProps('token')}
      />
      <TextInput
        label={t('connection.baseUrl')}
        description={t('connection.baseUrlHelp')}
        inputWrapperOrder={[...order]}
        placeholder="https://"
        {...getInputProps('baseUrl')}
      />
    </DrawerForm>
  );
}

function useConnectionColumns() {
  const { t } = useTranslation('social');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo<TableColumn<ConnectionRow>[]>(
    () => [
      {
        id: 'network',
        header: t('connection.network'),
        cell: (row) => <NetworkMark network={row.network} />,
      },
      {
        id: 'status',
        header: t('connection.status'),
        cell: (row) => t(`connection.statuses.${row.status}`),
      },
      {
        id: 'statusAt',
        header: t('page.health'),
        cell: (row) => (row.statusAt ? format.instant(row.statusAt, timeZone) : ''),
      },
      {
        id: 'token',
        header: t('connection.hasToken'),
        cell: (row) => t(row.hasToken ? 'connection.stored' : 'connection.missing'),
      },
      {
        id: 'baseUrl',
        header: t('connection.baseUrl'),
        cell: (row) => row.baseUrl ?? t('connection.ownAddress'),
      },
      {
        id: 'updated',
        header: t('connection.updated'),
        cell: ({ updatedAt, updatedBy }) =>
          updatedAt === null
            ? ''
            : t('connection.by', { at: format.instant(updatedAt, timeZone), by: updatedBy ?? '' }),
      },
    ],
    [t, format, timeZone],
  );
}

/** How each network is reached: its address and token, which is never shown again. */
export default function ConnectionsView() {
  const { t } = useTranslation('social');
  const [open, setOpen] = useState<ConnectionRow>();
  const query = useQuery(api.social.listConnections.queryOptions());
  const columns = useConnectionColumns();
  return (
    <Panel title={t('connection.title')}>
      <DataTable
        label={t('connection.title')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => row.network}
        onOpen={setOpen}
        empty={{}}
        skeletonRows={3}
      />
      {open && <ConnectionForm row={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}
