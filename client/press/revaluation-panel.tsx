import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayDo, useToday } from '../app/self.tsx';
import { Panel } from '../ui/panel.tsx';
import { RevaluationHistory } from './revaluation-history.tsx';
import { RevaluationPreview } from './revaluation-preview.tsx';
import { RevaluationScope, type ScopeValues } from './revaluation-scope.tsx';
import { usePressSearch } from './use-press-search.ts';

function NewRevaluation() {
  const { t } = useTranslation('prices');
  const { day } = useToday();
  const [{ outlet }] = usePressSearch();
  const [values, setValues] = useState<ScopeValues>({
    from: `${day.slice(0, 7)}-01`,
    to: day,
    outletId: outlet ?? null,
    format: null,
    onlyUnvalued: false,
  });
  const [asked, setAsked] = useState<ScopeValues>();
  return (
    <Panel title={t('revaluation.title')} note={t('revaluation.note')}>
      <Stack gap="md">
        <RevaluationScope
          values={values}
          onChange={(part) => {
            setValues({ ...values, ...part });
            setAsked(undefined);
          }}
          onPreview={() => setAsked(values)}
        />
        {asked && <RevaluationPreview scope={asked} onDone={() => setAsked(undefined)} />}
      </Stack>
    </Panel>
  );
}

/** Values appearances again by the prices of now, and shows the times it was done. */
export function RevaluationPanel() {
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  return (
    <Stack gap="md">
      {mayWrite && <NewRevaluation />}
      <RevaluationHistory />
    </Stack>
  );
}
