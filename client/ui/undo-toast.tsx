import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { failureMessage, failureOf } from '../format/failure-message.ts';

/** What every toast has: its place, a border, and a button to close it that says so. */
function toast() {
  return {
    position: 'bottom-center' as const,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('ui:close') },
  };
}

/** Says that something was done. */
export function showDone(message: string): void {
  notifications.show({ ...toast(), message, color: 'accent', autoClose: 5_000 });
}

/** Says that something failed, what was kept and what to do. */
export function showFailure(error: unknown): void {
  notifications.show({
    ...toast(),
    title: i18next.t('failures:title'),
    message: failureMessage(failureOf(error)),
    color: 'red',
    autoClose: 10_000,
  });
}

/** Says what was done and offers to undo it for ten seconds. */
export function showUndo(message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${Date.now()}`;
  async function run(): Promise<void> {
    notifications.hide(id);
    try {
      await undo();
      showDone(i18next.t('ui:undone'));
    } catch (error) {
      showFailure(error);
    }
  }
  notifications.show({
    ...toast(),
    id,
    color: 'accent',
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={run}>
          {i18next.t('ui:undo')}
        </Button>
      </Group>
    ),
  });
}
