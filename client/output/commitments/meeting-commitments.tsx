import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentRow } from '../../../shared/output/commitments.ts';
import { api } from '../../app/api.ts';
import { useMayDo } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CommitmentForm } from './commitment-form.tsx';

/** What was promised at one meeting, in its drawer. */
export function MeetingCommitments({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('commitments');
  const format = useFormat();
  const mayWrite = useMayDo('admin', 'coordinator');
  const [opened, setOpened] = useState<CommitmentRow | 'new'>();
  const { data } = useQuery(api.output.listCommitments.queryOptions({ meetingId, pageSize: 50 }));
  if (!data || (data.total === 0 && !mayWrite)) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('title')}>
      <Group justify="space-between">
        <Text fw={500} size="sm">
          {t('title')}
        </Text>
        {mayWrite && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpened('new')}>
            {t('add')}
          </Button>
        )}
      </Group>
      <List size="sm">
        {data.rows.map((row) => {
          const words = [
            row.departmentName,
            row.dueDay && format.day(row.dueDay),
            t(`states.${row.state}`),
          ];
          return (
            <List.Item key={row.id}>
              {mayWrite ? (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="left"
                  onClick={() => setOpened(row)}
                >
                  {row.text}
                </Anchor>
              ) : (
                row.text
              )}
              {` · ${words.filter(Boolean).join(' · ')}`}
            </List.Item>
          );
        })}
      </List>
      {opened && (
        <CommitmentForm
          meetingId={meetingId}
          commitment={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Stack>
  );
}
