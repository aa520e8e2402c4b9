import { Button, Grid, Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Inputs } from '../app/api.ts';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { DepartmentShares } from './department-share.tsx';
import { NeglectedPages } from './neglected-pages.tsx';
import { useOverviewColumns } from './overview-columns.tsx';
import { PageFilterChips, PageFilters } from './page-filters.tsx';
import type { SocialSearch } from './social-search.ts';
import { useDayRange, useWholeDays } from './use-days.ts';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;

type Asking = Omit<Inputs['social']['readOverview'], 'page' | 'pageSize'>;

function useAsking(): Asking {
  const days = useWholeDays();
  const [search] = useSocialSearch();
  return {
    ...days,
    compareWith: search.against ?? 'previous_period',
    network: search.network,
    departmentId: search.department,
    search: search.search ?? '',
    sort: { column: search.sort ?? 'followers', descending: !search.up },
    neglectedDays: search.quiet ?? 14,
  };
}

function AgainstField() {
  const { t } = useTranslation('pages');
  const [{ against = 'previous_period' }, change] = useSocialSearch();
  return (
    <NativeSelect
      aria-label={t('overview.compare')}
      value={against}
      data={(['previous_period', 'last_year'] as const).map((value) => ({
        value,
        label: `${t('overview.compare')} ${t(`overview.against.${value}`)}`,
      }))}
      onChange={(event) =>
        change({ against: event.currentTarget.value === 'last_year' ? 'last_year' : undefined })
      }
    />
  );
}

function isNarrowed({ search, network, department }: SocialSearch): boolean {
  return search !== undefined || network !== undefined || department !== undefined;
}

function OverviewTable({ asking }: { asking: Asking }) {
  const { t } = useTranslation(['pages', 'ui']);
  const inDays = useDayRange();
  const [search, change] = useSocialSearch();
  const list = usePagedList({
    optionsOf: (part) => api.social.readOverview.queryOptions({ ...asking, ...part }),
    page: search.page ?? 1,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const { query } = list;
  const { data } = query;
  const columns = useOverviewColumns(data);
  const note = data && t('overview.comparedWith', { period: inDays(data.comparedWith) });
  const add = (
    <Button variant="default" onClick={() => change({ view: 'pages' })}>
      {t('overview.goToPages')}
    </Button>
  );
  return (
    <>
      <Panel title={t('overview.title')} note={note ?? '\u00a0'}>
        <Stack gap="sm">
          <Group gap="xs" className="no-print">
            <PageFilters />
            <AgainstField />
          </Group>
          <PageFilterChips />
          <DataTable
            label={t('overview.title')}
            columns={columns}
            rowId={(row) => row.id}
            onOpen={(row) => change({ of: row.id })}
            sort={{ column: asking.sort?.column ?? 'followers', descending: !search.up }}
            onSort={({ column, descending }) =>
              change({ sort: column as SocialSearch['sort'], up: descending ? undefined : true })
            }
            empty={{ text: t('overview.empty'), action: add }}
            isNarrowed={isNarrowed(search)}
            {...list}
          />
        </Stack>
      </Panel>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <DepartmentShares
            query={query}
            shares={data?.departments}
            together={data?.totals.followers}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <NeglectedPages query={query} neglected={data?.neglected} />
        </Grid.Col>
      </Grid>
    </>
  );
}

/** All the pages over the period: what they have, how it moved, and which ones are left alone. */
export default function OverviewView() {
  const asking = useAsking();
  return (
    <Stack gap="lg">
      <OverviewTable asking={asking} />
    </Stack>
  );
}
