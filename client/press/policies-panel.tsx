import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell, pesosCell } from '../../shared/files/file-cell.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { type Policy, PolicyForm } from './policy-form.tsx';
import { PriceApproval } from './price-approval.tsx';
import { PriceDrawer } from './price-drawer.tsx';
import { useValidity } from './rate-columns.tsx';
import { usePressSearch } from './use-press-search.ts';

const pageSize = 50;

function useColumns(): TableColumn<Policy>[] {
  const { t } = useTranslation(['press', 'prices']);
  const format = useFormat();
  const validity = useValidity();
  return useMemo(
    () => [
      {
        id: 'format',
        header: t('press:clipping.format'),
        cell: (row) => t(`press:formats.${row.format}`),
      },
      {
        id: 'net',
        header: t('press:rates.net'),
        align: 'right',
        cell: (row) => format.money(row.netPriceCop),
        value: (row) => pesosCell(row.netPriceCop),
      },
      {
        id: 'validity',
        header: t('press:rates.validity'),
        cell: validity,
        value: (row) => ({ day: row.validFrom }),
        extras: [{ header: t('press:rates.to'), value: (row) => dayCell(row.validTo) }],
      },
      {
        id: 'act',
        header: t('prices:policies.act'),
        cell: (row) => row.sourceReference,
        wrap: true,
      },
      {
        id: 'approval',
        header: t('prices:approval.column'),
        cell: (row) => <PriceApproval price={row} of="flat_policy" isInList />,
        wrap: true,
        value: (row) => row.approvedBy ?? t('prices:approval.pending'),
        extras: [
          { header: t('prices:detail.entered'), value: (row) => row.enteredBy },
          { header: t('prices:detail.changed'), value: (row) => row.changedBy },
        ],
      },
    ],
    [t, format, validity],
  );
}

/** The flat prices of formats, for outlets that have no rate of their own. */
export function PoliciesPanel() {
  const { t } = useTranslation('prices');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [opened, setOpened] = useState<{ policy?: Policy; isEdited: boolean }>();
  const close = () => setOpened(undefined);
  const columns = useColumns();
  const list = usePagedList({
    optionsOf: (part) => api.press.listFlatPolicies.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened({ isEdited: true })}>
      {t('policies.add')}
    </Button>
  );
  return (
    <Panel
      title={t('policies.title')}
      note={t('policies.note')}
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
        label={t('policies.title')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(policy) => setOpened({ policy, isEdited: false })}
        isNarrowed={search !== ''}
        empty={{ text: t('policies.empty'), action: add }}
        {...list}
      />
      {opened?.isEdited && <PolicyForm policy={opened.policy} onClose={close} />}
      {opened?.policy && !opened.isEdited && (
        <PriceDrawer
          of="flat_policy"
          id={opened.policy.id}
          onEdit={mayWrite ? () => setOpened({ ...opened, isEdited: true }) : undefined}
          onClose={close}
        />
      )}
    </Panel>
  );
}
