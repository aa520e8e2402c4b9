import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readEntrance } from '../entrance/ask-server.ts';
import { SignInForm } from '../entrance/sign-in-form.tsx';
import { queryClient } from './api.ts';
import { useSelf } from './self.tsx';
import { sessionIsBack, useSessionEnd } from './session-end.ts';

/** The sign-in dialog over a page whose session ended; the page stays as it was. */
export function SignInAgain() {
  const { t } = useTranslation('entrance');
  const isEnded = useSessionEnd();
  const before = useSelf();

  async function enter(): Promise<void> {
    const outcome = await readEntrance();
    if ('failure' in outcome || !outcome.data.self) return;
    if (outcome.data.self.id !== before.id) return window.location.reload();
    sessionIsBack();
    await queryClient.invalidateQueries();
  }

  return (
    <Modal
      opened={isEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('sessionEnded')}
      zIndex={1_000}
      centered
    >
      <Stack>
        <Text size="sm">{t('sessionEndedText')}</Text>
        <SignInForm onEnter={enter} />
      </Stack>
    </Modal>
  );
}
