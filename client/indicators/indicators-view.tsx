import { NativeSelect, Stack, Text, Tooltip } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileCell, pesosCell } from '../../shared/files/file-cell.ts';
import { lightFrom } from '../../shared/indicators/progress.ts';
import type { IndicatorRow } from '../../shared/indicators/rows.ts';
import { plans, type Unit } from '../../shared/indicators/schemas.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ShareBar } from '../ui/share-bar.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { Caveats, TargetCell, TrafficLight } from './asked.tsx';
import { DaysFields, useDays } from './days-fields.tsx';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { useIndicatorsSearch } from './indicators-search.ts';
import { useFigures } from './use-indicator-words.ts';

const pageSize = 50;

function ProgressCell({ row }: { row: IndicatorRow }) {
  const { t } = useTranslation('indicators');
  const { percent } = useFigures();
  const { progress, year } = row;
  const capped = progress && (
    <ShareBar share={Number(progress.capped) / 100} words={percent(progress.capped)} />
  );
  return (
    <Stack gap={0} align="flex-end">
      {capped && progress.uncapped !== progress.capped ? (
        <Tooltip label={t('uncapped', { percent: percent(progress.uncapped) })}>
          <div>{capped}</div>
        </Tooltip>
      ) : (
        (capped ?? <Absent />)
      )}
      {year.printedProgress !== null && (
        <Text size="xs" c="dimmed">
          {t('printed', { text: year.printedProgress })}
        </Text>
      )}
    </Stack>
  );
}

/** A figure of an indicator as a file has it. */
function figureCell(text: string | null, unit: Unit): FileCell {
  if (text === null) return null;
  if (unit === 'pesos') return { pesos: Math.round(Number(text)) };
  return unit === 'percent' ? { share: Number(text) / 100 } : Number(text);
}

function useColumns(): TableColumn<IndicatorRow>[] {
  const { t } = useTranslation('indicators');
  const { write, why, percent } = useFigures();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        wrap: true,
        cell: (row) => row.name,
        extras: [
          { header: t('columns.code'), value: (row) => row.code },
          { header: t('columns.plan'), value: (row) => t(`plans.${row.plan}`) },
        ],
      },
      {
        id: 'target',
        header: t('columns.target'),
        align: 'right',
        cell: (row) => <TargetCell row={row} />,
        value: ({ asked, unit }) => figureCell(asked.value, unit),
        extras: [
          {
            header: t('columns.toDate'),
            value: ({ asked, unit }) => figureCell(asked.toDate, unit),
          },
        ],
      },
      {
        id: 'achieved',
        header: t('columns.achieved'),
        align: 'right',
        cell: ({ achieved, unit }) =>
          achieved.value === null ? (
            <Tooltip label={why(achieved)}>
              <span>
                <Absent />
              </span>
            </Tooltip>
          ) : (
            <Stack gap={0} align="flex-end">
              {write(achieved.value, unit)}
              <Caveats figure={achieved} />
            </Stack>
          ),
        value: ({ achieved, unit }) => figureCell(achieved.value, unit),
      },
      {
        id: 'light',
        header: t('columns.light'),
        cell: ({ light }) => (light === null ? <Absent /> : <TrafficLight light={light} />),
        value: ({ light }) => (light === null ? null : t(`lights.${light}`)),
      },
      {
        id: 'progress',
        header: t('columns.progress'),
        align: 'right',
        cell: (row) => <ProgressCell row={row} />,
        value: ({ progress }) => figureCell(progress?.capped ?? null, 'percent'),
        extras: [{ header: t('columns.printed'), value: ({ year }) => year.printedProgress }],
      },
      {
        id: 'financial',
        header: t('columns.financial'),
        align: 'right',
        wrapHeader: true,
        cell: ({ financial }) => (financial === null ? <Absent /> : percent(financial)),
        value: ({ financial }) => figureCell(financial, 'percent'),
        extras: [
          { header: t('columns.budget'), value: ({ year }) => pesosCell(year.budgetCop) },
          { header: t('columns.invested'), value: ({ year }) => pesosCell(year.investedCop) },
        ],
      },
    ],
    [t, write, why, percent],
  );
}

/** The indicators of the plans with their figures of the year in which the period ends. */
export function IndicatorsView() {
  const { t } = useTranslation(['indicators', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ search = '', plan, page = 1, open }, change] = useIndicatorsSearch();
  const period = useDays();
  const year = Number(period.to.slice(0, 4));
  const columns = useColumns();
  const asked = { year, plan, search, period };
  const list = usePagedList({
    optionsOf: (part) => api.indicators.listIndicators.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const close = () => change({ open: undefined });
  return (
    <Panel
      title={t('indicators:listTitle', { year })}
      note={`${t('indicators:listNote')} ${t('indicators:lightNote', lightFrom)}`}
      actions={
        <>
          <DaysFields />
          <NativeSelect
            aria-label={t('indicators:columns.plan')}
            value={plan ?? ''}
            data={[
              { value: '', label: t('indicators:everyPlan') },
              ...plans.map((value) => ({ value, label: t(`indicators:plans.${value}`) })),
            ]}
            onChange={(event) =>
              change({ plan: plans.find((one) => one === event.currentTarget.value) })
            }
          />
          <SearchField
            value={search}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
        </>
      }
    >
      <DataTable
        label={t('indicators:listTitle', { year })}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => change({ open: id })}
        empty={{ text: t('indicators:empty') }}
        isNarrowed={Boolean(search || plan)}
        {...list}
      />
      {open === 'new' && mayWrite && (
        <IndicatorForm onClose={close} onSaved={(id) => change({ open: id })} />
      )}
      {open !== undefined && open !== 'new' && (
        <IndicatorDrawer
          key={`${open} ${year}`}
          id={open}
          year={year}
          period={period}
          onClose={close}
        />
      )}
    </Panel>
  );
}
