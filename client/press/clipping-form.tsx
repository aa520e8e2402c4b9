import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordVersion } from '../../shared/records.ts';
import { api } from '../app/api.ts';
import { PersonField } from '../app/person-field.tsx';
import { useSelf, useToday } from '../app/self.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { CaptureBar } from './capture-bar.tsx';
import { CaptureMany } from './capture-many.tsx';
import { ClippingReview } from './clipping-review.tsx';
import {
  type Clipping,
  type ClippingValues,
  clippingValues,
  fieldsToSend,
  newClipping,
  unitFor,
  usualFormat,
  withKnownChoices,
} from './clipping-values.ts';
import { CoverageFields } from './coverage-fields.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { keepLast, readLast } from './last-clipping.ts';
import { LikenessNotice } from './likeness/likeness-notice.tsx';
import { type Asked, type LikenessChoice, noChoice, webAddressOf } from './likeness/signs.ts';
import { useLikenessChoice } from './likeness/use-likeness-choice.ts';
import { useSigns } from './likeness/use-signs.ts';
import { LiveValue } from './live-value.tsx';
import { OutletForm } from './outlet-form.tsx';
import type { OutletValues } from './outlet-values.ts';
import { PlaceFields, PublicationFields } from './publication-fields.tsx';
import { SentBackNotice } from './sent-back-notice.tsx';
import '../words/add-capture-words.ts';

type Form = RecordForm<ClippingValues>;

interface ClippingFormProps {
  clipping?: Clipping;
  /** What is known of a new one already, as from an entry of a feed. */
  start?: Partial<ClippingValues>;
  onClose(): void;
  onReload?: () => void;
  /** The entry of the inbox that it is made of. */
  entry?: RecordVersion;
}

/** Where it can be read again, who wrote it, what supports it, and what else is worth keeping. */
function MoreFields({ form: { fields } }: { form: Form }) {
  const { t } = useTranslation('press');
  return (
    <>
      <EvidenceField
        value={fields.values.evidence}
        error={fields.errors.evidenceIds}
        onChange={(change) => fields.setFieldValue('evidence', change)}
      />
      <TextInput type="url" label={t('clipping.url')} {...fields.getInputProps('url')} />
      <PersonField label={t('clipping.author')} {...fields.getInputProps('author')} />
      <Textarea
        label={t('clipping.notes')}
        autosize
        minRows={2}
        {...fields.getInputProps('notes')}
      />
    </>
  );
}

