import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputTallyRow } from '../../shared/output/rows.ts';
import type { OutputState } from '../../shared/output/state.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { CellItems } from './cell-items.tsx';
import { type CellKey, daysOf } from './cell-key.ts';
import { useKindWords } from './use-kind-words.ts';
import { useOutputSearch } from './use-output-search.ts';

interface CellDrawerProps {
  cell: CellKey;
  onEditTally(row: OutputTallyRow): void;
  onAddTally(cell: CellKey): void;
}

function Tally({ row, onEdit }: { row: OutputTallyRow; onEdit?: () => void }) {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  return (
    <Stack gap={2}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('cell.tally')}: {format.number(row.count)}
        </Title>
        {onEdit && (
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('ui:edit')}
          </Button>
        )}
      </Group>
      <Text size="sm">{t('cell.source', { source: row.source })}</Text>
      {row.notes && <Text size="sm">{row.notes}</Text>}
    </Stack>
  );
}

function AddButtons({ hasTally, onAddTally }: { hasTally: boolean; onAddTally(): void }) {
  const { t } = useTranslation('output');
  const [, change] = useOutputSearch();
  return (
    <Group>
      <Button variant="light" onClick={() => change({ open: 'new' })}>
        {t('log')}
      </Button>
      {!hasTally && (
        <Button variant="default" onClick={onAddTally}>
          {t('addTally')}
        </Button>
      )}
    </Group>
  );
}

function Contents({ cell, onEditTally, onAddTally }: CellDrawerProps) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  const mayWrite = useMayDo('admin', 'coordinator');
  const { month, kind } = cell;
  const items = useQuery(
    api.output.listItems.queryOptions({ ...daysOf(month), kind, state: 'done', pageSize: 50 }),
  );
  const planned = useQuery(
    api.output.listItems.queryOptions({ ...daysOf(month), kind, state: 'planned', pageSize: 50 }),
  );
  const tallies = useQuery(
    api.output.listTallies.queryOptions({ from: month, to: month, kind, pageSize: 1 }),
  );
  const [, change] = useOutputSearch();
  const seeAll = (standing: OutputState) =>
    change({
      ...{ view: 'items', kind, standing, from: month, to: month },
      ...{ cell: undefined, page: undefined },
    });
  const tally = tallies.data?.rows[0];
  const facts = { kind: words.many(kind), month: format.longMonth(month) };
  return (
    <Show query={items} height={240}>
      {({ rows, total }) => (
        <Stack>
          {mayWrite && (
            <AddButtons hasTally={tally !== undefined} onAddTally={() => onAddTally(cell)} />
          )}
          {tally && <Tally row={tally} onEdit={mayWrite ? () => onEditTally(tally) : undefined} />}
          {total > 0 && <CellItems rows={rows} total={total} onAll={() => seeAll('done')} />}
          {planned.data && planned.data.total > 0 && (
            <CellItems {...planned.data} isPlanned onAll={() => seeAll('planned')} />
          )}
          {total === 0 && tally && <Text size="sm">{t('cell.noItems')}</Text>}
          {total === 0 && tallies.isSuccess && !tally && <Text>{t('cell.nothing', facts)}</Text>}
        </Stack>
      )}
    </Show>
  );
}

/** What one cell of the matrix counts: its items, its monthly total, and the way to add either. */
export function CellDrawer(props: CellDrawerProps) {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const words = useKindWords();
  const [, change] = useOutputSearch();
  const { month, kind } = props.cell;
  return (
    <Drawer
      opened
      onClose={() => change({ cell: undefined })}
      position="right"
      title={t('cell.title', { kind: words.many(kind), month: format.longMonth(month) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Contents {...props} />
    </Drawer>
  );
}
