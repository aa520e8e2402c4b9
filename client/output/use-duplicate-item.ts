import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { repeatedItem } from '../../shared/output/repeat.ts';
import { api } from '../app/api.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { type ItemValues, sentItem } from './item-values.ts';
import { useKinds } from './use-kinds.ts';

/** Logs what was planned of an item once more, as the form has it, and offers to take it back. @param onDone after it was logged. */
export function useDuplicateItem(onDone: () => void): (values: ItemValues) => Promise<void> {
  const { t } = useTranslation('output');
  const create = useMutation(api.output.createItem.mutationOptions());
  const remove = useMutation(api.output.removeItem.mutationOptions());
  const { byId } = useKinds();
  return async (values) => {
    try {
      const fields = byId.get(values.kind)?.fields ?? [];
      const at = await create.mutateAsync(
        repeatedItem(sentItem(values), fields, { day: values.day, step: 1 }),
      );
      showUndo(t('duplicated', { title: values.title }), () => remove.mutateAsync(at));
      onDone();
    } catch (error) {
      showFailure(error);
    }
  };
}
