import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  MultiSelect,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type MeasureUnit,
  measureUnits,
  totalRulesOf,
} from '../../../shared/indicators/count-tables/schemas.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { emptyMeasure, formulaNames, type TableValues } from './table-values.ts';

type Form = UseFormReturnType<TableValues>;

/** What is wrong with a part of a column: refusals of new tables name it without `fields.` before it. */
function errorAt(form: Form, path: string) {
  return form.errors[path] ?? form.errors[path.replace(/^measures\./, '')];
}

function MeasureInput({ form, index }: { form: Form; index: number }) {
  const { t } = useTranslation('countTables');
  const { measures } = form.values;
  const measure = measures[index];
  if (!measure) return null;
  const at = (part: string) => ({
    ...form.getInputProps(`measures.${index}.${part}`),
    error: errorAt(form, `measures.${index}.${part}`),
  });
  const named = measures.filter((one) => one.id !== measure.id && one.name.trim() !== '');
  const others = named.map(({ id, name }) => ({ value: id, label: name }));
  const counted = named
    .filter(({ unit, formula }) => unit === 'count' && formula.trim() === '')
    .map(({ id, name }) => ({ value: id, label: name }));
  const number = index + 1;
  const example = formulaNames(measures, index).join(' + ');
  return (
    <Fieldset legend={t('form.measure', { number })} radius="sm" p="sm">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={t('form.measureName')} withAsterisk {...at('name')} />
          <NativeSelect
            label={t('form.unit')}
            data={measureUnits.map((value) => ({ value, label: t(`units.${value}`) }))}
            {...at('unit')}
            onChange={(event) => {
              const unit = event.currentTarget.value as MeasureUnit;
              form.setFieldValue(`measures.${index}.unit`, unit);
              if (totalRulesOf(unit).includes(measure.total)) return;
              form.setFieldValue(`measures.${index}.total`, 'none');
            }}
          />
          {measure.unit === 'score' && (
            <NumberField kind="decimal" label={t('form.outOf')} {...at('outOf')} />
          )}
          <NativeSelect
            label={t('form.total')}
            data={totalRulesOf(measure.unit).map((value) => ({
              value,
              label: t(`totals.${value}`),
            }))}
            {...at('total')}
          />
          {measure.total === 'average' && (
            <NativeSelect
              label={t('form.weightedBy')}
              data={[{ value: '', label: t('form.nothing') }, ...counted]}
              {...at('weightedBy')}
            />
          )}
          {measure.unit === 'percent' && (
            <NativeSelect
              label={t('form.shareOf')}
              data={[{ value: '', label: t('form.nothing') }, ...others]}
              {...at('shareOf')}
            />
          )}
        </SimpleGrid>
        {index > 0 && (
          <>
            <MultiSelect label={t('form.sumOf')} data={others} clearable {...at('sumOf')} />
            <TextInput
              label={t('form.formula')}
              description={t('form.formulaHelp', { example })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...at('formula')}
            />
          </>
        )}
        <Group justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.removeMeasure', {
              name: measure.name || t('form.measure', { number }),
            })}
            onClick={() => form.removeListItem('measures', index)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** The columns of figures of a table, to add, change and take away. */
export function MeasureInputs({ form }: { form: Form }) {
  const { t } = useTranslation('countTables');
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t('form.measures')}</Text>
        <Text size="sm" c="dimmed">
          {t('form.measuresHelp')}
        </Text>
      </div>
      {form.values.measures.map(({ id }, index) => (
        <MeasureInput key={id} form={form} index={index} />
      ))}
      {form.errors.measures && (
        <Text size="sm" c="var(--mantine-color-error)">
          {form.errors.measures}
        </Text>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        onClick={() => form.insertListItem('measures', emptyMeasure())}
      >
        {t('form.addMeasure')}
      </Button>
    </Stack>
  );
}
