import { Button, Group, Paper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindRow, OutputItemDetail } from '../../shared/output/rows.ts';
import { api, queryClient } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemInputs } from './item-inputs.tsx';
import { ItemRelations } from './item-relations.tsx';
import { itemValues, sentItem } from './item-values.ts';
import { type SeriesReach, SeriesReachField } from './series-reach-field.tsx';
import { useDuplicateItem } from './use-duplicate-item.ts';
import { useRemoveItem } from './use-remove-item.ts';
import { useRemoveSeries } from './use-remove-series.ts';

interface EditItemFormProps {
  item: OutputItemDetail;
  kind: KindRow;
  onClose(): void;
}

/** Changes an item; when somebody else changed it first, what is stored can be seen beside what was typed. */
export function EditItemForm({ item, kind, onClose }: EditItemFormProps) {
  const { t } = useTranslation(['output', 'ui']);
  const { timeZone } = useToday();
  const [stored, setStored] = useState<OutputItemDetail>();
  const update = useMutation(api.output.updateItem.mutationOptions());
  const updateSeries = useMutation(api.output.updateSeries.mutationOptions());
  const removeItem = useRemoveItem();
  const removeSeries = useRemoveSeries();
  const [reach, setReach] = useState<SeriesReach>('this');
  const duplicate = useDuplicateItem(onClose);
  const form = useRecordForm({
    initialValues: itemValues(item, kind),
    save(values, overVersion) {
      const at = { id: item.id, version: overVersion ?? item.version };
      const change = { at, fields: sentItem(values) };
      return reach === 'this' ? update.mutateAsync(change) : updateSeries.mutateAsync(change);
    },
    onSaved() {
      showDone(t('saved'));
      onClose();
    },
  });
  async function seeStored(): Promise<void> {
    const asked = api.output.readItem.queryOptions({ id: item.id });
    await queryClient
      .fetchQuery({ ...asked, staleTime: 0 })
      .then(setStored)
      .catch(showFailure);
  }
  return (
    <DrawerForm
      title={t('form.editItem')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      onReload={seeStored}
      below={<ItemRelations item={item} />}
      actions={
        <Group gap="xs" mr="auto">
          <Button
            variant="subtle"
            color="red"
            onClick={async () => {
              const isGone = await (reach === 'this' ? removeItem : removeSeries)(item);
              if (isGone) onClose();
            }}
          >
            {t('ui:remove')}
          </Button>
          <Button variant="subtle" onClick={() => duplicate(form.fields.values)}>
            {t('form.duplicate')}
          </Button>
        </Group>
      }
    >
      {stored && (
        <Paper withBorder p="sm">
          <ItemFacts item={stored} />
        </Paper>
      )}
      {item.seriesId !== null && <SeriesReachField value={reach} onChange={setReach} />}
      <ItemInputs form={form.fields} department={item} />
    </DrawerForm>
  );
}
