import { Select, type SelectProps } from '@mantine/core';
import { useFormat } from '../format/use-format.ts';
import { writeRate } from './decimal-text.ts';

const usualRates = ['0.19', '0.05', '0'];

/** The rate of VAT: the usual ones, and the one on record when it is another. */
export function VatSelect(props: SelectProps) {
  const format = useFormat();
  const current = typeof props.value === 'string' ? props.value : '0.19';
  const rates = usualRates.includes(current) ? usualRates : [...usualRates, current];
  return (
    <Select
      {...props}
      allowDeselect={false}
      data={rates.map((value) => ({ value, label: `${writeRate(value, format)} %` }))}
    />
  );
}
