import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordVersion } from '../../shared/records.ts';
import { showFailure, showUndo } from './undo-toast.tsx';

interface RemoveButtonProps {
  at: RecordVersion;
  /** What to say once it is removed, with a way to undo it. */
  message: string;
  remove(at: RecordVersion): Promise<RecordVersion>;
  restore(at: RecordVersion): Promise<unknown>;
  onRemoved(): void;
}

/** Removes a record at once and offers to undo it. */
export function RemoveButton({ at, message, remove, restore, onRemoved }: RemoveButtonProps) {
  const { t } = useTranslation('ui');
  const [isRemoving, setRemoving] = useState(false);
  async function takeAway(): Promise<void> {
    setRemoving(true);
    try {
      const removed = await remove({ id: at.id, version: at.version });
      onRemoved();
      showUndo(message, () => restore(removed));
    } catch (error) {
      showFailure(error);
    } finally {
      setRemoving(false);
    }
  }
  return (
    <Button variant="subtle" color="red" mr="auto" loading={isRemoving} onClick={takeAway}>
      {t('remove')}
    </Button>
  );
}
