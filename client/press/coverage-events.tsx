import { useTranslation } from 'react-i18next';
import type { Coverage, CoverageShare } from '../../shared/press/coverage.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from '../ui/states.tsx';
import { tallest, useShareColumns } from './coverage-shares.tsx';
import { useSeeClippings } from './use-see-clippings.ts';

const titleOf = ({ label }: CoverageShare) => label ?? '';

/** What each event or campaign earned; one opens the appearances it caused. */
export function CoverageEvents({ query }: { query: Asked<Coverage> }) {
  const { t } = useTranslation('coverage');
  const see = useSeeClippings();
  const columns = useShareColumns(t('events.event'), titleOf, query.data?.total.count ?? 0);
  return (
    <Panel title={t('events.title')} note={t('events.note')}>
      <DataTable
        label={t('events.title')}
        columns={columns}
        query={query}
        rows={query.data?.events}
        rowId={(row) => row.key ?? ''}
        onOpen={({ key }) => key && see({ event: key })}
        empty={{ text: t('events.empty') }}
        maxHeight={tallest(query.data?.events.length)}
      />
    </Panel>
  );
}
