import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../format/failure-message.ts';
import { type SignInRefusal, signIn } from './ask-server.ts';

/** Asks for e-mail and password; `onEnter` runs once the session is open. */
export function SignInForm({ onEnter }: { onEnter(): void }) {
  const { t } = useTranslation('entrance');
  const [refusal, setRefusal] = useState<SignInRefusal>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const refused = await signIn(String(form.get('email')), String(form.get('password')));
    setBusy(false);
    setRefusal(refused);
    if (!refused) onEnter();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {refusal !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {refusal === 'wrong_password' ? t('wrongPassword') : failureMessage(refusal)}
          </Alert>
        )}
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
        />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={isBusy}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
