import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { destinationsFor } from './navigation.ts';
import { useSelf } from './self.tsx';

function Line({ keys, text }: { keys: string; text: string }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      <Kbd>{keys}</Kbd>
    </Group>
  );
}

/** The keys that work on every page. */
export default function ShortcutList({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['app', 'ui']);
  const places = destinationsFor(useSelf().role);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
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
