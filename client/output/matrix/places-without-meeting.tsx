import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceWithoutMeeting } from '../../../shared/output/places.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { usePlaces } from '../use-places.ts';
import { useFoundRows } from './use-found-rows.ts';
import '../../words/add-matrix-words.ts';
import '../../words/add-places-words.ts';

const pageSize = 20;
const none: PlaceWithoutMeeting[] = [];

function useColumns(): TableColumn<PlaceWithoutMeeting>[] {
  const { t } = useTranslation(['matrix', 'places']);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'place',
        header: t('matrix:withoutMeeting.place'),
        wrap: true,
        cell: ({ name }) => name,
      },
      {
        id: 'type',
        header: t('matrix:withoutMeeting.type'),
        cell: ({ placeType }) => t(`places:types.${placeType}`),
      },
      {
        id: 'last',
        header: t('matrix:withoutMeeting.last'),
        cell: ({ lastMonth }) =>
          lastMonth === null ? t('matrix:withoutMeeting.never') : format.longMonth(lastMonth),
        value: ({ lastMonth }) =>
          lastMonth === null ? t('matrix:withoutMeeting.never') : { month: lastMonth },
      },
    ],
    [t, format],
  );
}

/** The places of the office's list where nobody has met with residents in a year. */
export function PlacesWithoutMeeting({ year }: { year: number }) {
  const { t } = useTranslation(['matrix', 'ui']);
  const columns = useColumns();
  const query = useQuery(api.output.listPlacesWithoutMeeting.queryOptions({ year }));
  const isListed = usePlaces().length > 0;
  const list = useFoundRows(query.data ?? none, ({ name }) => name, pageSize);
  const title = t('matrix:withoutMeeting.title', { year });
  return (
    <Panel
      title={title}
      note={t('matrix:withoutMeeting.note')}
      actions={
        (query.data?.length ?? 0) > pageSize && (
          <SearchField
            value={list.search}
            label={t('matrix:withoutMeeting.search')}
            onChange={list.setSearch}
          />
        )
      }
    >
      <DataTable
        label={title}
        columns={columns}
        query={query}
        rows={query.data && list.shown}
        rowId={({ id }) => id}
        empty={{
          text: isListed
            ? t('matrix:withoutMeeting.allMet', { year })
            : t('matrix:withoutMeeting.noPlaces'),
        }}
        isNarrowed={list.search !== ''}
        readPart={list.readPart}
        paging={list.paging}
        skeletonRows={4}
      />
    </Panel>
  );
}
