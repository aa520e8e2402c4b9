import { Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AlertKind, alertKinds, alertStates } from '../../shared/social/alert-kinds.ts';
import { api } from '../app/api.ts';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useAlertColumns } from './alert-columns.tsx';
import { AlertRules } from './alert-rules.tsx';
import type { SocialSearch } from './social-search.ts';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;

function AlertFilters() {
  const { t } = useTranslation('alerts');
  const [{ search = '', told = 'open', alert = '' }, change] = useSocialSearch();
  return (
    <Group gap="xs" className="no-print">
      <NativeSelect
        aria-label={t('stateLabel')}
        value={told}
        data={alertStates.map((value) => ({
          value,
          label: t(`states.${value}`),
        }))}
        onChange={({ currentTarget: { value } }) =>
          change({ told: value === 'open' ? undefined : (value as SocialSearch['told']) })
        }
      />
      <NativeSelect
        aria-label={t('columns.kind')}
        value={alert}
        data={[
          { value: '', label: t('allKinds') },
          ...alertKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
        onChange={(event) =>
          change({ alert: (event.currentTarget.value as AlertKind) || undefined })
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

function AlertTable() {
  const { t } = useTranslation(['alerts', 'ui']);
  const [{ search = '', told, alert: kind, page = 1 }, change] = useSocialSearch();
  const state = told ?? ('open' as const);
  const asking = { search, state, kind };
  const list = usePagedList({
    optionsOf: (part) => api.social.listAlerts.queryOptions({ ...asking, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const columns = useAlertColumns(state === 'closed');
  const isNarrowed = search !== '' || state !== 'open' || kind !== undefined;
  return (
    <Panel title={t('title')} note={t('note')}>
      <Stack gap="sm">
        <AlertFilters />
        <DataTable
          label={t('title')}
          columns={columns}
          rowId={(row) => row.id}
          empty={{ text: t('empty') }}
          isNarrowed={isNarrowed}
          {...list}
        />
      </Stack>
    </Panel>
  );
}

/** What the office should know of its pages and connections, and the rules by which it is told. */
export default function AlertsView() {
  return (
    <Stack gap="lg">
      <AlertTable />
      <AlertRules />
    </Stack>
  );
}
