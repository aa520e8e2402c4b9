import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';

/** The button that ends a pull under way, once the person has said that this is meant. */
export function CancelPull({ pull }: { pull: PullRow }) {
  const { t } = useTranslation(['pulls', 'ui']);
  const mayCancel = useMayDo('admin', 'coordinator', 'press');
  const [isAsking, question] = useDisclosure(false);
  const cancel = useMutation(api.social.cancelPull.mutationOptions());
  if (!mayCancel || pull.ended !== null || pull.cancelAskedAt !== null) return null;
  async function confirm(): Promise<void> {
    try {
      await cancel.mutateAsync({ pullId: pull.id });
      showDone(t('cancel.asked'));
    } catch (error) {
      showFailure(error);
    }
    question.close();
  }
  return (
    <>
      <Button variant="default" size="xs" onClick={question.open}>
        {t('cancel.action')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={question.close}
        title={t('cancel.title')}
        centered
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text mb="md">{t('cancel.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={question.close} data-autofocus>
            {t('cancel.keep')}
          </Button>
          <Button onClick={confirm} loading={cancel.isPending}>
            {t('cancel.action')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
