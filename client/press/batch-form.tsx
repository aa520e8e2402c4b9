import { Alert, Select, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Inputs } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useDepartments } from '../app/use-departments.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone, showUndo } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import type { Marked } from './use-marked-clippings.ts';

type Change = Inputs['press']['editClippings']['change'];

const fields = [
  'tone',
  'topic',
  'spokesperson',
  'department',
  'origin',
  'addMessage',
  'takeMessage',
  'remove',
] as const;
type Values = { field: (typeof fields)[number]; value: string };

/** What is sent for what was chosen; nothing written clears. */
function changeOf({ field, value }: Values): Change {
  switch (field) {
    case 'remove':
      return { isRemoved: true };
    case 'department':
      return { departmentId: value || null };
    case 'addMessage':
      return { addKeyMessageIds: value ? [value] : [] };
    case 'takeMessage':
      return { removeKeyMessageIds: value ? [value] : [] };
    default:
      return { [field]: value.trim() || null } as Change;
  }
}

/** The words to choose from, of a field that has them. */
function useOptions(field: Values['field']) {
  const { t } = useTranslation(['table', 'press']);
  const departments = useDepartments();
  const isMessage = field === 'addMessage' || field === 'takeMessage';
  const messages = useWholeList(api.press.listKeyMessages.queryOptions, { enabled: isMessage });
  switch (field) {
    case 'addMessage':
    case 'takeMessage':
      return (messages.data ?? []).map(({ id, text }) => ({ value: id, label: text }));
    case 'tone':
      return (['positive', 'neutral', 'negative'] as const).map((value) => ({
        value,
        label: t(`press:tones.${value}`),
      }));
    case 'origin':
      return (['own_initiative', 'reactive'] as const).map((value) => ({
        value,
        label: t(`origins.${value}`),
      }));
    case 'department':
      return departments;
    default:
      return undefined;
  }
}

function ValueField({ form }: { form: RecordForm<Values> }) {
  const { t } = useTranslation('table');
  const { field, value } = form.fields.values;
  const options = useOptions(field);
  if (field === 'remove') return <Text size="sm">{t('batch.removeHelp')}</Text>;
  const isMessage = field === 'addMessage' || field === 'takeMessage';
  const common = isMessage
    ? { label: t('batch.message') }
    : { label: t('batch.value'), description: t('batch.clears') };
  if (!options) {
    return (
      <TextInput
        {...common}
        maxLength={field === 'topic' ? 120 : 160}
        {...form.fields.getInputProps('value')}
      />
    );
  }
  return (
    <Select
      {...common}
      data={options}
      value={value || null}
      searchable={isMessage || field === 'department'}
      clearable={!isMessage}
      clearButtonProps={{ 'aria-label': t('batch.clears') }}
      onChange={(next) => form.fields.setFieldValue('value', next ?? '')}
    />
  );
}

/** Sends the change and offers to take it back. */
function useBatch({ marked, onClose }: { marked: Marked; onClose(): void }) {
  const { t } = useTranslation('table');
  const edit = useMutation(api.press.editClippings.mutationOptions());
  const undo = useMutation(api.press.undoClippingBatch.mutationOptions());

  async function takeBack(id: string): Promise<void> {
    const { kept } = await undo.mutateAsync({ id });
    if (kept > 0) showDone(t('batch.kept', { count: kept }));
  }

  return useRecordForm<Values>({
    initialValues: { field: 'tone', value: '' },
    async save(values) {
      const { selection } = marked;
      const { id, count } = await edit.mutateAsync({ selection, change: changeOf(values) });
      if (count === 0) showDone(t('batch.same'));
      else showUndo(t('batch.done', { count }), () => takeBack(id));
    },
    onSaved() {
      marked.clear();
      onClose();
    },
  });
}

/** Changes the same of all the appearances that are marked. */
export default function BatchForm(props: { marked: Marked; onClose(): void }) {
  const { marked, onClose } = props;
  const { t } = useTranslation('table');
  const { timeZone } = useToday();
  const form = useBatch(props);
  const { field } = form.fields.values;
  const isRemoving = field === 'remove';
  const say = (one: Values['field']) =>
    one === 'remove' || one === 'addMessage' || one === 'takeMessage'
      ? t(`batch.${one}`)
      : t(`columns.${one}`);
  return (
    <DrawerForm
      title={t('batch.title', { count: marked.count })}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      canSubmit={!field.endsWith('Message') || form.fields.values.value !== ''}
      submitLabel={isRemoving ? t('batch.removing') : t('batch.save')}
    >
      <Select
        label={t('batch.what')}
        data-autofocus
        allowDeselect={false}
        data={fields.map((value) => ({ value, label: say(value) }))}
        value={field}
        onChange={(next) => {
          form.fields.setValues({ field: (next ?? 'tone') as Values['field'], value: '' });
        }}
      />
      <ValueField form={form} />
      {!isRemoving && (
        <Alert variant="light" color="accent">
          {t('batch.keeps')}
        </Alert>
      )}
    </DrawerForm>
  );
}
