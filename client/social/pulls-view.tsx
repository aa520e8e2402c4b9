import { Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type PullKind,
  type PullState,
  pullKinds,
  pullStates,
} from '../../shared/social/pull-rows.ts';
import { api } from '../app/api.ts';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { usePullColumns } from './pull-columns.tsx';
import { PullScreen } from './pull-screen.tsx';
import { RequestPullButton } from './request-pull.tsx';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;
const lookAgainMs = 3_000;

function PullFilters() {
  const { t } = useTranslation('pulls');
  const [{ search = '', state = '', reads = '' }, change] = useSocialSearch();
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        aria-label={t('columns.state')}
        value={state}
        data={[
          { value: '', label: t('allStates') },
          ...pullStates.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
        onChange={(event) =>
          change({ state: (event.currentTarget.value as PullState) || undefined })
        }
      />
      <NativeSelect
        aria-label={t('columns.kind')}
        value={reads}
        data={[
          { value: '', label: t('allKinds') },
          ...pullKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
        onChange={(event) =>
          change({ reads: (event.currentTarget.value as PullKind) || undefined })
        }
      />
      <SearchField
        value={search}
        label={t('search')}
        placeholder={t('search')}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
    </Group>
  );
}

function PullList() {
  const { t } = useTranslation(['pulls', 'ui']);
  const [{ search = '', state, reads: kind, page = 1 }, change] = useSocialSearch();
  const asking = { search, state, kind };
  const list = usePagedList({
    optionsOf: (part) =>
      api.social.listPulls.queryOptions(
        { ...asking, ...part },
        {
          staleTime: 0,
          refetchInterval: ({ state: { data } }) =>
            (data?.rows.some(({ ended }) => ended === null) ?? false) && lookAgainMs,
        },
      ),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const columns = usePullColumns();
  const isNarrowed = search !== '' || state !== undefined || kind !== undefined;
  return (
    <Panel title={t('title')} note={t('note')} actions={<RequestPullButton />}>
      <Stack gap="sm">
        <PullFilters />
        <DataTable
          label={t('title')}
          columns={columns}
          rowId={(pull) => pull.id}
          onOpen={({ id }) => change({ pull: id, search: undefined })}
          empty={{ text: t('empty') }}
          isNarrowed={isNarrowed}
          {...list}
        />
      </Stack>
    </Panel>
  );
}

/** Every pull, newest first: when, why, how it stands and what it brought; and the record of one. */
export default function PullsView() {
  const [{ pull }] = useSocialSearch();
  return pull === undefined ? <PullList /> : <PullScreen key={pull} pullId={pull} />;
}
