import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountSource } from '../../../shared/output/matrix.ts';
import type { MatrixBy } from '../../../shared/output/matrix-by.ts';
import { SourceMark } from './part-count.tsx';
import type { MatrixChoice } from './use-shown-matrix.ts';

const marked: readonly { word: 'tally' | 'mixed'; sources: CountSource[] }[] = [
  { word: 'tally', sources: ['tally'] },
  { word: 'mixed', sources: ['records', 'tally'] },
];

/** What the marks of the table mean, and what it leaves out or cannot compare. */
export function MatrixNotes({ matrix, choice }: { matrix: MatrixBy; choice: MatrixChoice }) {
  const { t } = useTranslation('matrix');
  const isOf = (sources: readonly CountSource[]) =>
    matrix.cells.some(
      (cell) =>
        cell.sources.length === sources.length &&
        sources.every((one) => cell.sources.includes(one)),
    );
  const { untold } = matrix;
  return (
    <>
      {marked
        .filter(({ sources }) => isOf(sources))
        .map(({ word, sources }) => (
          <Group key={word} gap={2} aria-hidden>
            <SourceMark sources={sources} />
            <Text size="sm" c="dimmed">
              {t(word)}
            </Text>
          </Group>
        ))}
      {untold > 0 && <Text size="sm">{t('untold', { count: untold })}</Text>}
      {matrix.lastYear && (
        <Text size="sm" c="dimmed">
          {t(matrix.lastYear.total === null ? 'notCounted' : 'comparedNote')}
        </Text>
      )}
      {matrix.comparedUntil !== null && (
        <Text size="sm" c="dimmed">
          {t('sameDays', { day: Number(matrix.comparedUntil.slice(8)) })}
          {matrix.uncompared > 0 && ` ${t('uncompared', { count: matrix.uncompared })}`}
        </Text>
      )}
      {choice.compare === 'declared' && (choice.rows !== 'kind' || choice.by !== 'year') && (
        <Text size="sm" c="dimmed">
          {t('declaredNote')}
        </Text>
      )}
    </>
  );
}
