import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { DetailField } from '../../shared/output/detail-fields.ts';
import { useFormat } from '../format/use-format.ts';
import type { ItemValues } from './item-values.ts';
import { useKindWords } from './use-kind-words.ts';
import { useKinds } from './use-kinds.ts';

type Form = UseFormReturnType<ItemValues>;

function DetailInput({ field, form }: { field: DetailField; form: Form }) {
  const { say } = useKindWords();
  const { locale } = useFormat();
  const label = say(field.words.label);
  const path = `details.${field.name}`;
  const choicesOf = ({ choices, words, initial }: DetailField) => [
    ...(initial === null ? [{ value: '', label: '' }] : []),
    ...choices.map((value) => ({
      value,
      label: say(words.choices?.[value] ?? { es: value, en: value }),
    })),
  ];
  const marks = locale === 'es-CO' ? ['.', ','] : [',', '.'];
  switch (field.input) {
    case 'choice':
      return (
        <NativeSelect
          label={label}
          required={field.isRequired}
          data={choicesOf(field)}
          {...form.getInputProps(path)}
        />
      );
    case 'flag':
      return <Checkbox label={label} mt="xl" {...form.getInputProps(path, { type: 'checkbox' })} />;
    case 'number':
      return (
        <NumberInput
          label={label}
          required={field.isRequired}
          allowNegative={false}
          allowDecimal={false}
          hideControls
          thousandSeparator={marks[0]}
          decimalSeparator={marks[1]}
          {...form.getInputProps(path)}
        />
      );
    case 'day':
      return (
        <TextInput
          type="date"
          label={label}
          required={field.isRequired}
          {...form.getInputProps(path)}
        />
      );
    case 'line':
      return <TextInput label={label} required={field.isRequired} {...form.getInputProps(path)} />;
  }
}

/** The fields that a kind asks for, drawn from its own schema. */
export function DetailInputs({ form }: { form: Form }) {
  const { byId } = useKinds();
  return byId
    .get(form.values.kind)
    ?.fields.map((field) => (
      <DetailInput key={`${form.values.kind}.${field.name}`} field={field} form={form} />
    ));
}
