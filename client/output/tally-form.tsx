import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KindId } from '../../shared/output/kind-id.ts';
import type { OutputTallyRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { showDone, showUndo } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import type { CellKey } from './cell-key.ts';
import { useKindWords } from './use-kind-words.ts';
import { useRemoveTally } from './use-remove-tally.ts';

interface TallyFormProps {
  /** The total to change; absent for a new one. */
  row?: OutputTallyRow;
  /** The month and kind of a new one. */
  cell: CellKey;
  onClose(): void;
}

type TallyValues = {
  month: string;
  kind: KindId;
  count: number | null;
  source: string;
  notes: string;
};

function valuesOf({ row, cell }: TallyFormProps): TallyValues {
  return {
    month: row?.month ?? cell.month,
    kind: row?.kind ?? cell.kind,
    count: row?.count ?? null,
    source: row?.source ?? '',
    notes: row?.notes ?? '',
  };
}

function useTallyForm(props: TallyFormProps) {
  const { row, onClose } = props;
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  const create = useMutation(api.output.createTally.mutationOptions());
  const update = useMutation(api.output.updateTally.mutationOptions());
  const remove = useMutation(api.output.removeTally.mutationOptions());
  return useRecordForm({
    initialValues: valuesOf(props),
    async save(values, overVersion) {
      // An empty count is sent as it is, to be refused by its name: absent is never zero.
      const fields = { ...values, count: values.count as number };
      if (row) {
        const version = overVersion ?? row.version;
        await update.mutateAsync({ at: { id: row.id, version }, fields });
        return showDone(t('saved'));
      }
      const at = await create.mutateAsync(fields);
      const facts = { kind: words.many(values.kind), month: format.longMonth(values.month) };
      showUndo(t('tallies.added', facts), () => remove.mutateAsync(at));
    },
    onSaved: onClose,
  });
}

/** A month's total of a kind: added or changed. */
export function TallyForm(props: TallyFormProps) {
  const { row, onClose } = props;
  const { t } = useTranslation(['output', 'ui']);
  const { timeZone } = useToday();
  const words = useKindWords();
  const form = useTallyForm(props);
  const removeTally = useRemoveTally();
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(row ? 'tallies.editTally' : 'tallies.newTally')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={
        row && (
          <Button
            variant="subtle"
            color="red"
            mr="auto"
            onClick={async () => (await removeTally(row)) && onClose()}
          >
            {t('ui:remove')}
          </Button>
        )
      }
    >
      <TextInput type="month" label={t('tallies.month')} required {...getInputProps('month')} />
      <NativeSelect label={t('tallies.kind')} data={words.choices} {...getInputProps('kind')} />
      <NumberField
        kind="whole"
        label={t('tallies.count')}
        required
        data-autofocus
        {...getInputProps('count')}
      />
      <TextInput
        label={t('tallies.source')}
        description={t('tallies.sourceHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        {...getInputProps('source')}
      />
      <Textarea label={t('tallies.notes')} autosize minRows={2} {...getInputProps('notes')} />
    </DrawerForm>
  );
}
