import { Stack } from '@mantine/core';
import type { OutputItemDetail } from '../../shared/output/rows.ts';
import { CausedCoverage } from './caused-coverage.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { MeetingCommitments } from './commitments/meeting-commitments.tsx';

/** What an item is joined to: what was promised at it, its chain, the appearances that it caused. */
export function ItemRelations({ item }: { item: OutputItemDetail }) {
  return (
    <Stack gap="md" mt="lg">
      {item.kind === 'community_meeting' && <MeetingCommitments meetingId={item.id} />}
      <ChainPanel itemId={item.id} />
      <CausedCoverage itemId={item.id} />
    </Stack>
  );
}
