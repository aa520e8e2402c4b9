import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProgress, ImportRow } from '../../shared/imports/rows.ts';
import { api } from '../app/api.ts';
import { type ClientFailure, failureOf } from '../format/failure-message.ts';
import { showDone } from '../ui/undo-toast.tsx';
import { writeWithProgress } from './write-with-progress.ts';

/** What can be done with an import: write it, put it aside, undo it; and how that goes. */
export function useImportActions({ id, fileName }: ImportRow, onAside: () => void) {
  const { t } = useTranslation('imports');
  const [progress, setProgress] = useState<ImportProgress>();
  const [failure, setFailure] = useState<ClientFailure>();
  const { mutateAsync: write } = useMutation({
    mutationFn: () => writeWithProgress(id, setProgress),
    networkMode: 'always',
  });
  const { mutateAsync: discard } = useMutation(api.imports.discardImport.mutationOptions());
  const undoing = useMutation(api.imports.undoImport.mutationOptions());

  async function attempt(action: () => Promise<unknown>, done: string): Promise<boolean> {
    setFailure(undefined);
    try {
      await action();
      showDone(done);
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setProgress(undefined);
    }
  }

  return {
    progress,
    failure,
    isUndoing: undoing.isPending,
    async write() {
      setProgress({ done: 0, total: 0, finished: false });
      await attempt(() => write(), t('preview.done', { name: fileName }));
    },
    async discard() {
      if (await attempt(() => discard({ id }), t('preview.discarded'))) onAside();
    },
    undo: () => attempt(() => undoing.mutateAsync({ id }), t('preview.undone', { name: fileName })),
  };
}

export type ImportActions = ReturnType<typeof useImportActions>;
