import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteProgress } from '../../../shared/imports/rows.ts';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { api } from '../../app/api.ts';
import { type ClientFailure, failureOf } from '../../format/failure-message.ts';
import { showDone } from '../../ui/undo-toast.tsx';
import { followProgress } from './follow-progress.ts';

type Action = 'write' | 'undo';

/** What can be done with an import of a sheet: write it, put it aside, undo it; and how that goes. */
export function useSheetActions({ id, fileName: name }: SheetImportRow, onAside: () => void) {
  const { t } = useTranslation('sheets');
  const [progress, setProgress] = useState<WriteProgress<SheetImportRow> & { action: Action }>();
  const [failure, setFailure] = useState<ClientFailure>();
  const { mutateAsync: follow } = useMutation({
    mutationFn: (action: Action) =>
      followProgress(id, action, (step) => setProgress({ ...step, action })),
    networkMode: 'always',
  });
  const { mutateAsync: discard } = useMutation(api.imports.discardSheetImport.mutationOptions());

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

  function run(action: Action, done: string): Promise<boolean> {
    setProgress({ done: 0, total: 0, finished: false, action });
    return attempt(() => follow(action), done);
  }

  return {
    progress,
    failure,
    write: () => run('write', t('preview.done', { name })),
    undo: () => run('undo', t('preview.undone', { name })),
    async discard() {
      if (await attempt(() => discard({ id }), t('preview.discarded'))) onAside();
    },
  };
}

export type SheetActions = ReturnType<typeof useSheetActions>;
