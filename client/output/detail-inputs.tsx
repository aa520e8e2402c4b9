import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type DetailField, detailFields } from '../../shared/output/detail-fields.ts';
import { outputKind } from '../../shared/output/kinds.ts';
import { useFormat } from '../format/use-format.ts';
import type { ItemValues } from './item-values.ts';
import { useKindWords } from './use-kind-words.ts';

type Form = UseFormReturnType<ItemValues>;

function DetailInput({ field, form }: { field: DetailField; form: Form }) {
  const { say } = useKindWords();
  const { locale } = useFormat();
  const label = say(field.words.label);
  const path = `details.${field.name}`;
  const marks = locale === 'es-CO' ? ['.', ','] : [',', '.'];
  switch (field.input) {
    case 'choice':
      return (
        <NativeSelect
          label={label}
          data={field.choices.map((value) => {
            const words = field.words.choices?.[value];
            return { value, label: words ? say(words) : value };
          })}
          {...form.getInputProps(path)}
        />
      );
    case 'flag':
      return <Checkbox label={label} mt="xl" {...form.getInputProps(path, { type: 'checkbox' })} />;
    case 'number':
      return (
        <NumberInput
          label={label}
          allowNegative={false}
          allowDecimal={false}
          hideControls
          thousandSeparator={marks[0]}
          decimalSeparator={marks[1]}
          {...form.getInputProps(path)}
        />
      );
    case 'line':
      return <TextInput label={label} {...form.getInputProps(path)} />;
  }
}

/** The fields that a kind asks for, drawn from its own schema. */
export function DetailInputs({ form }: { form: Form }) {
  return detailFields(outputKind(form.values.kind)).map((field) => (
    <DetailInput key={`${form.values.kind}.${field.name}`} field={field} form={form} />
  ));
}
