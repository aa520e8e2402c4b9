import { Select, type SelectProps } from '@mantine/core';
import { writeRate } from '../../shared/numbers/write-number.ts';
import { useFormat } from '../format/use-format.ts';

const usualRates = ['0.19', '0.05', '0'];

/** The rate of VAT: the usual ones, and the one on record when it is another. */
export function VatSelect(props: SelectProps) {
  const { locale } = useFormat();
  const current = typeof props.value === 'string' ? props.value : '0.19';
  const rates = usualRates.includes(current) ? usualRates : [...usualRates, current];
  return (
    <Select
      {...props}
      allowDeselect={false}
      data={rates.map((value) => ({ value, label: `${writeRate(value, locale)} %` }))}
    />
  );
}
