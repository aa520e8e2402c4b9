import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePeriod } from '../app/use-period.ts';
import { useWholeList } from '../app/use-whole-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { useTallyColumns } from './tally-columns.tsx';
import { type Tally, TallyForm } from './tally-form.tsx';
import { usePressSearch } from './use-press-search.ts';

/** The monthly totals that the value of the period is made of; nothing where there are none. */
export function PeriodTallies() {
  const { t } = useTranslation('press');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ month, channel }] = usePressSearch();
  const { period } = usePeriod();
  const [opened, setOpened] = useState<Tally>();
  const columns = useTallyColumns();
  const asked = { from: month ?? period.from, to: month ?? period.to, channel };
  const query = useWholeList((part) =>
    api.press.listPressTallies.queryOptions({ ...asked, ...part }),
  );
  if (!query.data?.length) return null;
  return (
    <Panel title={t('tallies.ofPeriod')} note={t('tallies.note')}>
      <DataTable
        label={t('tallies.ofPeriod')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        empty={{}}
        maxHeight={480}
      />
      {opened && <TallyForm tally={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}
