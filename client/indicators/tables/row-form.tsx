import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CountRow, CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RemoveButton } from '../../ui/remove-button.tsx';
import { showDone } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { figureLimits } from '../figure-limits.ts';
import { PeriodField } from './period-field.tsx';
import { useCountWords } from './use-count-words.ts';

type RowValues = {
  period: string;
  members: string[];
  isTotal: boolean;
  cells: Record<string, string | null>;
  source: string;
};

interface RowFormProps {
  table: CountTableDetail;
  row?: CountRow;
  /** Where a new row begins. */
  start?: { isTotal: boolean };
  onClose(): void;
}

function RemoveRow({ row, onRemoved }: { row: CountRow; onRemoved(): void }) {
  const { t } = useTranslation('countTables');
  const remove = useMutation(api.indicators.removeRow.mutationOptions());
  const restore = useMutation(api.indicators.restoreRow.mutationOptions());
  const name = row.isTotal ? t('printedTotal') : row.members.join(' · ');
  return (
    <RemoveButton
      at={row}
      message={t('rowRemoved', { name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

function useRowForm({ table, row, start, onClose }: RowFormProps) {
  const { t } = useTranslation('countTables');
  const { day } = useToday();
  const create = useMutation(api.indicators.createRows.mutationOptions());
  const update = useMutation(api.indicators.updateRow.mutationOptions());
  const typed = table.measures.filter(({ formula }) => formula === null);
  const sample = row ?? table.rows[0];
  const form = useRecordForm<RowValues>({
    initialValues: {
      period: row?.period ?? table.period ?? day.slice(0, 4),
      members: row?.members ?? table.dimensions.map(() => ''),
      isTotal: row?.isTotal ?? start?.isTotal ?? false,
      cells: Object.fromEntries(typed.map(({ id }) => [id, row?.cells[id] ?? null])),
      source: sample?.source ?? '',
    },
    save(values, overVersion) {
      const cells = Object.entries(values.cells).flatMap(([id, figure]) =>
        figure === null ? [] : [[id, figure] as const],
      );
      const fields = {
        ...values,
        tableId: table.id,
        members: values.isTotal ? [] : values.members,
        position: row?.position ?? table.rows.length + 1,
        cells: Object.fromEntries(cells),
      };
      if (!row) return create.mutateAsync({ rows: [fields] });
      return update.mutateAsync({
        at: { id: row.id, version: overVersion ?? row.version },
        fields,
      });
    },
    onSaved() {
      showDone(t('rowSaved'));
      onClose();
    },
  });
  return { form, typed };
}

/** Adds or changes a row of a table of counts, or the total that is printed of it. */
export function RowForm(props: RowFormProps) {
  const { table, row, onClose } = props;
  const { t } = useTranslation('countTables');
  const { timeZone } = useToday();
  const words = useCountWords();
  const { form, typed } = useRowForm(props);
  const { values, errors, getInputProps } = form.fields;
  // A row that is new is sent in a list of one, and its refusals say so.
  const errorAt = (path: string) => errors[path] ?? errors[`rows.0.${path}`] ?? errors[`0.${path}`];
  const at = (path: string) => ({ ...getInputProps(path), error: errorAt(path) });
  return (
    <DrawerForm
      title={t(row ? 'editRow' : 'addRow')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={row && <RemoveRow row={row} onRemoved={onClose} />}
    >
      <PeriodField
        value={values.period}
        error={errorAt('period')}
        onChange={(period) => form.fields.setFieldValue('period', period)}
      />
      <Checkbox
        label={t('isTotal')}
        description={t('isTotalHelp')}
        {...getInputProps('isTotal', { type: 'checkbox' })}
      />
      {!values.isTotal &&
        table.dimensions.map(({ id, name }, index) => (
          <TextInput
            key={id}
            label={name}
            withAsterisk
            data-autofocus={index === 0 ? true : undefined}
            {...at(`members.${index}`)}
            error={errorAt(`members.${index}`) ?? (index === 0 ? errorAt('members') : undefined)}
          />
        ))}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {typed.map(({ id, name, unit, outOf }) => (
          <NumberField
            key={id}
            kind={unit === 'percent' ? 'percent' : 'decimal'}
            limits={figureLimits}
            label={name}
            rightSection={unit === 'percent' ? '%' : undefined}
            description={
              outOf === null ? undefined : `${t('form.outOf')}: ${words.figure(outOf, { unit })}`
            }
            {...at(`cells.${id}`)}
          />
        ))}
      </SimpleGrid>
      <TextInput label={t('source')} withAsterisk {...at('source')} />
    </DrawerForm>
  );
}
