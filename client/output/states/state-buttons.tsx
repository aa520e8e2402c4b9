import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../app/self.tsx';
import type { MarkedItems } from '../many/use-marked-items.ts';
import { useChangeStates } from './use-change-states.ts';

/** Says of the items that are marked that they took place, are called off, or are planned again. */
export function StateButtons({ marked }: { marked: MarkedItems }) {
  const { t } = useTranslation(['output', 'ui']);
  const { day: today } = useToday();
  const { change, isChanging } = useChangeStates();
  const [isAsking, reasons] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const toConfirm = marked.rows.filter(({ state, day }) => state !== 'done' && day <= today);
  const toCallOff = marked.rows.filter(({ state }) => state !== 'cancelled');
  const calledOff = marked.rows.filter(({ state }) => state === 'cancelled');
  async function run(...args: Parameters<typeof change>): Promise<void> {
    if (!(await change(...args))) return;
    reasons.close();
    marked.clear();
  }
  return (
    <>
      {toConfirm.length > 0 && (
        <Button
          variant="light"
          size="compact-sm"
          loading={isChanging}
          onClick={() => run(toConfirm, 'done')}
        >
          {t('state.confirm')}
        </Button>
      )}
      {toCallOff.length > 0 && (
        <Button variant="light" size="compact-sm" onClick={reasons.open}>
          {t('state.cancel')}
        </Button>
      )}
      {calledOff.length > 0 && (
        <Button variant="light" size="compact-sm" onClick={() => run(calledOff, 'planned')}>
          {t('state.bringBack')}
        </Button>
      )}
      <Modal
        opened={isAsking}
        onClose={reasons.close}
        title={t('state.cancel')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Stack>
          <TextInput
            label={t('state.reason')}
            data-autofocus
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            loading={isChanging}
            onClick={() => run(toCallOff, 'cancelled', reason.trim() || null)}
          >
            {t('state.cancel')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
