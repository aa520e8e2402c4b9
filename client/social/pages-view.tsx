import { Button, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { FigureForm } from './figure-form.tsx';
import { usePageColumns } from './page-columns.tsx';
import { PageFilterChips, PageFilters } from './page-filters.tsx';
import { PageForm } from './page-form.tsx';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;

type Open = { form: 'page'; page?: PageRow } | { form: 'figure'; page: PageRow };

/** The pages with their figures, and how they grew. */
export default function PagesView() {
  const { t } = useTranslation(['social', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ search = '', page = 1, network, department }, change] = useSocialSearch();
  const [open, setOpen] = useState<Open>();
  const asked = { search, network, departmentId: department };
  const list = usePagedList({
    optionsOf: (part) => api.social.searchPages.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const [typeFigure] = useState(() => (row: PageRow) => setOpen({ form: 'figure', page: row }));
  const columns = usePageColumns(mayWrite ? typeFigure : undefined);
  const isFiltered = search !== '' || network !== undefined || department !== undefined;
  const close = () => setOpen(undefined);
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpen({ form: 'page' })}>
      {t('page.add')}
    </Button>
  );
  const bringIn = mayWrite && (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/administracion" search={{ view: 'imports' }} {...props} />}
    >
      {t('page.bringIn')}
    </Button>
  );
  const actions = (
    <Group gap="xs">
      {bringIn}
      {add}
    </Group>
  );
  return (
    <Stack gap="lg">
      <Panel title={t('page.listTitle')} actions={actions}>
        <Stack gap="sm">
          <PageFilters />
          <PageFilterChips />
          <DataTable
            label={t('page.listTitle')}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={mayWrite ? (row) => setOpen({ form: 'page', page: row }) : undefined}
            empty={{ text: t('page.empty'), action: add }}
            isNarrowed={isFiltered}
            {...list}
          />
        </Stack>
      </Panel>
      {open?.form === 'page' && <PageForm page={open.page} onClose={close} />}
      {open?.form === 'figure' && <FigureForm page={open.page} onClose={close} />}
    </Stack>
  );
}
