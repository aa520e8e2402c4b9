import { Box, Group, Text } from '@mantine/core';

/** A share of a whole, from 0 to 1, as a bar beside its words. */
export function ShareBar({ share, words }: { share: number; words: string }) {
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Box
        aria-hidden
        w={72}
        h={8}
        bg="var(--altavoz-line)"
        style={{ borderRadius: 4, overflow: 'hidden' }}
      >
        <Box h="100%" bg="var(--mantine-color-anchor)" w={`${Math.min(100, 100 * share)}%`} />
      </Box>
      <Text size="sm" span miw={56} ta="right">
        {words}
      </Text>
    </Group>
  );
}
