import { Text } from '@mantine/core';
import { IconSum } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MatrixCell as Cell } from '../../shared/output/matrix.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './matrix-cell.module.css';

interface MatrixCellProps {
  cell: Cell | undefined;
  kindName: string;
  month: string;
  onOpen(): void;
}

/** One month of one kind: its count, how it is known, and the way to its records. */
export function MatrixCell({ cell, kindName, month, onOpen }: MatrixCellProps) {
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
  return (
    <button
      type="button"
      className={classes.cell}
      aria-label={t('matrix.open', { ...facts, count })}
      onClick={onOpen}
    >
      {isTally && (
        <Text span c="dimmed" lh={0} mr={4}>
          <IconSum size={12} stroke={1.6} role="img" aria-label={t('matrix.tallyMark')} />
        </Text>
      )}
      {count}
    </button>
  );
}
