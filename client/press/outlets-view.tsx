import { Anchor, Badge, Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { underContractOn } from '../../shared/press/contracts.ts';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { OutletForm } from './outlet-form.tsx';
import type { PressSearch } from './press-search.ts';
import type { Outlet } from './use-outlet-options.ts';
import { usePressSearch } from './use-press-search.ts';
import '../words/add-price-words.ts';

const pageSize = 50;

function useColumns(see: (part: PressSearch) => void): TableColumn<Outlet>[] {
  const { t } = useTranslation(['press', 'prices']);
  const { day } = useToday();
  const format = useFormat();
  return useMemo(() => {
    const link = (words: string, part: PressSearch) => (
      <Anchor component="button" type="button" size="sm" onClick={() => see(part)}>
        {words}
      </Anchor>
    );
    return [
      {
        id: 'name',
        header: t('outlets.name'),
        cell: (row) => row.name,
      },
      {
        id: 'medium',
        header: t('outlets.medium'),
        value: ({ medium, isOwnChannel }) =>
          isOwnChannel
            ? `${t(`mediums.${medium}`)} (${t('outlets.ownShort')})`
            : t(`mediums.${medium}`),
        cell: (row) => (
          <Group gap="xs" wrap="nowrap">
            {t(`mediums.${row.medium}`)}
            {row.isOwnChannel && (
              <Badge variant="default" size="sm" tt="none" miw="fit-content">
                {t('outlets.ownShort')}
              </Badge>
            )}
          </Group>
        ),
      },
      { id: 'channel', header: t('outlets.channel'), cell: (row) => t(`channels.${row.channel}`) },
      {
        id: 'town',
        header: t('outlets.town'),
        cell: (row) => row.town ?? <Absent />,
        value: (row) => row.town,
      },
      {
        id: 'audience',
        header: t('prices:outlets.audience'),
        align: 'right',
        cell: (row) => (row.audience === null ? <Absent /> : format.number(row.audience)),
        value: (row) => row.audience,
      },
      {
        id: 'contract',
        header: t('prices:outlets.contractColumn'),
        cell: (row) =>
          underContractOn(row.contracts, day) ? t('prices:outlets.underContract') : null,
      },
      {
        id: 'links',
        isControl: true,
        header: t('views.clippings'),
        cell: (row) => (
          <Group gap="md" wrap="nowrap">
            {link(t('outlets.seeClippings'), { view: undefined, outlet: row.id })}
            {link(t('outlets.seeRates'), { view: 'rates', outlet: row.id })}
          </Group>
        ),
      },
    ];
  }, [t, see, day, format]);
}

/** The outlets on record, with the way to their appearances and rates. */
export default function OutletsView() {
  const { t } = useTranslation('press');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [opened, setOpened] = useState<Outlet | 'new'>();
  const columns = useColumns(
    useMemo(() => (part: PressSearch) => change({ search: undefined, ...part }), [change]),
  );
  const list = usePagedList({
    optionsOf: (part) => api.press.listOutlets.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('outlets.add')}
    </Button>
  );
  return (
    <Panel
      title={t('views.outlets')}
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
        label={t('views.outlets')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        isNarrowed={search !== ''}
        empty={{ text: t('outlets.empty'), action: add }}
        {...list}
      />
      {opened && (
        <OutletForm
          outlet={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
