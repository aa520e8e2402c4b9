import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputTallyRow } from '../../../shared/output/rows.ts';
import type { OutputState } from '../../../shared/output/state.ts';
import { api } from '../../app/api.ts';
import { useMayDo } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Show } from '../../ui/states.tsx';
import { CellItems } from '../cell-items.tsx';
import { daysOf } from '../cell-key.ts';
import classes from '../matrix-cell.module.css';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { filterOf, type MatrixPart, toldText } from './part.ts';
import { usePartWords } from './use-part-words.ts';
import { useToldName } from './use-told-name.ts';

const shown = 50;

interface PartDrawerProps {
  part: MatrixPart;
  onEditTally(row: OutputTallyRow): void;
}

interface TalliesProps {
  part: MatrixPart;
  tallies: { rows: OutputTallyRow[]; total: number };
  onEdit?: (row: OutputTallyRow) => void;
}

/** The monthly totals that the part adds up, each to open. */
function Tallies({ part, tallies, onEdit }: TalliesProps) {
  const { t } = useTranslation(['matrix', 'output']);
  const format = useFormat();
  const words = useKindWords();
  const { from, to, kind } = part;
  const [, change] = useOutputSearch();
  const write = (row: OutputTallyRow) => {
    const facts = { month: format.longMonth(row.month), count: format.number(row.count) };
    return kind
      ? t('matrix:part.tallyOfKind', facts)
      : t('matrix:part.tally', { ...facts, kind: words.many(row.kind) });
  };
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('matrix:part.tallies')}: {format.number(tallies.total)}
      </Title>
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {tallies.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={classes.record}
              disabled={!onEdit}
              onClick={() => onEdit?.(row)}
            >
              <span>{write(row)}</span>
              <Text span size="sm" c="dimmed">
                {row.source}
              </Text>
            </button>
          </li>
        ))}
      </Stack>
      {tallies.total > shown && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => change({ view: 'tallies', kind, from, to, cell: undefined })}
          >
            {t('output:cell.all')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Contents({ part, onEditTally }: PartDrawerProps) {
  const { t } = useTranslation('matrix');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [, change] = useOutputSearch();
  const { from, to, kind, told } = part;
  const days = { from: daysOf(from).from, to: daysOf(to).to };
  const items = useQuery(
    api.output.listItems.queryOptions({
      ...days,
      kind,
      ...filterOf(told),
      state: 'done',
      pageSize: shown,
    }),
  );
  const planned = useQuery(
    api.output.listItems.queryOptions({
      ...days,
      kind,
      ...filterOf(told),
      state: 'planned',
      pageSize: shown,
    }),
  );
  const tallies = useQuery(
    api.output.listTallies.queryOptions(told ? skipToken : { from, to, kind, pageSize: shown }),
  );
  const hasTallies = tallies.data !== undefined && tallies.data.total > 0;
  const seeAll = (standing: OutputState) =>
    change({
      view: 'items',
      standing,
      kind,
      from,
      to,
      of: told && toldText(told),
      cell: undefined,
      page: undefined,
    });
  return (
    <Show query={items} height={240}>
      {({ rows, total }) => (
        <Stack>
          {tallies.data && hasTallies && (
            <Tallies
              part={part}
              tallies={tallies.data}
              onEdit={mayWrite ? onEditTally : undefined}
            />
          )}
          {total > 0 ? (
            <CellItems rows={rows} total={total} onAll={() => seeAll('done')} />
          ) : (
            <Text size="sm">{t(hasTallies ? 'part.onlyTallies' : 'part.nothing')}</Text>
          )}
          {planned.data && planned.data.total > 0 && (
            <CellItems {...planned.data} isPlanned onAll={() => seeAll('planned')} />
          )}
        </Stack>
      )}
    </Show>
  );
}

/** What one cell of the matrix counts: its items and its monthly totals. */
export default function PartDrawer(props: PartDrawerProps) {
  const { part } = props;
  const { t } = useTranslation(['matrix', 'ui']);
  const words = usePartWords(part);
  const kinds = useKindWords();
  const told = useToldName(part.told);
  const [, change] = useOutputSearch();
  const kind = part.kind ? kinds.many(part.kind) : t('matrix:allKinds');
  return (
    <Drawer
      opened
      onClose={() => change({ cell: undefined, of: undefined })}
      position="right"
      title={[kind, told, words.longSpan(part.span)].filter(Boolean).join(', ')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Contents {...props} />
    </Drawer>
  );
}
