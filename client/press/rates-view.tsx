import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { writeDecimalText } from './decimal-text.ts';
import { RateForm } from './rate-form.tsx';
import type { Rate } from './rate-values.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { usePressSearch } from './use-press-search.ts';

const pageSize = 50;

function useColumns(): TableColumn<Rate>[] {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useMemo(() => {
    const space = ({ unit, unitQuantity }: Rate) => {
      const quantity = writeDecimalText(unitQuantity, format);
      if (unit === 'page_area') return `${t(`units.${unit}`)} (${quantity} cm²)`;
      return unit === 'second' ? `${t(`units.${unit}`)} (${quantity} s)` : t(`units.${unit}`);
    };
    const validity = ({ validFrom, validTo }: Rate) => {
      const from = format.day(validFrom);
      if (validTo === null) return t('rates.openEnd', { from });
      return t('rates.between', { from, to: format.day(validTo) });
    };
    return [
      { id: 'outlet', header: t('rates.outlet'), cell: (row) => row.outletName },
      {
        id: 'space',
        header: t('rates.space'),
        cell: (row) =>
          `${t(`formats.${row.format}`)} · ${row.section || t('rates.general')} · ${space(row)}`,
        wrap: true,
      },
      {
        id: 'net',
        header: t('rates.net'),
        align: 'right',
        cell: (row) => format.money(row.netPriceCop),
        value: (row) => row.netPriceCop,
        sortBy: (row) => row.netPriceCop,
      },
      {
        id: 'validity',
        header: t('rates.validity'),
        cell: validity,
        sortBy: (row) => row.validFrom,
      },
      { id: 'source', header: t('rates.source'), cell: (row) => t(`sources.${row.sourceType}`) },
    ];
  }, [t, format]);
}

/** What the outlets charge, and from when until when. */
export default function RatesView() {
  const { t } = useTranslation('press');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1, outlet }, change] = usePressSearch();
  const [opened, setOpened] = useState<Rate | 'new'>();
  const { outlets } = useOutletOptions();
  const columns = useColumns();
  const query = useQuery(
    api.press.listRates.queryOptions(
      { search, page, pageSize, outletId: outlet },
      { placeholderData: keepPreviousData },
    ),
  );
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('rates.add')}
    </Button>
  );
  const name = outlets.find((one) => one.id === outlet)?.name ?? '';
  const label = t('rates.of', { name });
  const onRemove = () => change({ outlet: undefined });
  return (
    <Panel
      title={t('views.rates')}
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
      <FilterChips chips={outlet ? [{ id: 'outlet', label, onRemove }] : []} />
      <DataTable
        label={t('views.rates')}
        columns={columns}
        query={query}
        rows={query.data?.rows}
        rowId={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        empty={{ text: t('rates.empty'), action: add }}
        readPart={(page, pageSize) =>
          queryClient.fetchQuery(
            api.press.listRates.queryOptions({ search, outletId: outlet, page, pageSize }),
          )
        }
        paging={{
          page,
          pageSize,
          total: query.data?.total ?? 0,
          onPage: (next) => change({ page: next }),
        }}
      />
      {opened && (
        <RateForm
          rate={opened === 'new' ? undefined : opened}
          outletId={outlet}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
