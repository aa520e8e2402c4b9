import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputTallyRow } from '../../shared/output/rows.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { useKindWords } from './use-kind-words.ts';

/** Removes a monthly total and offers to bring it back; says why when it could not. */
export function useRemoveTally(): (row: OutputTallyRow) => Promise<boolean> {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  const remove = useMutation(api.output.removeTally.mutationOptions());
  const restore = useMutation(api.output.restoreTally.mutationOptions());
  return async ({ id, version, kind, month }) => {
    try {
      const at = await remove.mutateAsync({ id, version });
      const facts = { kind: words.many(kind), month: format.longMonth(month) };
      showUndo(t('tallies.removed', facts), () => restore.mutateAsync(at));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  };
}
