import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RequestRow, RequestState } from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { showFailure, showUndo } from '../../ui/undo-toast.tsx';

/** Puts a request in another state, with a way back. */
export function useMoveRequest() {
  const { t } = useTranslation('requests');
  const { mutateAsync } = useMutation(api.output.moveRequest.mutationOptions());
  return async ({ id, version, title, state: before }: RequestRow, state: RequestState) => {
    try {
      const at = await mutateAsync({ at: { id, version }, state });
      showUndo(t('moved', { title, state: t(`states.${state}`) }), () =>
        mutateAsync({ at, state: before }),
      );
    } catch (error) {
      showFailure(error);
    }
  };
}
