import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeRate } from '../../shared/numbers/write-number.ts';
import { useFormat } from '../format/use-format.ts';

const usualRates = ['0.19', '0.05', '0'];

/** Stands for the VAT of the outlet, whichever it is. */
export const outletVat = 'outlet';

/** The rate of VAT: the usual ones, the one on record when it is another, and that of the outlet where it may be. */
export function VatSelect({ mayBeOutlets, ...props }: SelectProps & { mayBeOutlets?: boolean }) {
  const { t } = useTranslation('press');
  const { locale } = useFormat();
  const current = typeof props.value === 'string' ? props.value : '0.19';
  const isOther = current !== outletVat && !usualRates.includes(current);
  const rates = isOther ? [...usualRates, current] : usualRates;
  const named = rates.map((value) => ({ value, label: `${writeRate(value, locale)} %` }));
  const ofOutlet = { value: outletVat, label: t('rates.vatOfOutlet') };
  return (
    <Select {...props} allowDeselect={false} data={mayBeOutlets ? [ofOutlet, ...named] : named} />
  );
}
