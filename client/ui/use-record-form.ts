import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { type ClientFailure, failureOf, fieldMessages } from '../format/failure-message.ts';
import { type Draft, forgetDraft, readDraft, useDraft } from './use-draft.ts';

interface RecordFormOptions<Values extends Record<string, unknown>> {
  initialValues: Values;
  /**
   * Sends the values. `overVersion` is the version to write over when the person chose so after
   * somebody else changed the record; otherwise use the version that was opened.
   */
  save(values: Values, overVersion: number | undefined): Promise<unknown>;
  onSaved(): void;
  /** Names the person and the form: what is typed is kept in this browser until it is saved or given up. */
  draftKey?: string;
  /** Puts right what a draft of an older version chose and nobody can choose now; the same values where there is nothing. */
  mendDraft?(values: Values): Values;
}

/** A form over one record: its fields, whether it saves, and why it could not. */
export interface RecordForm<Values extends Record<string, unknown>> {
  fields: UseFormReturnType<Values>;
  failure: ClientFailure | undefined;
  isSaving: boolean;
  isDirty: boolean;
  submit(overVersion?: number): Promise<void>;
  /** What the form shows that was kept from before: when it was typed, and whether all of it is there. */
  draft: Omit<Draft<Values>, 'values'> | undefined;
  /** Gives up what was typed; the form shows what it started from. */
  startOver(): void;
}

/** Keeps what is typed until the server has it; refused fields carry their message. */
export function useRecordForm<Values extends Record<string, unknown>>({
  initialValues,
  save,
  onSaved,
  draftKey,
  mendDraft,
}: RecordFormOptions<Values>): RecordForm<Values> {
  const fields = useForm<Values>({ mode: 'controlled', initialValues });
  const [failure, setFailure] = useState<ClientFailure>();
  const [isSaving, setSaving] = useState(false);
  const [draft, setDraft] = useState(() => readDraft(draftKey, initialValues, mendDraft));
  const isDirty = fields.isDirty();
  useDraft(draftKey, fields.values, isDirty);
  // Once: what was kept is laid over what the form starts from, which stays what it is compared with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft of the opening, not a later one
  useEffect(() => {
    if (draft) fields.setValues(draft.values as Partial<Values>);
  }, []);

  async function submit(overVersion?: number): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    setFailure(undefined);
    fields.clearErrors();
    try {
      await save(fields.values, overVersion);
      fields.resetDirty();
      forgetDraft(draftKey);
      onSaved();
    } catch (error) {
      const refused = failureOf(error);
      setFailure(refused);
      fields.setErrors(fieldMessages(refused));
    } finally {
      setSaving(false);
    }
  }

  function startOver(): void {
    forgetDraft(draftKey);
    setDraft(undefined);
    fields.reset();
  }

  return { fields, failure, isSaving, isDirty, submit, draft, startOver };
}
