import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TableColumnName } from '../../shared/press/clipping-columns.ts';
import type { Row } from './clipping-columns.tsx';
import { type Seen, searchOf } from './clipping-query.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { Marked } from './use-marked-clippings.ts';
import { usePressSearch } from './use-press-search.ts';
import { ViewMenu } from './view-menu.tsx';

interface TableToolsProps {
  /** The marks, for who may change many at once. */
  marked: Marked | undefined;
  rows: readonly Row[];
  seen: Seen;
  chosen: readonly TableColumnName[];
  choose(columns: readonly TableColumnName[]): void;
}

/** Above the table: marks all of the page, shows the views that are kept, and chooses the columns. */
export function TableTools({ marked, rows, seen, chosen, choose }: TableToolsProps) {
  const { t } = useTranslation('table');
  const [, change] = usePressSearch();
  const on = rows.filter(({ id }) => marked?.has(id)).length;
  return (
    <Group gap="xs" my="xs" justify="space-between" className="no-print">
      {marked && rows.length > 0 ? (
        <Checkbox
          label={t('markPage')}
          checked={on === rows.length}
          indeterminate={on > 0 && on < rows.length}
          onChange={({ currentTarget }) => marked.mark(rows, currentTarget.checked)}
        />
      ) : (
        <span />
      )}
      <Group gap="xs">
        <ViewMenu
          seen={seen}
          onChoose={({ filter, order, columns }) =>
            change({ ...searchOf(filter), order, columns: columns.join(',') })
          }
        />
        <ColumnMenu chosen={chosen} onChoose={choose} />
      </Group>
    </Group>
  );
}
