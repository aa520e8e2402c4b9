import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One thing that a person should see to, with the way there. */
export function Matter({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden color="var(--mantine-color-error)" />
      <Text size="sm" style={{ flex: 1 }}>
        {text} {children}
      </Text>
    </Group>
  );
}
