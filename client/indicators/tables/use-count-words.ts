import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountMeasure } from '../../../shared/indicators/count-tables/schemas.ts';
import { useFormat } from '../../format/use-format.ts';

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** Writes the figures and periods of tables of counts. */
export function useCountWords() {
  const { t } = useTranslation('countTables');
  const format = useFormat();
  return useMemo(() => {
    const decimals = (text: string) => text.split('.')[1]?.length ?? 0;
    const figure = (text: string, { unit }: Pick<CountMeasure, 'unit'>) => {
      const value = format.number(Number(text), { decimals: Math.min(2, decimals(text)) });
      return unit === 'percent' ? t('percent', { value }) : value;
    };
    const ordinalOf = (part: string) => {
      const quarter = quarters.find((one) => one === part);
      return quarter ? t(`ordinals.${quarter}`) : part;
    };
    const period = (text: string) => {
      const [year = '', part] = text.split('-');
      if (part === undefined) return year;
      return part.startsWith('Q')
        ? t('quarter', { ordinal: ordinalOf(part), year })
        : format.longMonth(text);
    };
    /** The parts of a year that a period can be. */
    const parts = [
      { value: '', label: t('wholeYear') },
      ...quarters.map((value) => ({
        value,
        label: t('quarterOnly', { ordinal: ordinalOf(value) }),
      })),
      ...Array.from({ length: 12 }, (_, at) => {
        const value = String(at + 1).padStart(2, '0');
        return { value, label: format.monthName(at + 1) };
      }),
    ];
    return { figure, period, parts };
  }, [t, format]);
}
