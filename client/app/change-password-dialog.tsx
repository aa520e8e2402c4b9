import { Alert, Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPasswordRefusal } from '../../shared/accounts/password-rule.ts';
import { changePassword } from '../entrance/ask-server.ts';
import { failureMessage, fieldMessages } from '../format/failure-message.ts';
import { showDone } from '../ui/undo-toast.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

/** Changes the own password; the other sessions of the account are closed. */
export default function ChangePasswordDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['app', 'entrance', 'failures', 'ui']);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useFocusBack();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = String(form.get('next'));
    const rule = findPasswordRefusal(next);
    if (rule) return setProblem(t(`failures:rules.${rule}`));
    setBusy(true);
    const refusal = await changePassword(String(form.get('current')), next);
    setBusy(false);
    if (refusal) {
      return setProblem(fieldMessages(refusal).newPassword ?? failureMessage(refusal));
    }
    setProblem(undefined);
    onClose();
    showDone(t('app:password.changed'));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app:changePassword')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {problem && (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <PasswordInput
            name="current"
            label={t('app:password.current')}
            autoComplete="current-password"
            required
            data-autofocus
          />
          <PasswordInput
            name="next"
            label={t('app:password.next')}
            description={t('entrance:passwordHelp')}
            autoComplete="new-password"
            required
          />
          <Text size="sm" c="dimmed">
            {t('app:password.ends')}
          </Text>
          <Button type="submit" loading={isBusy}>
            {t('app:changePassword')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
