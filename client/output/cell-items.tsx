import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './matrix-cell.module.css';
import { StateBadge } from './states/state-badge.tsx';
import { useOutputSearch } from './use-output-search.ts';

interface CellItemsProps {
  /** The first of the items. */
  rows: OutputItemRow[];
  total: number;
  /** Whether they are what is planned, and not counted. */
  isPlanned?: boolean;
  /** Shows all of them in the list. */
  onAll(): void;
}

/** The items that a cell of the matrix counts, or those planned beside them, each to open. */
export function CellItems({ rows, total, isPlanned = false, onAll }: CellItemsProps) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const [, change] = useOutputSearch();
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t(isPlanned ? 'months.planned' : 'cell.records')}: {format.number(total)}
      </Title>
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={classes.record}
              onClick={() => change({ open: row.id })}
            >
              <span>
                {row.title} {row.state !== 'done' && <StateBadge state={row.state} />}
              </span>
              <Text span size="sm" c="dimmed">
                {[format.day(row.day), row.place].filter(Boolean).join(' · ')}
              </Text>
            </button>
          </li>
        ))}
      </Stack>
      <Group>
        <Button variant="default" size="compact-sm" onClick={onAll}>
          {t('cell.all')}
        </Button>
      </Group>
    </Stack>
  );
}
