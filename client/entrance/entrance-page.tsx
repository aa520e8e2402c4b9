import { Box, Center, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entrance } from './ask-server.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { LanguageSwitch, ThemeSwitch } from './look-switches.tsx';
import { SetupForm } from './setup-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The first screen: sign-in, or the first set-up where there is no account yet. */
export function EntrancePage({ entrance, onEnter }: { entrance: Entrance; onEnter(): void }) {
  const { t } = useTranslation('entrance');
  const title = entrance.needsSetup ? t('setupTitle') : t('signIn');
  useEffect(() => {
    document.title = `${title} · Altavoz`;
  }, [title]);
  return (
    <Center mih="100dvh" component="main" p="md">
      <Stack w="100%" maw={420} gap="lg">
        <Group gap="sm" wrap="nowrap" align="center">
          <img src="/favicon.svg" alt="" width={44} height={44} />
          <Box>
            <Title order={1}>{t('product')}</Title>
            <Text size="sm" c="dimmed">
              {t('tagline')}
            </Text>
          </Box>
        </Group>
        <Paper withBorder p="lg" radius="md">
          {entrance.needsSetup ? (
            <SetupForm onEnter={onEnter} />
          ) : (
            <Stack gap="lg">
              {entrance.isDemo && (
                <>
                  <DemoAccounts accounts={entrance.demoAccounts} onEnter={onEnter} />
                  <Divider />
                </>
              )}
              <SignInForm onEnter={onEnter} />
            </Stack>
          )}
        </Paper>
        <Group justify="space-between">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Stack>
    </Center>
  );
}
