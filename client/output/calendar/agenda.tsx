import { Box, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../shared/calendar/day.ts';
import { useFormat } from '../../format/use-format.ts';
import type { Entry } from './entries.ts';
import { EntryButton } from './entry-button.tsx';

/** The days that hold something, one under the other: what a narrow screen shows. */
export function Agenda({ days, entries }: { days: readonly Day[]; entries: Map<string, Entry[]> }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const full = days.filter((day) => entries.has(day));
  if (full.length === 0) return <Text c="dimmed">{t('empty')}</Text>;
  return (
    <Stack gap="sm">
      {full.map((day) => (
        <Box key={day} component="section">
          <Title order={3} size="h6">
            {format.day(day)}
          </Title>
          {entries.get(day)?.map((entry) => (
            <EntryButton key={entry.id} entry={entry} isWhole />
          ))}
        </Box>
      ))}
    </Stack>
  );
}
