import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PlaceFields, type PlaceRow, placeTypes } from '../../../shared/output/places.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { RemoveButton } from '../../ui/remove-button.tsx';
import { showDone } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';

type PlaceValues = { name: string; placeType: PlaceFields['placeType'] };

function RemovePlace({ place, onRemoved }: { place: PlaceRow; onRemoved(): void }) {
  const { t } = useTranslation('places');
  const remove = useMutation(api.output.removePlace.mutationOptions());
  const restore = useMutation(api.output.restorePlace.mutationOptions());
  return (
    <RemoveButton
      at={place}
      message={t('removed', { name: place.name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Adds or changes a place of the list. */
export function PlaceForm({ place, onClose }: { place?: PlaceRow; onClose(): void }) {
  const { t } = useTranslation('places');
  const { timeZone } = useToday();
  const create = useMutation(api.output.createPlace.mutationOptions());
  const update = useMutation(api.output.updatePlace.mutationOptions());
  const form = useRecordForm<PlaceValues>({
    initialValues: { name: place?.name ?? '', placeType: place?.placeType ?? 'vereda' },
    save: (fields, overVersion) =>
      place
        ? update.mutateAsync({
            at: { id: place.id, version: overVersion ?? place.version },
            fields,
          })
        : create.mutateAsync(fields),
    onSaved() {
      showDone(t('saved'));
      onClose();
    },
  });
  return (
    <DrawerForm
      title={t(place ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={place && <RemovePlace place={place} onRemoved={onClose} />}
    >
      <TextInput
        label={t('name')}
        withAsterisk
        data-autofocus
        {...form.fields.getInputProps('name')}
      />
      <NativeSelect
        label={t('type')}
        data={placeTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
        {...form.fields.getInputProps('placeType')}
      />
    </DrawerForm>
  );
}
