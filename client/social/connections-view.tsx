import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { NetworkMark } from './network-mark.tsx';

/** How each network is reached: its address and token, which is never shown again. */
export default function ConnectionsView() {
  const { t } = useTranslation('connections');
  const query = useQuery(api.social.listConnections.queryOptions());
  const columns = useMemo<TableColumn<ConnectionRow>[]>(
    () => [
      { id: 'network', header: t('network'), cell: (row) => <NetworkMark network={row.network} /> },
      { id: 'status', header: t('status'), cell: (row) => t(`statuses.${row.status}`) },
    ],
    [t],
  );
  return (
    <Panel title={t('title')}>
      <DataTable
        label={t('title')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => row.id}
        empty={{}}
      />
    </Panel>
  );
}
