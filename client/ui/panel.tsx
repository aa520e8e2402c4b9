import { Box, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  title?: string;
  /** One line under the title: the unit, the source, the period. */
  note?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A quiet box with a heading. */
export function Panel({ title, note, actions, children }: PanelProps) {
  const id = useId();
  return (
    <Paper
      withBorder
      radius="md"
      p="md"
      bg="var(--altavoz-panel)"
      component="section"
      aria-labelledby={title ? id : undefined}
    >
      {(title || actions) && (
        <Group justify="space-between" align="flex-start" mb="sm" gap="xs">
          <Box>
            {title && (
              <Title order={2} id={id}>
                {title}
              </Title>
            )}
            {note && (
              <Text size="sm" c="dimmed" component="div">
                {note}
              </Text>
            )}
          </Box>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      {children}
    </Paper>
  );
}
