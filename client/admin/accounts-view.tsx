import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInZone } from '../../shared/calendar/day.ts';
import { holdsSearch } from '../../shared/records.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { type Account, AccountForm } from './account-form.tsx';
import { useAdminSearch } from './use-admin-search.ts';

const pageSize = 50;

function useColumns(): TableColumn<Account>[] {
  const { t } = useTranslation(['admin', 'entrance']);
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(
    () => [
      { id: 'name', header: t('accounts.name'), cell: (row) => row.name },
      { id: 'email', header: t('accounts.email'), cell: (row) => row.email },
      { id: 'role', header: t('accounts.role'), cell: (row) => t(`entrance:roles.${row.role}`) },
      {
        id: 'active',
        header: t('accounts.active'),
        cell: (row) => t(row.active ? 'accounts.yes' : 'accounts.no'),
      },
      {
        id: 'since',
        header: t('accounts.since'),
        cell: (row) => format.day(dayInZone(new Date(row.createdAt), timeZone)),
        value: (row) => ({ day: dayInZone(new Date(row.createdAt), timeZone) }),
      },
    ],
    [t, format, timeZone],
  );
}

/** Who may sign in, and as what. */
export function AccountsView() {
  const { t } = useTranslation('admin');
  const [{ search = '', page = 1 }, change] = useAdminSearch();
  const [opened, setOpened] = useState<Account | 'new'>();
  const columns = useColumns();
  const query = useQuery(api.accounts.listAccounts.queryOptions());
  const found = query.data?.filter(({ name, email }) => holdsSearch(`${name} ${email}`, search));
  const add = (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('accounts.add')}
    </Button>
  );
  return (
    <Panel
      title={t('accounts.title')}
      actions={
        <>
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          {add}
        </>
      }
    >
      <DataTable
        label={t('accounts.title')}
        columns={columns}
        query={query}
        rows={found?.slice((page - 1) * pageSize, page * pageSize)}
        rowId={(row) => row.id}
        onOpen={setOpened}
        isNarrowed={search !== ''}
        empty={{ text: t('accounts.empty'), action: add }}
        readPart={async () => ({ rows: found ?? [], total: 0 })}
        paging={{
          page,
          pageSize,
          total: found?.length ?? 0,
          onPage: (next) => change({ page: next }),
        }}
      />
      {opened && (
        <AccountForm
          account={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