function RemoveClipping({ clipping, onRemoved }: { clipping: Clipping; onRemoved(): void }) {
  const { t } = useTranslation('press');
  const remove = useMutation(api.press.removeClipping.mutationOptions());
  const restore = useMutation(api.press.restoreClipping.mutationOptions());
  return (
    <RemoveButton
      at={clipping}
      message={t('clipping.removed', { title: clipping.title })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Fills in what the last appearance had; the person types what differs. */
function RepeatLast({ form: { fields } }: { form: Form }) {
  const { t } = useTranslation('capture');
  const last = readLast(useSelf().id ?? '');
  if (!last) return null;
  const { unit, ...values } = last;
  const repeat = () => {
    const { measures, ...typed } = fields.values;
    fields.setValues(withKnownChoices({ ...typed, ...values, measures: { ...measures, unit } }));
  };
  return (
    <Button variant="default" size="compact-md" w="fit-content" onClick={repeat}>
      {t('repeat')}
    </Button>
  );
}

/** What of the form tells whether it looks like another appearance. */
function likenessOf(
  values: ClippingValues,
  clippingId: string | undefined,
  pasted?: string,
): Asked {
  const { outletId, day, format, title, url, evidence } = values;
  const evidenceIds = evidence.map(({ id }) => id);
  const addresses = { url: webAddressOf(url), pastedUrl: webAddressOf(pasted) };
  return { clippingId, outletId, day: day || null, format, title, ...addresses, evidenceIds };
}

interface Likeness {
  choice: LikenessChoice;
  /** The address that was pasted, which may have led on to another. */
  pasted: string | undefined;
}

function useClippingForm(
  { clipping, start, entry, onClose }: ClippingFormProps,
  { choice, pasted }: Likeness,
): Form {
  const { t } = useTranslation('press');
  const personId = useSelf().id ?? '';
  const { day } = useToday();
  const create = useMutation(api.press.createClipping.mutationOptions());
  const update = useMutation(api.press.updateClipping.mutationOptions());
  const { requireChoice, keepChoice } = useLikenessChoice();
  const draftOf = clipping ? `${clipping.id}.${clipping.version}` : (start?.url ?? 'new');
  return useRecordForm<ClippingValues>({
    initialValues: clipping ? clippingValues(clipping) : newClipping(day, start),
    draftKey: `clipping.${personId}.${draftOf}`,
    mendDraft: withKnownChoices,
    async save(values, overVersion) {
      const fields = fieldsToSend(values);
      const version = overVersion ?? clipping?.version ?? 1;
      const asked = likenessOf(values, clipping?.id, pasted);
      const signs = await requireChoice(asked, choice);
      const stored = clipping
        ? await update.mutateAsync({ at: { id: clipping.id, version }, fields })
        : await create.mutateAsync(fields);
      keepLast(personId, values);
      await keepChoice(stored, signs, choice, entry);
    },
    onSaved() {
      showDone(t('clipping.saved'));
      onClose();
    },
  });
}

/** Logs or edits an appearance, with its value explained while the person types. */
export function ClippingForm(props: ClippingFormProps) {
  const { clipping, entry, onClose, onReload } = props;
  const { t } = useTranslation('press');
  const { timeZone } = useToday();
  const [addedOutlet, addOutlet] = useState<Partial<OutletValues>>();
  const [many, setMany] = useState<string[]>();
  const [choice, choose] = useState(noChoice);
  const [pasted, setPasted] = useState<string>();
  const form = useClippingForm(props, { choice, pasted });
  const [found] = useSigns([likenessOf(form.fields.values, clipping?.id, pasted)]);
  const { measures } = form.fields.values;
  if (many) return <CaptureMany addresses={many} onClose={onClose} />;
  return (
    <>
      <DrawerForm
        title={clipping ? t('clipping.edit') : t('clipping.add')}
        form={form}
        onClose={onClose}
        onReload={onReload}
        timeZone={timeZone}
        size="lg"
        actions={clipping && <RemoveClipping clipping={clipping} onRemoved={onClose} />}
      >
        {clipping && <SentBackNotice clipping={clipping} />}
        {form.draft && <DraftNotice {...form.draft} onDiscard={form.startOver} />}
        {!clipping && (
          <CaptureBar form={form} onAddOutlet={addOutlet} onMany={setMany} onRead={setPasted} />
        )}
        {!clipping && <RepeatLast form={form} />}
        <PublicationFields form={form} onAddOutlet={() => addOutlet({})} />
        <LiveValue values={form.fields.values} clippingId={clipping?.id} />
        <PlaceFields form={form} />
        <LikenessNotice
          signs={found?.signs.filter(({ id }) => id !== entry?.id) ?? []}
          choice={choice}
          onChoice={choose}
          isNew={!clipping}
        />
        <CoverageFields form={form} eventTitle={clipping?.eventTitle ?? null} />
        <MoreFields form={form} />
        {clipping && <ClippingReview clipping={clipping} />}
      </DrawerForm>
      {addedOutlet && (
        <OutletForm
          start={addedOutlet}
          onClose={() => addOutlet(undefined)}
          onSaved={(id, medium) => {
            const format = form.fields.values.entry === 'url' ? 'web' : usualFormat(medium);
            form.fields.setFieldValue('outletId', id);
            form.fields.setFieldValue('format', format);
            form.fields.setFieldValue('measures.unit', unitFor(format, measures.unit));
          }}
        />
      )}
    </>
  );
}
