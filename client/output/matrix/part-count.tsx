import { Text } from '@mantine/core';
import { IconStack2, IconSum } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CountSource } from '../../../shared/output/matrix.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from '../matrix-cell.module.css';
import { PlannedBeside } from '../matrix-cell.tsx';
import type { PartCount } from './matrix-lines.ts';

/** What is to be said of a count that is not of records alone. */
function sourceWord(sources: readonly CountSource[]): 'mixed' | 'tally' | undefined {
  if (!sources.includes('tally')) return undefined;
  return sources.includes('records') ? 'mixed' : 'tally';
}

/** How a count is known where it is not of records alone. */
export function SourceMark({ sources }: { sources: readonly CountSource[] }) {
  const { t } = useTranslation('matrix');
  const word = sourceWord(sources);
  if (!word) return null;
  const label = t(word);
  const Icon = word === 'mixed' ? IconStack2 : IconSum;
  return (
    <Text span c="dimmed" lh={0} mr={4} title={label}>
      <Icon size={12} stroke={1.6} role="img" aria-label={label} />
    </Text>
  );
}

/** The year before, and what changed since, where both were counted. */
function Before({ count, before }: Pick<PartCount, 'count' | 'before'>) {
  const { t } = useTranslation('matrix');
  const format = useFormat();
  if (before === undefined || (before === null && count === null)) return null;
  const words = before === null ? t('beforeAbsent') : t('before', { count: format.number(before) });
  const isCompared = before !== null && count !== null;
  return (
    <Text size="xs" c="dimmed" component="div" className="numbers">
      {isCompared ? t('change', { before: words, change: format.change(count - before) }) : words}
    </Text>
  );
}

/** A sum of a line or a column. */
export function TotalCount({ count, before }: PartCount) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <>
      {count === null ? t('noData') : format.number(count)}
      <Before count={count} before={before} />
    </>
  );
}

interface PartButtonProps {
  part: PartCount;
  rowName: string;
  spanName: string;
  onOpen(): void;
}

/** One part of the period in one row: its count, how it is known, and the way to its records. */
export function PartButton({ part, rowName, spanName, onOpen }: PartButtonProps) {
  const { t } = useTranslation(['matrix', 'ui']);
  const format = useFormat();
  const { count, sources } = part;
  const facts = { row: rowName, span: spanName };
  const word = sourceWord(sources);
  const label =
    count === null
      ? t('matrix:openAbsent', facts)
      : t('matrix:open', { ...facts, count: format.number(count) });
  return (
    <>
      <button
        type="button"
        className={classes.cell}
        data-absent={count === null || undefined}
        aria-label={word ? t('matrix:openKnown', { label, how: t(`matrix:${word}`) }) : label}
        onClick={onOpen}
      >
        <SourceMark sources={sources} />
        {count === null ? t('ui:noData') : format.number(count)}
      </button>
      <PlannedBeside count={part.planned} />
      <Before {...part} />
    </>
  );
}
