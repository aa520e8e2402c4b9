import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Channel, channels } from '../../shared/press/channels.ts';
import { type Answers, api, type Inputs } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';

export type Tally = Answers['press']['listPressTallies']['rows'][number];

type TallyValues = {
  month: string;
  channel: Channel;
  count: number | null;
  valueCop: number | null;
  source: string;
  notes: string;
};

interface TallyFormProps {
  tally?: Tally;
  onClose(): void;
}

/** What was left empty is absent; the server says which of it is needed. */
function fieldsToSend(values: TallyValues) {
  return values as Inputs['press']['createPressTally'];
}

function useTallyForm({ tally, onClose }: TallyFormProps): RecordForm<TallyValues> {
  const { t } = useTranslation('press');
  const { month } = useToday();
  const create = useMutation(api.press.createPressTally.mutationOptions());
  const update = useMutation(api.press.updatePressTally.mutationOptions());
  return useRecordForm<TallyValues>({
    initialValues: {
      month: tally?.month ?? month,
      channel: tally?.channel ?? 'press',
      count: tally?.count ?? null,
      valueCop: tally?.valueCop ?? null,
      source: tally?.source ?? '',
      notes: tally?.notes ?? '',
    },
    save(values, overVersion) {
      const fields = fieldsToSend(values);
      if (!tally) return create.mutateAsync(fields);
      return update.mutateAsync({
        at: { id: tally.id, version: overVersion ?? tally.version },
        fields,
      });
    },
    onSaved() {
      showDone(t('tallies.saved'));
      onClose();
    },
  });
}

function RemoveTally({ tally, onRemoved }: { tally: Tally; onRemoved(): void }) {
  const { t } = useTranslation('press');
  const format = useFormat();
  const remove = useMutation(api.press.removePressTally.mutationOptions());
  const restore = useMutation(api.press.restorePressTally.mutationOptions());
  return (
    <RemoveButton
      at={tally}
      message={t('tallies.removed', { month: format.longMonth(tally.month) })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Adds or edits a month's total of a channel. */
export function TallyForm(props: TallyFormProps) {
  const { tally, onClose } = props;
  const { t } = useTranslation('press');
  const { timeZone } = useToday();
  const form = useTallyForm(props);
  const { fields } = form;
  return (
    <DrawerForm
      title={tally ? t('tallies.edit') : t('tallies.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={tally && <RemoveTally tally={tally} onRemoved={onClose} />}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="month"
          label={t('tallies.month')}
          withAsterisk
          data-autofocus
          {...fields.getInputProps('month')}
        />
        <Select
          label={t('tallies.channel')}
          allowDeselect={false}
          data={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          {...fields.getInputProps('channel')}
        />
        <NumberField
          kind="whole"
          label={t('tallies.count')}
          withAsterisk
          {...fields.getInputProps('count')}
        />
        <NumberField
          kind="pesos"
          label={t('tallies.value')}
          description={t('tallies.valueHelp')}
          {...fields.getInputProps('valueCop')}
        />
      </SimpleGrid>
      <TextInput
        label={t('tallies.source')}
        description={t('tallies.sourceHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        withAsterisk
        {...fields.getInputProps('source')}
      />
      <Textarea
        label={t('tallies.notes')}
        autosize
        minRows={2}
        {...fields.getInputProps('notes')}
      />
    </DrawerForm>
  );
}
