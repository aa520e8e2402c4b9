import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { DetailField } from '../../shared/output/detail-fields.ts';
import { NumberField } from '../ui/number-field.tsx';
import type { ItemValues } from './item-values.ts';
import { useKindWords } from './use-kind-words.ts';
import { useKinds } from './use-kinds.ts';

type Form = UseFormReturnType<ItemValues>;

/** A whole number; seconds may also be typed as minutes and seconds. */
function DetailNumber({ field, form }: { field: DetailField; form: Form }) {
  const { say } = useKindWords();
  const path = `details.${field.name}`;
  const { value, error, ...rest } = form.getInputProps(path);
  const common = { label: say(field.words.label), required: field.isRequired, error };
  if (field.name !== 'seconds')
    return <NumberField kind="whole" {...common} {...rest} value={value} />;
  return (
    <NumberField
      kind="seconds"
      {...common}
      value={value === null ? null : String(value)}
      onChange={(typed) => form.setFieldValue(path, typed === null ? null : Number(typed))}
    />
  );
}

function DetailInput({ field, form }: { field: DetailField; form: Form }) {
  const { say } = useKindWords();
  const label = say(field.words.label);
  const path = `details.${field.name}`;
  const choicesOf = ({ choices, words, initial }: DetailField) => [
    ...(initial === null ? [{ value: '', label: '' }] : []),
    ...choices.map((value) => ({
      value,
      label: say(words.choices?.[value] ?? { es: value, en: value }),
    })),
  ];
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
      return <DetailNumber field={field} form={form} />;
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
