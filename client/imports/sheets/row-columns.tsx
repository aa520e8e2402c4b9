import { Badge, Stack, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetChange } from '../../../shared/imports/sheets/rows.ts';
import type { MendedCell, SheetStanding } from '../../../shared/imports/sheets/schemas.ts';
import type { SheetProblem } from '../../../shared/imports/sheets/target.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import { useColumnNames } from './use-column-names.ts';

const looks: Record<SheetStanding, { color: string; variant: string }> = {
  new: { color: 'accent', variant: 'light' },
  changed: { color: 'accent', variant: 'outline' },
  same: { color: 'gray', variant: 'default' },
  wrong: { color: 'red.9', variant: 'filled' },
};

type Rule = keyof typeof import('../../words/es/sheets.ts').sheets.problems;

/** Why a cell is wrong, in words. */
function useProblemWords(): (problem: SheetProblem) => string {
  const { t } = useTranslation('sheets');
  const nameOf = useColumnNames();
  return useMemo(
    () =>
      ({ column, rule, said }) => {
        const reason = t(`problems.${rule as Rule}`, {
          said,
          defaultValue: t('problems.other'),
        });
        return t('rows.problem', { column: nameOf(column), reason });
      },
    [nameOf, t],
  );
}

/** How wrong cells are put right in place; absent when the file is no longer at hand. */
export interface Mending {
  cells: ReadonlyMap<string, MendedCell>;
  onMend(cell: MendedCell): void;
}

/** Where a mended cell is kept. */
export const cellKey = ({ line, index }: { line: number; index: number }) => `${line}.${index}`;

interface CellProps {
  row: SheetChange;
  column: string;
  mending: Mending | undefined;
}

function SaidCell({ row, column, mending }: CellProps) {
  const { t } = useTranslation('sheets');
  const nameOf = useColumnNames();
  const words = useProblemWords();
  const said = row.said[column] ?? '';
  const problem = row.problems.find((one) => one.column === column);
  const before = row.before?.[column];
  const index = problem?.index ?? null;
  if (problem && index !== null && mending) {
    const mended = mending.cells.get(cellKey({ line: row.line, index }));
    return (
      <TextInput
        size="xs"
        miw={140}
        aria-label={t('rows.mendCell', { column: nameOf(column), line: row.line })}
        defaultValue={mended?.text ?? said}
        error={mended ? undefined : words(problem)}
        onBlur={(event) => {
          const text = event.currentTarget.value;
          if (text !== (mended?.text ?? said)) mending.onMend({ line: row.line, index, text });
        }}
      />
    );
  }
  return (
    <Stack gap={0}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {said}
      </Text>
      {row.standing === 'changed' && said !== '' && before !== undefined && before !== said && (
        <Text size="xs" c="dimmed">
          {t('rows.before', { text: before })}
        </Text>
      )}
    </Stack>
  );
}

/** The columns of the rows of an import: what each cell says, what it was, what is wrong with it. */
export function useRowColumns(
  rows: readonly SheetChange[] | undefined,
  mending: Mending | undefined,
): TableColumn<SheetChange>[] {
  const { t } = useTranslation('sheets');
  const nameOf = useColumnNames();
  const words = useProblemWords();
  return useMemo(() => {
    const named = new Set(
      (rows ?? []).flatMap(({ said, problems }) => [
        ...Object.keys(said),
        ...problems.map(({ column }) => column),
      ]),
    );
    const cells = [...named].map(
      (column): TableColumn<SheetChange> => ({
        id: column,
        header: nameOf(column),
        wrap: true,
        cell: (row) => <SaidCell row={row} column={column} mending={mending} />,
        value: ({ said }) => said[column] ?? null,
      }),
    );
    const hasProblems = rows?.some(({ problems }) => problems.length > 0);
    const common: TableColumn<SheetChange>[] = [
      { id: 'line', header: t('rows.line'), cell: ({ line }) => line, value: ({ line }) => line },
      {
        id: 'standing',
        header: t('rows.standing'),
        cell: ({ standing }) => (
          <Badge {...looks[standing]} radius="sm" tt="none" miw="max-content">
            {t(`standings.${standing}`)}
          </Badge>
        ),
        value: ({ standing }) => t(`standings.${standing}`),
      },
    ];
    if (!hasProblems) return [...common, ...cells];
    return [
      ...common,
      ...cells,
      {
        id: 'why',
        header: t('preview.why'),
        wrap: true,
        cell: ({ problems }) => (
          <Stack gap={2}>
            {problems.map((problem) => (
              <Text key={`${problem.column} ${problem.rule}`} size="sm">
                {words(problem)}
              </Text>
            ))}
          </Stack>
        ),
        value: ({ problems }) => problems.map(words).join(' '),
      },
    ];
  }, [rows, mending, nameOf, words, t]);
}
