import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';

/** Removes an item with the later ones of its series and offers to bring them back; says why when it could not. */
export function useRemoveSeries(): (item: {
  id: string;
  version: number;
  title: string;
}) => Promise<boolean> {
  const { t } = useTranslation('output');
  const remove = useMutation(api.output.removeSeries.mutationOptions());
  const restore = useMutation(api.output.restoreItems.mutationOptions());
  return async ({ id, version, title }) => {
    try {
      const ats = await remove.mutateAsync({ id, version });
      const said = t('repeat.removed', { title, count: ats.length });
      showUndo(said, () => restore.mutateAsync({ ats }));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  };
}
