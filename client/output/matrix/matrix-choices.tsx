import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { matrixRowsBy, matrixSpans } from '../../../shared/output/matrix-by.ts';
import { readKind } from '../cell-key.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { useMatrixChoice } from './use-shown-matrix.ts';
import '../../words/add-matrix-words.ts';

const comparisons = ['declared', 'last_year', 'none'] as const;

/** What is not said in the address. */
const unless = <Choice extends string, Usual extends Choice>(choice: Choice, usual: Usual) =>
  choice === usual ? undefined : (choice as Exclude<Choice, Usual>);

/** How the output of the period is parted and compared. */
export function MatrixChoices() {
  const { t } = useTranslation('matrix');
  const { by, rows, kind = '', compare } = useMatrixChoice();
  const [, change] = useOutputSearch();
  const words = useKindWords();
  return (
    <Group gap="xs" className="no-print" role="group" aria-label={t('choices')}>
      <SegmentedControl
        aria-label={t('by')}
        value={by}
        data={matrixSpans.map((value) => ({ value, label: t(`bys.${value}`) }))}
        onChange={(next) => change({ by: unless(next, 'month') })}
      />
      <NativeSelect
        aria-label={t('rows')}
        value={rows}
        data={matrixRowsBy.map((value) => ({ value, label: t(`rowsBy.${value}`) }))}
        onChange={({ currentTarget }) => {
          const next = matrixRowsBy.find((one) => one === currentTarget.value);
          if (next) change({ rows: unless(next, 'kind') });
        }}
      />
      <NativeSelect
        aria-label={t('kind')}
        value={kind}
        data={[{ value: '', label: t('allKinds') }, ...words.choices]}
        onChange={({ currentTarget }) => change({ kind: readKind(currentTarget.value) })}
      />
      <NativeSelect
        aria-label={t('compare')}
        value={compare}
        data={comparisons.map((value) => ({ value, label: t(`compares.${value}`) }))}
        onChange={({ currentTarget }) => {
          const next = comparisons.find((one) => one === currentTarget.value);
          if (next) change({ compare: unless(next, 'declared') });
        }}
      />
    </Group>
  );
}
