import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell, pesosCell } from '../../shared/files/file-cell.ts';
import { writeNumber } from '../../shared/numbers/write-number.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { PriceApproval } from './price-approval.tsx';
import type { Rate } from './rate-values.ts';

/** When a price holds, in words: `desde …`, or from one day to another. */
export function useValidity(): (price: { validFrom: string; validTo: string | null }) => string {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useMemo(
    () =>
      ({ validFrom, validTo }) => {
        const from = format.day(validFrom);
        if (validTo === null) return t('rates.openEnd', { from });
        return t('rates.between', { from, to: format.day(validTo) });
      },
    [t, format],
  );
}

/** The space that a rate charges for, in words. */
export function useSpaceWords(): (
  rate: Pick<Rate, 'format' | 'section' | 'unit'> & { unitQuantity?: string },
) => string {
  const { t } = useTranslation('press');
  const format = useFormat();
  return useMemo(() => {
    const size = (unit: Rate['unit'], quantity: string | undefined, words: Format) => {
      const name = t(`units.${unit}`);
      if (quantity === undefined) return name;
      if (unit === 'page_area') return `${name} (${writeNumber(quantity, words.locale)} cm²)`;
      return unit === 'second' ? `${name} (${writeNumber(quantity, words.locale)} s)` : name;
    };
    return (rate) =>
      [
        t(`formats.${rate.format}`),
        rate.section || t('rates.general'),
        size(rate.unit, rate.unitQuantity, format),
      ].join(' · ');
  }, [t, format]);
}

/** The columns of rates. */
export function useRateColumns(): TableColumn<Rate>[] {
  const { t } = useTranslation(['press', 'prices']);
  const format = useFormat();
  const validity = useValidity();
  const space = useSpaceWords();
  return useMemo(
    () => [
      { id: 'outlet', header: t('press:rates.outlet'), cell: (row) => row.outletName },
      { id: 'space', header: t('press:rates.space'), cell: space, wrap: true },
      {
        id: 'net',
        header: t('press:rates.net'),
        align: 'right',
        cell: (row) => format.money(row.netPriceCop),
        value: (row) => pesosCell(row.netPriceCop),
        extras: [
          { header: t('press:rates.price'), value: (row) => pesosCell(row.priceCop) },
          { header: t('press:rates.reference_doc'), value: (row) => row.sourceReference || null },
        ],
        sortBy: (row) => row.netPriceCop,
      },
      {
        id: 'validity',
        header: t('press:rates.validity'),
        cell: validity,
        value: (row) => ({ day: row.validFrom }),
        extras: [{ header: t('press:rates.to'), value: (row) => dayCell(row.validTo) }],
        sortBy: (row) => row.validFrom,
      },
      {
        id: 'source',
        header: t('press:rates.source'),
        cell: ({ sourceType, evidence }) =>
          evidence.length === 0
            ? t(`press:sources.${sourceType}`)
            : `${t(`press:sources.${sourceType}`)} · ${t('prices:files.count', { count: evidence.length })}`,
      },
      {
        id: 'approval',
        header: t('prices:approval.column'),
        cell: (row) => <PriceApproval price={row} of="rate" isInList />,
        wrap: true,
        value: (row) => row.approvedBy ?? t('prices:approval.pending'),
        extras: [
          { header: t('prices:detail.entered'), value: (row) => row.enteredBy },
          { header: t('prices:detail.changed'), value: (row) => row.changedBy },
        ],
      },
    ],
    [t, format, validity, space],
  );
}
