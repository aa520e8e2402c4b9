import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useTallyColumns } from './tally-columns.tsx';
import { type Tally, TallyForm } from './tally-form.tsx';
import { usePressSearch } from './use-press-search.ts';

const pageSize = 50;

/** The totals of months whose appearances are not on record one by one. */
export default function TalliesView() {
  const { t } = useTranslation('press');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [opened, setOpened] = useState<Tally | 'new'>();
  const columns = useTallyColumns();
  const list = usePagedList({
    optionsOf: (part) => api.press.listPressTallies.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('tallies.add')}
    </Button>
  );
  return (
    <Panel
      title={t('views.tallies')}
      note={t('tallies.note')}
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
        label={t('views.tallies')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        isNarrowed={search !== ''}
        empty={{ text: t('tallies.empty'), action: add }}
        {...list}
      />
      {opened && (
        <TallyForm
          tally={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
