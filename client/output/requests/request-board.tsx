import { Anchor, Badge, Box, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type RequestRow,
  type RequestState,
  requestStates,
} from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { Show } from '../../ui/states.tsx';
import { RequestCard } from './request-card.tsx';

/** A column shows no more; the list has the others. */
const cards = 30;

interface RequestBoardProps {
  asked: { search: string; departmentId: string | undefined };
  onOpen(row: RequestRow): void;
  /** Absent for those who may only read. */
  onMove?: (row: RequestRow, state: RequestState) => void;
  onList(state: RequestState): void;
}

interface ColumnProps extends RequestBoardProps {
  state: RequestState;
  dragged: RequestRow | undefined;
  onDrag(row: RequestRow | undefined): void;
}

function Column({ state, asked, onOpen, onMove, onList, dragged, onDrag }: ColumnProps) {
  const { t } = useTranslation('requests');
  const [isOver, setOver] = useState(false);
  const query = useQuery(
    api.output.listRequests.queryOptions(
      { ...asked, state, pageSize: cards },
      { placeholderData: keepPreviousData },
    ),
  );
  const takes = onMove && dragged && dragged.state !== state;
  return (
    <Box
      component="section"
      aria-label={t(`columns.${state}`)}
      p="xs"
      style={{
        borderRadius: 'var(--mantine-radius-md)',
        border: '1px dashed var(--mantine-color-default-border)',
        outline: isOver && takes ? '2px solid var(--mantine-primary-color-filled)' : undefined,
      }}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (takes) onMove(dragged, state);
      }}
    >
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h5">
          {t(`columns.${state}`)}
        </Title>
        <Badge variant="default">{query.data?.total ?? '…'}</Badge>
      </Group>
      <Show query={query} height={120}>
        {({ rows, total }) => (
          <Stack gap="xs" component="ul" m={0} p={0}>
            {rows.map((row) => (
              <RequestCard
                key={row.id}
                row={row}
                onOpen={() => onOpen(row)}
                onMove={onMove && ((to) => onMove(row, to))}
                onDrag={onDrag}
              />
            ))}
            {total === 0 && (
              <Text component="li" size="sm" c="dimmed" style={{ listStyle: 'none' }}>
                {t('nothingHere')}
              </Text>
            )}
            {total > rows.length && (
              <li style={{ listStyle: 'none' }}>
                <Anchor component="button" size="sm" onClick={() => onList(state)}>
                  {t('more', { total })}
                </Anchor>
              </li>
            )}
          </Stack>
        )}
      </Show>
    </Box>
  );
}

/** The requests by state, each to be moved on. */
export function RequestBoard(props: RequestBoardProps) {
  const [dragged, setDragged] = useState<RequestRow>();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
      {requestStates.map((state) => (
        <Column key={state} state={state} dragged={dragged} onDrag={setDragged} {...props} />
      ))}
    </SimpleGrid>
  );
}
