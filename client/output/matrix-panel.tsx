import { Group, Stack, Text } from '@mantine/core';
import { IconStack2, IconSum } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthMatrix } from '../../shared/output/matrix.ts';
import type { Period } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import type { CellKey } from './cell-key.ts';
import { DeclaredBadge } from './declared-badge.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import { type MatrixRow, matrixRows, matrixTotal } from './matrix-rows.ts';
import { moveInTable } from './move-in-table.ts';
import { type DeclaredTotal, useDeclaredTotals } from './use-declared-totals.ts';
import { useKindWords } from './use-kind-words.ts';

interface MatrixPanelProps {
  query: Asked<MonthMatrix>;
  period: Period;
  /** Whether the totals stand beside what the report of the year prints. */
  withDeclared?: boolean;
  onOpen(cell: CellKey): void;
}

function Total({ count, declared }: { count: number | null; declared?: DeclaredTotal }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <Stack gap={2} align="flex-end">
      {count === null ? t('noData') : format.number(count)}
      {declared && <DeclaredBadge {...declared} />}
    </Stack>
  );
}

function useColumns({
  query,
  period,
  withDeclared = true,
  onOpen,
}: MatrixPanelProps): TableColumn<MatrixRow>[] {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const words = useKindWords();
  const declared = useDeclaredTotals(period);
  const { data } = query;
  return useMemo(() => {
    const planned = new Map(
      data?.planned.map(({ month, kind, count }) => [`${month} ${kind}`, count]),
    );
    const kinds = (data?.totals ?? []).map<TableColumn<MatrixRow>>(({ kind, count }) => ({
      id: kind,
      header: words.many(kind),
      align: 'right',
      wrapHeader: true,
      value: ({ cells }) => cells.get(kind)?.count ?? null,
      cell: ({ month, cells }) => (
        <MatrixCell
          cell={cells.get(kind)}
          planned={planned.get(`${month} ${kind}`)}
          kindName={words.many(kind)}
          month={month}
          onOpen={() => onOpen({ month, kind })}
        />
      ),
      footer: {
        value: count,
        shown: <Total count={count} declared={withDeclared ? declared.get(kind) : undefined} />,
      },
    }));
    return [
      {
        id: 'month',
        header: t('matrix.month'),
        wrapHeader: true,
        cell: ({ month }) => format.month(month),
        value: ({ month }) => ({ month }),
        footer: { words: t('ui:total') },
      },
      ...kinds,
      {
        id: 'total',
        header: t('matrix.all'),
        align: 'right',
        wrapHeader: true,
        cell: ({ total }) => (total === null ? t('ui:noData') : format.number(total)),
        value: ({ total }) => total,
        footer: {
          value: data ? matrixTotal(data) : null,
          shown: <Total count={data ? matrixTotal(data) : null} />,
        },
      },
    ];
  }, [data, declared, format, onOpen, t, withDeclared, words]);
}

/** Output by month and kind; every cell opens its records, and the totals say what the report declares. */
export function MatrixPanel(props: MatrixPanelProps) {
  const { query } = props;
  const { t } = useTranslation('output');
  const columns = useColumns(props);
  const rows = useMemo(() => query.data && matrixRows(query.data), [query.data]);
  const cells = query.data?.cells ?? [];
  const hasTallies = cells.some(({ sources }) => sources.join() === 'tally');
  const hasBoth = cells.some(({ sources }) => sources.length > 1);
  return (
    <Panel title={t('matrix.title')} note={t('matrix.note')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only help to reach the buttons inside */}
      <div onKeyDown={moveInTable}>
        <DataTable
          label={t('matrix.label')}
          columns={columns}
          query={query}
          rows={rows}
          rowId={(row) => row.month}
          empty={{}}
          skeletonRows={12}
        />
      </div>
      {hasTallies && (
        <Group gap={6} mt="xs" aria-hidden>
          <IconSum size={14} stroke={1.6} />
          <Text size="sm" c="dimmed">
            {t('matrix.tallyMark')}
          </Text>
        </Group>
      )}
      {hasBoth && (
        <Group gap={6} mt="xs" aria-hidden>
          <IconStack2 size={14} stroke={1.6} />
          <Text size="sm" c="dimmed">
            {t('matrix.mixedMark')}
          </Text>
        </Group>
      )}
    </Panel>
  );
}
