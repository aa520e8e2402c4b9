import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { MatrixBy } from '../../../shared/output/matrix-by.ts';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { Asked } from '../../ui/states.tsx';
import { moveInTable } from '../move-in-table.ts';
import { lineUp } from './matrix-lines.ts';
import { MatrixNotes } from './matrix-notes.tsx';
import { useDeclaredByYear } from './use-declared-by-year.ts';
import { useFoundLines } from './use-found-lines.ts';
import { useMatrixColumns } from './use-matrix-columns.tsx';
import { useMatrixTitles } from './use-matrix-titles.ts';
import { usePartWords } from './use-part-words.ts';
import type { MatrixChoice } from './use-shown-matrix.ts';

const nothing: MatrixBy = {
  cells: [],
  rowTotals: [],
  periodTotals: [],
  total: null,
  periods: [],
  rows: [],
  untold: 0,
  lastYear: null,
  comparedUntil: null,
  uncompared: 0,
  planned: [],
};

interface MatrixByPanelProps {
  query: Asked<MatrixBy>;
  period: MonthPeriod;
  choice: MatrixChoice;
  onOpen(part: { row: string; period: string }): void;
}

/** The years that reports may declare something of: those that the period holds whole. */
function useDeclared(
  data: MatrixBy,
  period: MonthPeriod,
  { by, rows, kind, compare }: MatrixChoice,
) {
  const years = useMemo(() => {
    const mayDeclare = by === 'year' && rows === 'kind' && !kind && compare === 'declared';
    return data.periods.filter(
      (year) => mayDeclare && `${year}-01` >= period.from && `${year}-12` <= period.to,
    );
  }, [data, period, by, rows, kind, compare]);
  return useDeclaredByYear(years);
}

/** How the table is laid out: kinds stand across, as in the printed table; anything longer stands down. */
function useLaidOut({ query, period, choice, onOpen }: MatrixByPanelProps) {
  const { t } = useTranslation('matrix');
  const words = usePartWords(period);
  const data = query.data ?? nothing;
  const declared = useDeclared(data, period, choice);
  const { rows } = choice;
  const asked = useMemo(() => {
    const names = new Map(data.rows.map((row) => [row.id, words.row(rows, row)]));
    const nameOf = (id: string) => names.get(id) ?? id;
    const linesAre = rows === 'kind' ? ('periods' as const) : ('rows' as const);
    const [lineName, columnName] = rows === 'kind' ? [words.span, nameOf] : [nameOf, words.span];
    return {
      lined: lineUp(data, linesAre),
      heading: rows === 'kind' ? t(`bys.${choice.by}`) : t(`row.${rows}`),
      lineName,
      columnName,
      longName: words.longSpan,
      linesAre,
      declared,
      onOpen,
    };
  }, [data, words, rows, choice.by, declared, onOpen, t]);
  return { ...asked, columns: useMatrixColumns(asked) };
}

/** Output as it was chosen to be parted; every cell opens what it counts. */
export function MatrixByPanel(props: MatrixByPanelProps) {
  const { query, choice, period } = props;
  const { t } = useTranslation(['matrix', 'output', 'ui']);
  const format = useFormat();
  const { lined, columns, lineName, linesAre } = useLaidOut(props);
  const list = useFoundLines(lined.lines, lineName);
  const { table: title } = useMatrixTitles(choice);
  const isList = linesAre === 'rows';
  const hasNone = query.data !== undefined && lined.total.count === null && !lined.total.before;
  const empty = list.search
    ? { title: t('ui:noMatches'), text: t('matrix:noMatches') }
    : { title: t('matrix:empty'), text: t('matrix:emptyHint') };
  return (
    <Panel
      title={title}
      note={t('output:matrix.note')}
      actions={
        isList &&
        lined.lines.length > 10 && (
          <SearchField value={list.search} label={t('matrix:search')} onChange={list.setSearch} />
        )
      }
    >
      <Stack gap="xs">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only help to reach the buttons inside */}
        <div onKeyDown={moveInTable}>
          <DataTable
            label={`${title}, ${format.period(period.from, period.to)}`}
            columns={columns}
            query={query}
            rows={query.data && (hasNone ? [] : isList ? list.shown : lined.lines)}
            rowId={({ id }) => id}
            empty={empty}
            skeletonRows={12}
            {...(isList && {
              paging: list.paging,
              readPart: list.readPart,
              sort: list.sort,
              onSort: list.onSort,
            })}
          />
        </div>
        {query.data && <MatrixNotes matrix={query.data} choice={choice} />}
      </Stack>
    </Panel>
  );
}
