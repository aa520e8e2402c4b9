import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { destinationsFor } from './navigation.ts';
import { useSelf } from './self.tsx';

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('main [data-page-search]')?.focus();
}

function pressPrimaryAction(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(
    'main [data-page-action] > button:not([data-period])',
  );
  buttons[buttons.length - 1]?.click();
}

function Line({ keys, text }: { keys: string; text: string }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      <Kbd>{keys}</Kbd>
    </Group>
  );
}

/** The keys that work on every page, and the list of them. */
export function Shortcuts() {
  const { t } = useTranslation(['app', 'ui']);
  const [isOpen, list] = useDisclosure(false);
  const navigate = useNavigate();
  const places = destinationsFor(useSelf().role);
  useHotkeys([
    ['shift+?', list.open],
    ['/', focusSearch],
    ['n', pressPrimaryAction],
    ...places.map(({ to }, index): [string, () => void] => [
      `alt+${index + 1}`,
      () => {
        navigate({ to });
      },
    ]),
  ]);
  return (
    <Modal
      opened={isOpen}
      onClose={list.close}
      title={t('app:shortcuts')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="xs">
        <Line keys="?" text={t('app:shortcutHelp.open')} />
        <Line keys="/" text={t('app:shortcutHelp.search')} />
        <Line keys="N" text={t('app:shortcutHelp.create')} />
        {places.map(({ page }, index) => (
          <Line key={page} keys={`Alt ${index + 1}`} text={t(`app:pages.${page}`)} />
        ))}
      </Stack>
    </Modal>
  );
}
