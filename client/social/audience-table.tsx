import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shareCell } from '../../shared/files/file-cell.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import type { Asked } from '../ui/states.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { type AudienceGroup, type AudiencePart, groupsOf } from './audience-groups.ts';
import type { Days } from './growth-days.ts';
import { useAudienceWords } from './use-audience-words.ts';

function useColumns(part: AudiencePart, days: Days): TableColumn<AudienceGroup>[] {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const words = useAudienceWords(part, days);
  return useMemo(() => {
    const share: TableColumn<AudienceGroup> = {
      id: 'share',
      header: t('audience.share'),
      align: 'right',
      cell: (row) =>
        row.share === null ? (
          <Absent />
        ) : (
          <ShareBar share={row.share} words={format.share(row.share)} />
        ),
      value: (row) => shareCell(row.share),
    };
    const group: TableColumn<AudienceGroup> = {
      id: 'group',
      header: t(`audience.dimensions.${part.dimension}`),
      wrap: true,
      cell: (row) => words.group(row.key),
    };
    const people: TableColumn<AudienceGroup> = {
      id: 'value',
      header: t('audience.value'),
      align: 'right',
      cell: (row) => words.write(row.value),
      value: (row) => row.value,
    };
    const before: TableColumn<AudienceGroup>[] = part.before
      ? [
          {
            id: 'before',
            header: t('audience.before', { day: format.day(part.before.day) }),
            align: 'right',
            wrapHeader: true,
            cell: (row) => (row.before === null ? <Absent /> : words.write(row.before)),
            value: (row) => row.before,
          },
        ]
      : [];
    return [group, ...(part.unit === 'people' ? [people] : []), share, ...before];
  }, [t, format, words, part]);
}

/** An audience by one dimension: its groups, the largest first. */
export function AudienceTable({
  part,
  query,
  days,
}: {
  part: AudiencePart;
  query: Asked<unknown>;
  days: Days;
}) {
  const words = useAudienceWords(part, days);
  const columns = useColumns(part, days);
  const rows = useMemo(() => groupsOf(part), [part]);
  return (
    <Panel title={words.title} note={words.note}>
      <DataTable
        label={words.title}
        columns={columns}
        query={query}
        rows={rows}
        rowId={(row) => row.key}
        empty={{}}
        maxHeight={320}
      />
    </Panel>
  );
}
