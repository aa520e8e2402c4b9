import { Button, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceRow } from '../../../shared/output/places.ts';
import { api } from '../../app/api.ts';
import { useMayDo, useToday } from '../../app/self.tsx';
import { usePagedList } from '../../app/use-paged-list.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { PlacesWithoutMeeting } from '../matrix/places-without-meeting.tsx';
import { useOutputSearch } from '../use-output-search.ts';
import { PlaceForm } from './place-form.tsx';
import '../../words/add-places-words.ts';

const pageSize = 50;

function useColumns(): TableColumn<PlaceRow>[] {
  const { t } = useTranslation(['places', 'ui']);
  const { timeZone } = useToday();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'name', header: t('name'), wrap: true, cell: (row) => row.name },
      { id: 'type', header: t('type'), cell: (row) => t(`types.${row.placeType}`) },
      {
        id: 'updated',
        header: t('updated'),
        wrap: true,
        cell: (row) => t('by', { at: format.instant(row.updatedAt, timeZone), by: row.updatedBy }),
        value: (row) => ({ at: format.localTime(row.updatedAt, timeZone) }),
        extras: [{ header: t('ui:export.by'), value: ({ updatedBy }) => updatedBy }],
      },
    ],
    [t, timeZone, format],
  );
}

/** The places of the list that the office keeps. */
export default function PlacesView() {
  const { t } = useTranslation(['places', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const { month } = useToday();
  const [{ search = '', page = 1 }, change] = useOutputSearch();
  const [opened, setOpened] = useState<PlaceRow | 'new'>();
  const columns = useColumns();
  const list = usePagedList({
    optionsOf: (part) => api.output.listPlaces.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('places:add')}
    </Button>
  );
  return (
    <Stack gap="md">
      <Panel
        title={t('places:title')}
        note={t('places:note')}
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
          label={t('places:title')}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={mayWrite ? setOpened : undefined}
          empty={{ text: t('places:empty'), action: add }}
          isNarrowed={search !== ''}
          {...list}
        />
        {opened && (
          <PlaceForm
            place={opened === 'new' ? undefined : opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Panel>
      <PlacesWithoutMeeting year={Number(month.slice(0, 4))} />
    </Stack>
  );
}
