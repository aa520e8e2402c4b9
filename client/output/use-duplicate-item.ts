import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { type ItemValues, sentItem } from './item-values.ts';

/** Logs an item once more as the form has it, and offers to take it back. @param onDone after it was logged. */
export function useDuplicateItem(onDone: () => void): (values: ItemValues) => Promise<void> {
  const { t } = useTranslation('output');
  const create = useMutation(api.output.createItem.mutationOptions());
  const remove = useMutation(api.output.removeItem.mutationOptions());
  return async (values) => {
    try {
      // The copy is of no series and answers no request.
      const item = { ...sentItem(values), seriesId: null, requestId: null };
      const at = await create.mutateAsync(item);
      showUndo(t('duplicated', { title: values.title }), () => remove.mutateAsync(at));
      onDone();
    } catch (error) {
      showFailure(error);
    }
  };
}
