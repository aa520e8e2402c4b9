import { Button, Chip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ApproveRates } from './approve-rates.tsx';
import { PriceDrawer } from './price-drawer.tsx';
import { useRateColumns } from './rate-columns.tsx';
import { RateCopyForm } from './rate-copy-form.tsx';
import { RateFileDrawer } from './rate-file-drawer.tsx';
import { RateForm } from './rate-form.tsx';
import type { Rate } from './rate-values.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { usePressSearch } from './use-press-search.ts';

const pageSize = 50;
type Opened =
  | { form: 'rate'; rate?: Rate }
  | { form: 'price'; rate: Rate }
  | { form: 'copy' }
  | { form: 'file' };

interface OpenedFormProps {
  opened: Opened;
  onOpen(next: Opened): void;
  onClose(): void;
}

function OpenedForm({ opened, onOpen, onClose }: OpenedFormProps) {
  const [{ outlet }] = usePressSearch();
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  if (opened.form === 'price') {
    const { rate } = opened;
    const onEdit = mayWrite ? () => onOpen({ form: 'rate', rate }) : undefined;
    return <PriceDrawer of="rate" id={rate.id} onEdit={onEdit} onClose={onClose} />;
  }
  if (opened.form === 'copy') return <RateCopyForm outletId={outlet} onClose={onClose} />;
  if (opened.form === 'file') return <RateFileDrawer onClose={onClose} />;
  return <RateForm rate={opened.rate} outletId={outlet} onClose={onClose} />;
}

/** What the outlets charge, from when until when, and who approved it. */
export function RatesPanel() {
  const { t } = useTranslation(['press', 'prices']);
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1, outlet }, change] = usePressSearch();
  const [isPendingOnly, setPendingOnly] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const { outlets } = useOutletOptions();
  const columns = useRateColumns();
  const asked = { search, outletId: outlet, unapproved: isPendingOnly || undefined };
  const list = usePagedList({
    optionsOf: (part) => api.press.listRates.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const open = (next: Opened, words: string) => (
    <Button variant="default" onClick={() => setOpened(next)}>
      {words}
    </Button>
  );
  const add = mayWrite && open({ form: 'rate' }, t('press:rates.add'));
  const name = outlets.find((one) => one.id === outlet)?.name ?? '';
  const chip = {
    id: 'outlet',
    label: t('press:rates.of', { name }),
    onRemove: () => change({ outlet: undefined }),
  };
  return (
    <Panel
      title={t('press:views.rates')}
      actions={
        <>
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          {mayWrite && open({ form: 'file' }, t('prices:file.action'))}
          {mayWrite && open({ form: 'copy' }, t('prices:copy.action'))}
          <ApproveRates rates={list.rows} />
          {add}
        </>
      }
    >
      <Chip
        mb="sm"
        checked={isPendingOnly}
        onChange={(isOn) => {
          setPendingOnly(isOn);
          change({ page: undefined }, { replace: true });
        }}
      >
        {t('prices:approval.onlyPending')}
      </Chip>
      <FilterChips chips={outlet ? [chip] : []} />
      <DataTable
        label={t('press:views.rates')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(rate) => setOpened({ form: 'price', rate })}
        isNarrowed={search !== '' || isPendingOnly}
        empty={{ text: t('press:rates.empty'), action: add }}
        {...list}
      />
      {opened && (
        <OpenedForm opened={opened} onOpen={setOpened} onClose={() => setOpened(undefined)} />
      )}
    </Panel>
  );
}
