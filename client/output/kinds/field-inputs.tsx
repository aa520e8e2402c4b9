import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { detailKnown } from '../../../shared/output/kind.ts';
import { knownByInput, ownInputs } from '../../../shared/output/own-kind.ts';
import { emptyField, type KindValues } from './kind-values.ts';

type Form = UseFormReturnType<KindValues>;

/** What is wrong with a part of a field: refusals of new kinds name it without `fields.` before it. */
function errorAt(form: Form, index: number, part: string) {
  return form.errors[`fields.${index}.${part}`] ?? form.errors[`${index}.${part}`];
}

function FieldInput({ form, index }: { form: Form; index: number }) {
  const { t } = useTranslation('kinds');
  const field = form.values.fields[index];
  const at = (part: string) => ({
    ...form.getInputProps(`fields.${index}.${part}`),
    error: errorAt(form, index, part),
  });
  const number = index + 1;
  return (
    <Fieldset legend={t('field', { number })} radius="sm" p="sm">
      <Stack gap="sm">
        <TextInput label={t('fieldLabel')} required {...at('label')} />
        <NativeSelect
          label={t('input')}
          data={ownInputs.map((value) => ({ value, label: t(`inputs.${value}`) }))}
          {...at('input')}
        />
        {field?.input === 'choice' && (
          <Textarea
            label={t('choices')}
            description={t('choicesHelp')}
            required
            autosize
            minRows={2}
            {...at('choices')}
          />
        )}
        <NativeSelect
          label={t('known')}
          description={t('knownHelp')}
          data={detailKnown
            .filter((value) => value !== 'serial' || field?.input === 'number')
            .map((value) => ({ value, label: t(`knownWhen.${value}`) }))}
          {...at('known')}
          value={field?.known || knownByInput[field?.input ?? 'line']}
        />
        <Group justify="space-between">
          {field?.input === 'flag' ? (
            <span />
          ) : (
            <Checkbox
              label={t('isRequired')}
              {...form.getInputProps(`fields.${index}.isRequired`, { type: 'checkbox' })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeField', { label: field?.label || t('field', { number }) })}
            onClick={() => form.removeListItem('fields', index)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** The fields that a kind asks for, to add, change and take away. */
export function FieldInputs({ form }: { form: Form }) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t('fieldsTitle')}</Text>
        <Text size="sm" c="dimmed">
          {t('fieldsNote')}
        </Text>
      </div>
      {form.values.fields.map(({ key }, index) => (
        <FieldInput key={key} form={form} index={index} />
      ))}
      {form.errors.fields && (
        <Text size="sm" c="var(--mantine-color-error)">
          {form.errors.fields}
        </Text>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        onClick={() => form.insertListItem('fields', emptyField())}
      >
        {t('addField')}
      </Button>
    </Stack>
  );
}
