import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../format/failure-message.ts';
import { useCountingBoth } from './counting-both.ts';

/** Asks, over any form, before a month counts its records and its total together. */
export function CountBothDialog() {
  const { t } = useTranslation('ui');
  const question = useCountingBoth();
  if (!question) return null;
  return (
    <Modal
      opened
      onClose={() => question.answer(false)}
      title={t('countBoth.title')}
      centered
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text mb="md">{failureMessage(question.failure)}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => question.answer(true)}>
          {t('countBoth.agree')}
        </Button>
        <Button onClick={() => question.answer(false)} data-autofocus>
          {t('countBoth.refuse')}
        </Button>
      </Group>
    </Modal>
  );
}
