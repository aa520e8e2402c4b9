import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClientFailure, failureMessage, fieldMessages } from '../format/failure-message.ts';
import { createFirstAdministrator, signIn } from './ask-server.ts';

/** Creates the first administrator with the code that the terminal printed, and signs in. */
export function SetupForm({ onEnter }: { onEnter(): void }) {
  const { t } = useTranslation('entrance');
  const [failure, setFailure] = useState<ClientFailure>();
  const [isBusy, setBusy] = useState(false);
  const errors = failure ? fieldMessages(failure) : {};

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name));
    const fields = {
      code: field('code'),
      name: field('name'),
      email: field('email'),
      password: field('password'),
    };
    setBusy(true);
    const outcome = await createFirstAdministrator(fields);
    setFailure('failure' in outcome ? outcome.failure : undefined);
    if ('data' in outcome) {
      await signIn(fields.email, fields.password);
      onEnter();
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Title order={2}>{t('setupTitle')}</Title>
        <Text size="sm" c="dimmed">
          {t('setupText')}
        </Text>
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failure)}
          </Alert>
        )}
        <TextInput name="code" label={t('code')} autoComplete="one-time-code" error={errors.code} />
        <TextInput name="name" label={t('name')} autoComplete="name" error={errors.name} />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          error={errors.email}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('passwordHelp')}
          autoComplete="new-password"
          error={errors.password}
        />
        <Button type="submit" loading={isBusy}>
          {t('create')}
        </Button>
      </Stack>
    </form>
  );
}
