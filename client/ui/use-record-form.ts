import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { type ClientFailure, failureOf, fieldMessages } from '../format/failure-message.ts';

interface RecordFormOptions<Values extends Record<string, unknown>> {
  initialValues: Values;
  /**
   * Sends the values. `overVersion` is the version to write over when the person chose so after
   * somebody else changed the record; otherwise use the version that was opened.
   */
  save(values: Values, overVersion: number | undefined): Promise<unknown>;
  onSaved(): void;
}

/** A form over one record: its fields, whether it saves, and why it could not. */
export interface RecordForm<Values extends Record<string, unknown>> {
  fields: UseFormReturnType<Values>;
  failure: ClientFailure | undefined;
  isSaving: boolean;
  isDirty: boolean;
  submit(overVersion?: number): Promise<void>;
}

/** Keeps what is typed until the server has it; refused fields carry their message. */
export function useRecordForm<Values extends Record<string, unknown>>({
  initialValues,
  save,
  onSaved,
}: RecordFormOptions<Values>): RecordForm<Values> {
  const fields = useForm<Values>({ mode: 'controlled', initialValues });
  const [failure, setFailure] = useState<ClientFailure>();
  const [isSaving, setSaving] = useState(false);

  async function submit(overVersion?: number): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    setFailure(undefined);
    fields.clearErrors();
    try {
      await save(fields.values, overVersion);
      fields.resetDirty();
      onSaved();
    } catch (error) {
      const refused = failureOf(error);
      setFailure(refused);
      fields.setErrors(fieldMessages(refused));
    } finally {
      setSaving(false);
    }
  }

  return { fields, failure, isSaving, isDirty: fields.isDirty(), submit };
}
