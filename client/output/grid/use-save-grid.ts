import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { type ClientFailure, failureOf } from '../../format/failure-message.ts';
import type { GridRow } from '../../grid/grid-rows.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import type { ReadItem } from './read-items.ts';

/** What the server refused, and the rows that it was refused of. */
interface Refused {
  failure: ClientFailure;
  sent: readonly ReadItem[];
  rows: readonly GridRow[];
}

/** Stores all the rows at once or none; what was refused counts until the rows change. */
export function useSaveGrid(rows: readonly GridRow[], onSaved: () => void) {
  const { t } = useTranslation('grid');
  const create = useMutation(api.output.createItems.mutationOptions());
  const remove = useMutation(api.output.removeItems.mutationOptions());
  const [refused, setRefused] = useState<Refused>();

  async function save(sent: readonly ReadItem[]): Promise<void> {
    const items = sent.flatMap(({ item }) => (item ? [item] : []));
    try {
      const ats = await create.mutateAsync({ items });
      setRefused(undefined);
      onSaved();
      showUndo(t('saved', { count: items.length }), () => remove.mutateAsync({ ats }));
    } catch (error) {
      setRefused({ failure: failureOf(error), sent, rows });
    }
  }

  return {
    save,
    isSaving: create.isPending,
    refused: refused?.rows === rows ? refused : undefined,
  };
}
