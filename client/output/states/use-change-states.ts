import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputItemRow } from '../../../shared/output/rows.ts';
import type { OutputState } from '../../../shared/output/state.ts';
import { api } from '../../app/api.ts';
import { showFailure, showUndo } from '../../ui/undo-toast.tsx';

type Stated = Pick<OutputItemRow, 'id' | 'version' | 'state' | 'stateReason'>;

const said = {
  done: 'state.confirmed',
  cancelled: 'state.calledOff',
  planned: 'state.plannedAgain',
} as const;

/** Puts items in a state, all or none, and offers to put them back in theirs. Tells whether it went. */
export function useChangeStates() {
  const { t } = useTranslation('output');
  const edit = useMutation(api.output.editItems.mutationOptions());
  async function change(
    rows: readonly Stated[],
    state: OutputState,
    stateReason: string | null = null,
  ): Promise<boolean> {
    try {
      const edits = rows.map(({ id, version }) => ({
        at: { id, version },
        change: { state, stateReason },
      }));
      const after = await edit.mutateAsync({ edits });
      const before = new Map(rows.map((row) => [row.id, row]));
      const back = after.map((at) => {
        const { state: was = state, stateReason: why = null } = before.get(at.id) ?? {};
        return { at, change: { state: was, stateReason: why } };
      });
      showUndo(t(said[state], { count: rows.length }), () => edit.mutateAsync({ edits: back }));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  }
  return { change, isChanging: edit.isPending };
}
