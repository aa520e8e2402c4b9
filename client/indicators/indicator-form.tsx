import {
  MultiSelect,
  NativeSelect,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IndicatorRow } from '../../shared/indicators/rows.ts';
import {
  directions,
  plans,
  ruleMeasures,
  units,
  yearlySums,
} from '../../shared/indicators/schemas.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useDepartments } from '../output/use-departments.ts';
import { useKindWords } from '../output/use-kind-words.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import {
  type IndicatorValues,
  indicatorToSend,
  indicatorValues,
  methodOf,
} from './indicator-values.ts';
import { useMethodWords } from './use-indicator-words.ts';

interface IndicatorFormProps {
  indicator?: IndicatorRow;
  onClose(): void;
  onSaved?(id: string): void;
  onRemoved?(): void;
}

type Form = { form: RecordForm<IndicatorValues> };

function usePlaces() {
  const { data } = useQuery(api.output.listPlaces.queryOptions({ pageSize: 200 }));
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Which records are counted. */
function RuleFields({ form: { fields } }: Form) {
  const { t } = useTranslation('indicators');
  const kinds = useKindWords();
  const departments = useDepartments();
  const places = usePlaces();
  const isOutput = fields.values.measure === 'output';
  return (
    <>
      <NativeSelect
        label={t('form.measure')}
        data={ruleMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))}
        {...fields.getInputProps('measure')}
      />
      {isOutput && (
        <>
          <MultiSelect
            label={t('form.kinds')}
            placeholder={fields.values.kinds.length === 0 ? t('form.allKinds') : undefined}
            data={kinds.choices}
            searchable
            clearable
            {...fields.getInputProps('kinds')}
          />
          <MultiSelect
            label={t('form.departments')}
            data={departments}
            searchable
            clearable
            {...fields.getInputProps('departmentIds')}
          />
          <MultiSelect
            label={t('form.places')}
            data={places}
            searchable
            clearable
            {...fields.getInputProps('placeIds')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput label={t('form.responsible')} {...fields.getInputProps('responsible')} />
            <TextInput
              label={t('form.words')}
              description={t('form.wordsHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...fields.getInputProps('words')}
            />
          </SimpleGrid>
        </>
      )}
    </>
  );
}

/** Where the figure comes from: a rule, somebody, or other indicators. */
function MethodFields({ form }: Form) {
  const { t } = useTranslation('indicators');
  const inWords = useMethodWords();
  const { fields } = form;
  const { type } = fields.values;
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('form.method')}
        fullWidth
        data={(['rule', 'typed', 'formula'] as const).map((value) => ({
          value,
          label: t(`methods.${value}`),
        }))}
        {...fields.getInputProps('type')}
      />
      {type === 'rule' && <RuleFields form={form} />}
      {type === 'typed' && (
        <NativeSelect
          label={t('form.yearly')}
          data={yearlySums.map((value) => ({ value, label: t(`yearly.${value}`) }))}
          {...fields.getInputProps('yearly')}
        />
      )}
      {type === 'formula' && (
        <TextInput
          label={t('form.formula')}
          description={t('form.formulaHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...fields.getInputProps('formula')}
          error={fields.errors['method.formula'] ?? fields.errors.formula}
        />
      )}
      {type !== 'formula' && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {inWords(methodOf(fields.values))}
        </Text>
      )}
    </Stack>
  );
}

function RemoveIndicator({ indicator, onRemoved }: { indicator: IndicatorRow; onRemoved(): void }) {
  const { t } = useTranslation('indicators');
  const remove = useMutation(api.indicators.removeIndicator.mutationOptions());
  const restore = useMutation(api.indicators.restoreIndicator.mutationOptions());
  return (
    <RemoveButton
      at={indicator}
      message={t('removed', { name: indicator.name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Adds or changes an indicator; what it counts is said in words while it is chosen. */
export function IndicatorForm({ indicator, onClose, onSaved, onRemoved }: IndicatorFormProps) {
  const { t } = useTranslation('indicators');
  const { timeZone } = useToday();
  const departments = useDepartments(indicator);
  const create = useMutation(api.indicators.createIndicator.mutationOptions());
  const update = useMutation(api.indicators.updateIndicator.mutationOptions());
  const form = useRecordForm<IndicatorValues>({
    initialValues: indicatorValues(indicator),
    async save(values, overVersion) {
      const sent = indicatorToSend(values);
      if (!indicator) {
        const { id } = await create.mutateAsync(sent);
        return onSaved?.(id);
      }
      const version = overVersion ?? indicator.version;
      await update.mutateAsync({ at: { id: indicator.id, version }, fields: sent });
    },
    onSaved() {
      showDone(t('saved'));
      if (indicator || !onSaved) onClose();
    },
  });
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(indicator ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      size="lg"
      actions={
        indicator && <RemoveIndicator indicator={indicator} onRemoved={onRemoved ?? onClose} />
      }
    >
      <TextInput label={t('columns.name')} withAsterisk data-autofocus {...getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('columns.code')}
          description={t('form.codeHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...getInputProps('code')}
        />
        <NativeSelect
          label={t('columns.plan')}
          data={plans.map((value) => ({ value, label: t(`plans.${value}`) }))}
          {...getInputProps('plan')}
        />
        <NativeSelect
          label={t('form.unit')}
          data={units.map((value) => ({ value, label: t(`units.${value}`) }))}
          {...getInputProps('unit')}
        />
        <NativeSelect
          label={t('form.direction')}
          data={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          {...getInputProps('direction')}
        />
      </SimpleGrid>
      <MethodFields form={form} />
      <Select
        label={t('columns.department')}
        data={departments}
        searchable
        clearable
        {...getInputProps('departmentId')}
      />
      <Textarea label={t('form.notes')} autosize minRows={2} {...getInputProps('notes')} />
    </DrawerForm>
  );
}
