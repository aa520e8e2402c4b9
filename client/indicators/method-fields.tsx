import {
  MultiSelect,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ruleMeasures, whatOf } from '../../shared/indicators/measures.ts';
import { yearlySums } from '../../shared/indicators/schemas.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import { PersonField } from '../app/person-field.tsx';
import { useDepartmentNames, useDepartments } from '../app/use-departments.ts';
import { useKindWords } from '../output/use-kind-words.ts';
import { usePlaceNames, usePlaces } from '../output/use-places.ts';
import { withHeld } from '../ui/use-choices.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import { type IndicatorValues, methodOf } from './indicator-values.ts';
import { NetworkFields, TableFields } from './source-fields.tsx';
import { useMethodWords } from './use-indicator-words.ts';

type Form = { form: RecordForm<IndicatorValues> };

/** Which items are counted. */
function OutputFields({ form: { fields } }: Form) {
  const { t } = useTranslation('indicators');
  const kinds = useKindWords();
  const departments = useDepartments();
  const departmentName = useDepartmentNames();
  const places = usePlaces();
  const placeName = usePlaceNames();
  const { values } = fields;
  return (
    <>
      <MultiSelect
        label={t('form.kinds')}
        placeholder={values.kinds.length === 0 ? t('form.allKinds') : undefined}
        data={withHeld(kinds.choices, values.kinds, (id) => kinds.one(id as KindId))}
        searchable
        clearable
        {...fields.getInputProps('kinds')}
      />
      <MultiSelect
        label={t('form.departments')}
        data={withHeld(departments, values.departmentIds, departmentName)}
        searchable
        clearable
        {...fields.getInputProps('departmentIds')}
      />
      <MultiSelect
        label={t('form.places')}
        data={withHeld(places, values.placeIds, placeName)}
        searchable
        clearable
        {...fields.getInputProps('placeIds')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <PersonField label={t('form.responsible')} {...fields.getInputProps('responsible')} />
        <TextInput
          label={t('form.words')}
          description={t('form.wordsHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...fields.getInputProps('words')}
        />
      </SimpleGrid>
    </>
  );
}

/** What is read, and of which records. */
function RuleFields({ form }: Form) {
  const { t } = useTranslation('indicators');
  const { fields } = form;
  const of = whatOf(fields.values.measure);
  return (
    <>
      <NativeSelect
        label={t('form.measure')}
        data={ruleMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))}
        {...fields.getInputProps('measure')}
        error={fields.errors['method.rule.measure']}
      />
      {of === 'output' && <OutputFields form={form} />}
      {of === 'networks' && <NetworkFields form={form} />}
      {of === 'table' && <TableFields form={form} />}
    </>
  );
}

/** Where the figure comes from: a rule, somebody, or other indicators. */
export function MethodFields({ form }: Form) {
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
