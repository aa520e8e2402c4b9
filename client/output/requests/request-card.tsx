import { ActionIcon, Group, Menu, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type RequestRow,
  type RequestState,
  requestStates,
} from '../../../shared/output/requests/request.ts';
import { useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useKindWords } from '../use-kind-words.ts';

/** When a request is due, in words; a late one says so. */
export function DueDay({ row }: { row: Pick<RequestRow, 'dueDay' | 'state'> }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { day: today } = useToday();
  if (row.dueDay === null) return t('noDue');
  const isOpen = row.state === 'asked' || row.state === 'in_work';
  const day = format.day(row.dueDay);
  if (!isOpen || row.dueDay >= today) return t('due', { day });
  return (
    <Text span inherit fw={600} c="var(--mantine-color-error)">
      {t('overdue', { day })}
    </Text>
  );
}

interface RequestCardProps {
  row: RequestRow;
  onOpen(): void;
  /** Absent where the person may not move it. */
  onMove?: (state: RequestState) => void;
  onDrag(row: RequestRow | undefined): void;
}

/** A request on the board: dragged to another column, or moved with its menu. */
export function RequestCard({ row, onOpen, onMove, onDrag }: RequestCardProps) {
  const { t } = useTranslation('requests');
  const words = useKindWords();
  return (
    <Paper
      component="li"
      withBorder
      p="xs"
      draggable={onMove !== undefined}
      style={{ cursor: onMove ? 'grab' : undefined, listStyle: 'none' }}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', row.title);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(row);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <UnstyledButton onClick={onOpen} style={{ overflowWrap: 'anywhere' }}>
          <Text fw={600} size="sm">
            {row.title}
          </Text>
        </UnstyledButton>
        {onMove && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={t('move', { title: row.title })}>
                <IconDotsVertical size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {requestStates
                .filter((state) => state !== row.state)
                .map((state) => (
                  <Menu.Item key={state} onClick={() => onMove(state)}>
                    {t('moveTo', { state: t(`states.${state}`) })}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {[row.kind && words.one(row.kind), row.departmentName, row.requestedBy]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        <DueDay row={row} />
        {row.itemCount > 0 && ` · ${t('made', { count: row.itemCount })}`}
      </Text>
    </Paper>
  );
}
