import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';

/** Removes an item and offers to bring it back; says why when it could not. */
export function useRemoveItem(): (item: {
  id: string;
  version: number;
  title: string;
}) => Promise<boolean> {
  const { t } = useTranslation('output');
  const remove = useMutation(api.output.removeItem.mutationOptions());
  const restore = useMutation(api.output.restoreItem.mutationOptions());
  return async ({ id, version, title }) => {
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('removed', { title }), () => restore.mutateAsync(at));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  };
}
