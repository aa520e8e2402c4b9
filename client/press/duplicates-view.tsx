import { Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LikenessReason, likenessReasons } from '../../shared/press/likeness.ts';
import { type Answers, api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { AlikePairDrawer } from './alike-pair-drawer.tsx';
import { usePressSearch } from './use-press-search.ts';
import '../words/add-likeness-words.ts';

type Pair = Answers['press']['listLikeness']['rows'][number];

const pageSize = 50;
const keyOf = ({ later, earlier }: Pair) => `${later.id} ${earlier.id}`;

function Placed({ title, place }: { title: string; place: string }) {
  return (
    <>
      {title}
      <Text size="xs" c="dimmed" span display="block">
        {place}
      </Text>
    </>
  );
}

function useColumns(): TableColumn<Pair>[] {
  const { t } = useTranslation('likeness');
  const format = useFormat();
  return useMemo(() => {
    const placeOf = ({ outletName, day }: Pair['later']) =>
      t('view.place', { outlet: outletName, day: format.day(day) });
    const placed = (side: 'later' | 'earlier'): TableColumn<Pair> => ({
      id: side,
      header: t(`view.${side}`),
      wrap: true,
      cell: (pair) => <Placed title={pair[side].title} place={placeOf(pair[side])} />,
      value: (pair) => `${pair[side].title} (${placeOf(pair[side])})`,
    });
    return [
      placed('later'),
      placed('earlier'),
      {
        id: 'reason',
        header: t('view.reason'),
        wrap: true,
        cell: (pair) => t(`reasons.${pair.reason}`),
      },
    ];
  }, [t, format]);
}

/** The appearances of the period that look like others, to be resolved pair by pair. */
export default function DuplicatesView() {
  const { t } = useTranslation('likeness');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const { period } = usePeriod();
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [reason, setReason] = useState<LikenessReason | null>(null);
  const [opened, setOpened] = useState<Pair>();
  const columns = useColumns();
  const asked = { ...period, search, reason: reason ?? undefined };
  const list = usePagedList({
    optionsOf: (part) => api.press.listLikeness.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  return (
    <Panel
      title={t('view.title')}
      note={t('view.note')}
      actions={
        <>
          <Select
            aria-label={t('view.reason')}
            placeholder={t('view.any')}
            clearable
            value={reason}
            onChange={(next) => {
              setReason(next as LikenessReason | null);
              change({ page: undefined });
            }}
            data={likenessReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
          <SearchField
            value={search}
            label={t('view.search')}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
        </>
      }
    >
      <DataTable
        label={t('view.title')}
        columns={columns}
        rowId={keyOf}
        onOpen={mayWrite ? setOpened : undefined}
        isNarrowed={search !== '' || reason !== null}
        empty={{ text: t('view.empty') }}
        {...list}
      />
      {opened && <AlikePairDrawer pair={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}
