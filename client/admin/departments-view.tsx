import { Button, Group, Stack, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';
import { type Department, DepartmentForm } from './department-form.tsx';
import { EntityPanel } from './entity-panel.tsx';
import { useAdminSearch } from './use-admin-search.ts';

const pageSize = 50;

/** Removes a department at once, with a way back; brings back one that was removed. */
function useRemoval() {
  const { t } = useTranslation('admin');
  const { mutateAsync: remove } = useMutation(api.accounts.removeDepartment.mutationOptions());
  const { mutateAsync: restore } = useMutation(api.accounts.restoreDepartment.mutationOptions());
  const takeAway = useCallback(
    async ({ id, version, name }: Department) => {
      try {
        const removed = await remove({ id, version });
        showUndo(t('departments.removed', { name }), () => restore(removed));
      } catch (error) {
        showFailure(error);
      }
    },
    [remove, restore, t],
  );
  const bringBack = useCallback(
    async ({ id, version, name }: Department) => {
      try {
        await restore({ id, version });
        showDone(t('departments.restored', { name }));
      } catch (error) {
        showFailure(error);
      }
    },
    [restore, t],
  );
  return { takeAway, bringBack };
}

function useColumns(areRemoved: boolean): TableColumn<Department>[] {
  const { t } = useTranslation(['admin', 'ui']);
  const format = useFormat();
  const { timeZone } = useToday();
  const { takeAway, bringBack } = useRemoval();
  return useMemo(
    () => [
      { id: 'name', header: t('departments.name'), cell: (row) => row.name, wrap: true },
      {
        id: 'updated',
        header: t('departments.updated'),
        value: ({ updatedAt, updatedBy }) =>
          updatedBy === null ? null : { at: format.localTime(updatedAt, timeZone) },
        extras: [{ header: t('ui:export.by'), value: ({ updatedBy }) => updatedBy }],
        cell: ({ updatedAt, updatedBy }) =>
          updatedBy === null ? (
            <Absent />
          ) : (
            t('departments.by', { at: format.instant(updatedAt, timeZone), by: updatedBy })
          ),
      },
      {
        id: 'action',
        isControl: true,
        header: areRemoved ? t('departments.restore') : t('ui:remove'),
        align: 'right',
        cell: (row) => (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`${areRemoved ? t('departments.restore') : t('ui:remove')}: ${row.name}`}
            onClick={() => (areRemoved ? bringBack(row) : takeAway(row))}
          >
            {areRemoved ? t('departments.restore') : t('ui:remove')}
          </Button>
        ),
      },
    ],
    [t, format, timeZone, areRemoved, bringBack, takeAway],
  );
}

/** The offices of the entity: add, rename, remove and bring back. */
export function DepartmentsView() {
  const { t } = useTranslation('admin');
  const [{ search = '', page = 1, removed = false }, change] = useAdminSearch();
  const [opened, setOpened] = useState<Department | 'new'>();
  const columns = useColumns(removed);
  const list = usePagedList({
    optionsOf: (part) => api.accounts.listDepartments.queryOptions({ search, removed, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('departments.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      <EntityPanel />
      <Panel
        title={t('departments.title')}
        actions={
          <Group>
            <Switch
              label={t('departments.showRemoved')}
              checked={removed}
              onChange={(event) => change({ removed: event.currentTarget.checked || undefined })}
            />
            <SearchField
              value={search}
              onChange={(text) => change({ search: text || undefined }, { replace: true })}
            />
            {add}
          </Group>
        }
      >
        <DataTable
          label={t('departments.title')}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={removed ? undefined : setOpened}
          isNarrowed={search !== ''}
          empty={
            removed
              ? { text: t('departments.emptyRemoved') }
              : { text: t('departments.empty'), action: add }
          }
          {...list}
        />
        {opened && (
          <DepartmentForm
            department={opened === 'new' ? undefined : opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Panel>
    </Stack>
  );
}
