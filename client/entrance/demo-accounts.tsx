import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../format/failure-message.ts';
import { type Entrance, type SignInRefusal, signIn } from './ask-server.ts';

type Account = Entrance['demoAccounts'][number];

/** One button for each account of the demonstration. */
export function DemoAccounts({ accounts, onEnter }: { accounts: Account[]; onEnter(): void }) {
  const { t } = useTranslation('entrance');
  const [entering, setEntering] = useState<string>();
  const [refusal, setRefusal] = useState<SignInRefusal>();

  async function enter(account: Account): Promise<void> {
    setEntering(account.email);
    const refused = await signIn(account.email, account.password);
    setEntering(undefined);
    setRefusal(refused);
    if (!refused) onEnter();
  }

  return (
    <Stack gap="xs">
      <Text fw={600}>{t('demoTitle')}</Text>
      <Text size="sm" c="dimmed">
        {t('demoText')}
      </Text>
      {refusal !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {refusal === 'wrong_password' ? t('wrongPassword') : failureMessage(refusal)}
        </Alert>
      )}
      {accounts.map((account) => (
        <Button
          key={account.email}
          variant="default"
          justify="space-between"
          loading={entering === account.email}
          disabled={entering !== undefined && entering !== account.email}
          rightSection={
            <Text span size="xs" c="dimmed">
              {account.name}
            </Text>
          }
          onClick={() => enter(account)}
        >
          {t(`roles.${account.role}`)}
        </Button>
      ))}
    </Stack>
  );
}
