import { Alert, Button, Drawer, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../format/failure-message.ts';
import { ConfirmLeave, LeaveDialog } from './confirm-leave.tsx';
import { RecordChanged } from './record-changed.tsx';
import { showUnread } from './show-unread.ts';
import { useFocusBack } from './use-focus-back.ts';
import { useFocusOnFailure } from './use-focus-on-failure.ts';
import type { RecordForm } from './use-record-form.ts';

interface DrawerFormProps<Values extends Record<string, unknown>> {
  title: string;
  form: RecordForm<Values>;
  onClose(): void;
  timeZone: string;
  submitLabel?: string;
  /** False while there is nothing that could be saved. */
  canSubmit?: boolean;
  /** Beside the button that saves: "quitar", "guardar y agregar otra". */
  actions?: ReactNode;
  onReload?: () => void;
  size?: string;
  /** Below the form and no part of it: lists with forms of their own. */
  below?: ReactNode;
  children: ReactNode;
}

/**
 * A form at the side of the page: Enter saves, Esc leaves after asking when something is unsaved.
 * Mount it only while it is open, so that each opening starts clean.
 */
export function DrawerForm<Values extends Record<string, unknown>>(props: DrawerFormProps<Values>) {
  const { title, form, onClose, timeZone, submitLabel, canSubmit = true } = props;
  const { actions, onReload, size, below, children } = props;
  const { t } = useTranslation('ui');
  useFocusBack();
  const [isAsking, question] = useDisclosure(false);
  const { failure } = form;
  const place = useFocusOnFailure(failure);
  // After this key press has ended: the dialog would take the same Esc as its own and close at once.
  const close = () => (form.isDirty ? setTimeout(question.open) : onClose());
  return (
    <>
      <Drawer
        opened
        onClose={close}
        closeOnEscape={!isAsking}
        position="right"
        size={size ?? 'md'}
        title={title}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form
          ref={place}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (canSubmit && !showUnread(event.currentTarget)) form.submit();
          }}
        >
          <Stack gap="md">
            {failure?.code === 'record_changed' && (
              <RecordChanged
                failure={failure}
                timeZone={timeZone}
                onReload={onReload}
                onOverwrite={() => form.submit(failure.currentVersion)}
              />
            )}
            {failure && failure.code !== 'record_changed' && (
              <Alert color="red" variant="light" role="alert" tabIndex={-1} data-failure>
                {failureMessage(failure)}
              </Alert>
            )}
            {children}
            <Group justify="flex-end">
              {actions}
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={form.isSaving} disabled={!canSubmit}>
                {submitLabel ?? t('save')}
              </Button>
            </Group>
          </Stack>
        </form>
        {below}
      </Drawer>
      <LeaveDialog
        isOpen={isAsking}
        onStay={question.close}
        onLeave={() => {
          question.close();
          form.startOver();
          onClose();
        }}
      />
      <ConfirmLeave isDirty={form.isDirty} />
    </>
  );
}
