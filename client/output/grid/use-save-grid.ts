import { useMutation } from '@tanstack/react-query';
import { type Dispatch, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { type ClientFailure, failureOf } from '../../format/failure-message.ts';
import type { GridRow } from '../../grid/grid-rows.ts';
import type { GridAction } from '../../grid/grid-state.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import type { ReadItem } from './read-items.ts';

/** What the server refused, and the rows that it was refused of. */
interface Refused {
  failure: ClientFailure;
  sent: readonly ReadItem[];
  rows: readonly GridRow[];
}

/** Stores all the rows at once or none; what was refused counts until the rows change. What is taken back is typed again. */
export function useSaveGrid(rows: readonly GridRow[], act: Dispatch<GridAction>) {
  const { t } = useTranslation('grid');
  const create = useMutation(api.output.createItems.mutationOptions());
  const remove = useMutation(api.output.removeItems.mutationOptions());
  const [refused, setRefused] = useState<Refused>();

  async function save(sent: readonly ReadItem[]): Promise<void> {
    const items = sent.flatMap(({ item }) => (item ? [item] : []));
    try {
      const ats = await create.mutateAsync({ items });
      setRefused(undefined);
      act({ do: 'startOver' });
      showUndo(t('saved', { count: items.length }), async () => {
        await remove.mutateAsync({ ats });
        act({ do: 'giveBack', rows });
      });
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
