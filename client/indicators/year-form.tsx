import { SimpleGrid, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMonths } from '../../shared/calendar/month.ts';
import type { IndicatorDetail } from '../../shared/indicators/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { figureLimits } from './figure-limits.ts';

type YearValues = {
  target: string | null;
  monthly: Record<string, string | null>;
  budgetCop: number | null;
  investedCop: number | null;
  printedProgress: string;
  printedFinancial: string;
  source: string;
};

function valuesOf({ year }: IndicatorDetail, months: readonly string[]): YearValues {
  return {
    target: year.target,
    monthly: Object.fromEntries(months.map((month) => [month, year.monthly[month] ?? null])),
    budgetCop: year.budgetCop,
    investedCop: year.investedCop,
    printedProgress: year.printedProgress ?? '',
    printedFinancial: year.printedFinancial ?? '',
    source: year.source ?? '',
  };
}

function toSend(values: YearValues) {
  const monthly = Object.entries(values.monthly).flatMap(([month, target]) =>
    target === null ? [] : [[month, target] as const],
  );
  return { ...values, monthly: Object.fromEntries(monthly) };
}

interface YearFormProps {
  indicator: IndicatorDetail;
  year: number;
  onClose(): void;
}

/** What the plan asks of a year: target, targets of months, budget, and what was printed. */
export function YearForm({ indicator, year, onClose }: YearFormProps) {
  const { t } = useTranslation('indicators');
  const { timeZone } = useToday();
  const format = useFormat();
  const months = listMonths(`${year}-01`, `${year}-12`);
  const save = useMutation(api.indicators.saveYear.mutationOptions());
  const form = useRecordForm<YearValues>({
    initialValues: valuesOf(indicator, months),
    save: (values, overVersion) =>
      save.mutateAsync({
        of: { id: indicator.id, year },
        version: overVersion ?? indicator.year.version,
        fields: toSend(values),
      }),
    onSaved() {
      showDone(t('yearSaved'));
      onClose();
    },
  });
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t('yearTitle', { name: indicator.name, year })}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
    >
      <NumberField
        kind="decimal"
        limits={figureLimits}
        label={t('form.target', { year })}
        description={t(`units.${indicator.unit}`)}
        data-autofocus
        {...getInputProps('target')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberField kind="pesos" label={t('columns.budget')} {...getInputProps('budgetCop')} />
        <NumberField kind="pesos" label={t('columns.invested')} {...getInputProps('investedCop')} />
        <TextInput
          label={t('columns.printed')}
          description={t('form.printedHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...getInputProps('printedProgress')}
        />
        <TextInput
          label={t('columns.printedFinancial')}
          description={t('form.printedHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...getInputProps('printedFinancial')}
        />
      </SimpleGrid>
      <TextInput label={t('form.source')} {...getInputProps('source')} />
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend>{t('form.monthly')}</legend>
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs" mt="xs">
          {months.map((month) => (
            <NumberField
              key={month}
              kind="decimal"
              limits={figureLimits}
              label={format.month(month)}
              {...getInputProps(`monthly.${month}`)}
            />
          ))}
        </SimpleGrid>
      </fieldset>
    </DrawerForm>
  );
}
