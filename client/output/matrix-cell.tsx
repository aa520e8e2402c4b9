import { Text } from '@mantine/core';
import { IconStack2, IconSum } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MatrixCell as Cell } from '../../shared/output/matrix.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './matrix-cell.module.css';

interface MatrixCellProps {
  cell: Cell | undefined;
  kindName: string;
  month: string;
  /** How many are planned and not done. */
  planned?: number;
  onOpen(): void;
}

/** How many are planned beside what is done, where any are. */
export function PlannedBeside({ count }: { count: number | undefined }) {
  const { t } = useTranslation('output');
  if (!count) return null;
  return (
    <Text size="xs" c="dimmed" component="div" className="numbers">
      {t('plannedBeside', { count })}
    </Text>
  );
}

/** One month of one kind: its count, how it is known, and the way to its records; beside it what is planned. */
export function MatrixCell({ planned, ...counted }: MatrixCellProps) {
  return (
    <>
      <CountedCell {...counted} />
      <PlannedBeside count={planned} />
    </>
  );
}

function CountedCell({ cell, kindName, month, onOpen }: Omit<MatrixCellProps, 'planned'>) {
  const { t } = useTranslation(['output', 'ui']);
  const format = useFormat();
  const facts = { kind: kindName, month: format.longMonth(month) };
  if (!cell) {
    return (
      <button
        type="button"
        className={classes.cell}
        data-absent
        aria-label={t('matrix.openAbsent', facts)}
        onClick={onOpen}
      >
        {t('ui:noData')}
      </button>
    );
  }
  const count = format.number(cell.count);
  const isTally = cell.sources.includes('tally');
  const mark = cell.sources.length > 1 ? t('matrix.mixedMark') : t('matrix.tallyMark');
  const Mark = cell.sources.length > 1 ? IconStack2 : IconSum;
  return (
    <button
      type="button"
      className={classes.cell}
      aria-label={t('matrix.open', { ...facts, count })}
      onClick={onOpen}
    >
      {isTally && (
        <Text span c="dimmed" lh={0} mr={4}>
          <Mark size={12} stroke={1.6} role="img" aria-label={mark} />
        </Text>
      )}
      {count}
    </button>
  );
}
