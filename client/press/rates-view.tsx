import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PoliciesPanel } from './policies-panel.tsx';
import { RatesPanel } from './rates-panel.tsx';
import { RevaluationPanel } from './revaluation-panel.tsx';
import { usePressSearch } from './use-press-search.ts';
import '../words/add-price-words.ts';

const parts = ['rates', 'policies', 'revaluations'] as const;
type Part = (typeof parts)[number];

const panelOf = {
  rates: RatesPanel,
  policies: PoliciesPanel,
  revaluations: RevaluationPanel,
};

/** What the outlets charge, the flat prices of the office, and valuing again by them. */
export default function RatesView() {
  const { t } = useTranslation('prices');
  const [{ part = 'rates' }, change] = usePressSearch();
  const Shown = panelOf[part];
  function show(next: Part): void {
    change({ part: next === 'rates' ? undefined : next, search: undefined, outlet: undefined });
  }
  return (
    <Stack gap="md" align="stretch">
      <SegmentedControl
        w="fit-content"
        maw="100%"
        aria-label={t('parts.label')}
        value={part}
        data={parts.map((value) => ({ value, label: t(`parts.${value}`) }))}
        onChange={(next) => show(next as Part)}
      />
      <Shown />
    </Stack>
  );
}
