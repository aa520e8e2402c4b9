import { Center, FocusTrap, Overlay, Paper, Portal, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readEntrance } from '../entrance/ask-server.ts';
import { SignInForm } from '../entrance/sign-in-form.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { queryClient } from './api.ts';
import { useSelf } from './self.tsx';
import { sessionIsBack, useSessionEnd } from './session-end.ts';

const overEverything = 1_000;

/** The sign-in dialog over a page whose session ended; the page stays as it was. */
export function SignInAgain() {
  const { t } = useTranslation('entrance');
  const isEnded = useSessionEnd();
  const before = useSelf();
  const title = useId();
  useFocusBack(isEnded);

  async function enter(): Promise<void> {
    const outcome = await readEntrance();
    if ('failure' in outcome || !outcome.data.self) return;
    if (outcome.data.self.id !== before.id) return window.location.reload();
    sessionIsBack();
    await queryClient.invalidateQueries();
  }

  if (!isEnded) return null;
  return (
    <Portal>
      <Overlay fixed zIndex={overEverything} />
      <Center pos="fixed" inset={0} p="md" style={{ zIndex: overEverything + 1 }}>
        <FocusTrap>
          <Paper
            role="dialog"
            aria-modal
            aria-labelledby={title}
            p="lg"
            radius="md"
            w="100%"
            maw={440}
          >
            <Stack>
              <Title order={2} id={title}>
                {t('sessionEnded')}
              </Title>
              <Text size="sm">{t('sessionEndedText')}</Text>
              <SignInForm onEnter={enter} />
            </Stack>
          </Paper>
        </FocusTrap>
      </Center>
    </Portal>
  );
}
