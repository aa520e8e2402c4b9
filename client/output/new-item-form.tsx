import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { repeatedDetails } from '../../shared/output/repeat.ts';
import type { KindRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showUndo } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { ItemInputs } from './item-inputs.tsx';
import { detailValues, emptyItem, sentItem } from './item-values.ts';
import { type RepeatChoice, RepeatFields } from './repeat-fields.tsx';
import { useKinds } from './use-kinds.ts';

interface NewItemFormProps {
  kind: KindRow;
  day: string;
  onClose(): void;
}

/** Logs an item; may stay open for the next one, with everything but its title kept. */
export function NewItemForm({ kind, day, onClose }: NewItemFormProps) {
  const { t } = useTranslation('output');
  const { timeZone } = useToday();
  const { byId } = useKinds();
  const [isMany, setMany] = useState(false);
  const inputs = useRef<HTMLDivElement>(null);
  const create = useMutation(api.output.createItem.mutationOptions());
  const remove = useMutation(api.output.removeItem.mutationOptions());
  const createSeries = useMutation(api.output.createSeries.mutationOptions());
  const removeAll = useMutation(api.output.removeItems.mutationOptions());
  const [repeat, setRepeat] = useState<RepeatChoice>({ every: '', until: '' });
  const form = useRecordForm({
    initialValues: emptyItem(kind, day),
    async save(values) {
      const { every, until } = repeat;
      if (every !== '') {
        const fields = sentItem(values);
        const ats = await createSeries.mutateAsync({ fields, repeat: { every, until } });
        const said = t('repeat.logged', { title: values.title, count: ats.length });
        return showUndo(said, () => removeAll.mutateAsync({ ats }));
      }
      const at = await create.mutateAsync(sentItem(values));
      showUndo(t('logged', { title: values.title }), () => remove.mutateAsync(at));
    },
    onSaved() {
      if (!isMany) return onClose();
      const { values } = form.fields;
      const current = byId.get(values.kind) ?? kind;
      const details = repeatedDetails(current.fields, sentItem(values).details, 1);
      const next = {
        ...values,
        ...{ title: '', url: '', notes: '', evidence: [], state: '' as const, stateReason: '' },
        details: detailValues(current, details),
      };
      form.fields.setInitialValues(next);
      form.fields.setValues(next);
      inputs.current?.querySelector<HTMLInputElement>('[data-autofocus]')?.focus();
    },
  });
  return (
    <DrawerForm title={t('form.newItem')} form={form} onClose={onClose} timeZone={timeZone}>
      <div ref={inputs} style={{ display: 'contents' }}>
        <ItemInputs form={form.fields} />
        <RepeatFields
          first={form.fields.values.day}
          value={repeat}
          error={form.fields.errors['repeat.until'] ?? form.fields.errors.until}
          onChange={setRepeat}
        />
        <Checkbox
          label={t('form.another')}
          checked={isMany}
          onChange={(event) => setMany(event.currentTarget.checked)}
        />
      </div>
    </DrawerForm>
  );
}
