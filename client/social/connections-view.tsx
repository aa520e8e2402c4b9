import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsSearch } from '../../shared/records.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useConnectionColumns } from './connection-columns.tsx';
import { ConnectionDrawer } from './connection-drawer.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;

function pageOf<Row>(rows: readonly Row[], page: number, size: number): Row[] {
  return rows.slice((page - 1) * size, page * size);
}

function matches({ network, label, baseUrl }: ConnectionRow, search: string): boolean {
  return holdsSearch(`${networkNames[network]} ${label} ${baseUrl ?? ''}`, search);
}

/** What is open beside the list: a form, of which the connection is absent when it is new. */
interface OpenForm {
  connection?: ConnectionRow;
}

/** How each network is reached: its state, when its key ends, and how to give it another. */
export default function ConnectionsView() {
  const { t } = useTranslation(['connections', 'ui']);
  const mayChange = useMayDo('admin');
  const [{ search = '', page = 1, connection: openId }, change] = useSocialSearch();
  const [form, setForm] = useState<OpenForm>();
  const query = useQuery(api.social.listConnections.queryOptions());
  const columns = useConnectionColumns();
  const found = query.data?.filter((row) => matches(row, search));
  const open = query.data?.find(({ id }) => id === openId);
  const show = (id: string | undefined) => change({ connection: id, page });
  const add = mayChange && (
    <Button variant="default" onClick={() => setForm({})}>
      {t('connect')}
    </Button>
  );
  return (
    <>
      <Panel title={t('title')} note={t('note')} actions={add}>
        <Stack gap="sm">
          <SearchField
            value={search}
            label={t('search')}
            placeholder={t('search')}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          <DataTable
            label={t('title')}
            columns={columns}
            query={query}
            rows={found && pageOf(found, page, pageSize)}
            readPart={async (part, size) => ({
              rows: pageOf(found ?? [], part, size),
              total: found?.length ?? 0,
            })}
            rowId={(row) => row.id}
            onOpen={(row) => show(row.id)}
            empty={{ text: t('empty'), action: add }}
            isNarrowed={search !== ''}
            paging={{
              page,
              pageSize,
              total: found?.length ?? 0,
              onPage: (next) => change({ page: next }),
            }}
          />
        </Stack>
      </Panel>
      {open && !form && (
        <ConnectionDrawer
          key={open.id}
          connection={open}
          onClose={() => show(undefined)}
          onEdit={() => setForm({ connection: open })}
        />
      )}
      {form && (
        <ConnectionForm
          connection={form.connection}
          onClose={() => setForm(undefined)}
          onSaved={(id) => {
            setForm(undefined);
            show(id);
          }}
        />
      )}
    </>
  );
}
