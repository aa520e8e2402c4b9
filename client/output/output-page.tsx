import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { type Period, usePeriod } from '../app/use-period.ts';
import { LoadingState } from '../ui/states.tsx';
import { ViewTabs } from '../ui/view-tabs.tsx';
import { type CellKey, cellText } from './cell-key.ts';
import { ItemsPanel } from './items-panel.tsx';
import { MatrixChoices } from './matrix/matrix-choices.tsx';
import { useMatrixChoice } from './matrix/use-shown-matrix.ts';
import { MatrixPanel } from './matrix-panel.tsx';
import { MonthsPanel } from './months/months-panel.tsx';
import { OutputChart } from './output-chart.tsx';
import { type OpenTally, OutputDrawers } from './output-drawers.tsx';
import { type OutputView, outputViews } from './output-search.ts';
import { TalliesPanel } from './tallies-panel.tsx';
import { useOutputSearch } from './use-output-search.ts';

// These arrive when they are opened.
const GridView = lazy(() => import('./grid/grid-view.tsx'));
const CommitmentsView = lazy(() => import('./commitments/commitments-view.tsx'));
const PlacesView = lazy(() => import('./places/places-view.tsx'));
const KindsView = lazy(() => import('./kinds/kinds-view.tsx'));

const CalendarView = lazy(() => import('./calendar/calendar-view.tsx'));
const RequestsView = lazy(() => import('./requests/requests-view.tsx'));

const MatrixByView = lazy(() => import('./matrix/matrix-by-view.tsx'));

function MonthByKind({ period, withDeclared }: { period: Period; withDeclared: boolean }) {
  const [, change] = useOutputSearch();
  const query = useQuery(
    api.output.readMonthMatrix.queryOptions(period, { placeholderData: keepPreviousData }),
  );
  const open = useCallback(
    (cell: CellKey) => change({ cell: cellText(cell), of: undefined }),
    [change],
  );
  return (
    <Stack gap="md">
      <MatrixPanel query={query} period={period} withDeclared={withDeclared} onOpen={open} />
      <OutputChart query={query} onOpen={open} />
      <MonthsPanel period={period} />
    </Stack>
  );
}

/** The matrix as the report prints it, or as somebody chose to part and compare it. */
function Matrix({ period }: { period: Period }) {
  const { by, rows, kind, compare } = useMatrixChoice();
  const isAsPrinted = by === 'month' && rows === 'kind' && !kind && compare !== 'last_year';
  return (
    <Stack gap="md">
      <MatrixChoices />
      {isAsPrinted ? (
        <MonthByKind period={period} withDeclared={compare === 'declared'} />
      ) : (
        <Suspense fallback={<LoadingState height={400} />}>
          <MatrixByView period={period} />
        </Suspense>
      )}
    </Stack>
  );
}

interface ViewsProps {
  view: OutputView;
  onView(view: OutputView): void;
  children: ReactNode;
}

/** The views of the page; only the chosen one is made. */
function Views({ view, onView, children }: ViewsProps) {
  const { t } = useTranslation('output');
  const mayWrite = useMayDo('admin', 'coordinator');
  const mayMakeKinds = useMayDo('admin');
  const offered = outputViews.filter(
    (one) => (mayWrite || one !== 'grid') && (mayMakeKinds || one !== 'kinds'),
  );
  return (
    <ViewTabs
      label={t('views.label')}
      views={offered.map((one) => ({ view: one, label: t(`views.${one}`) }))}
      view={view}
      onView={onView}
    >
      {children}
    </ViewTabs>
  );
}

/** *Producción*: the month by month matrix and its chart, the items, and the monthly totals. */
export function OutputPage() {
  const { t } = useTranslation('output');
  const mayWrite = useMayDo('admin', 'coordinator');
  const mayMakeKinds = useMayDo('admin');
  const { period } = usePeriod();
  const [{ view = 'matrix' }, change] = useOutputSearch();
  const [tally, setTally] = useState<OpenTally>();
  const isTallies = view === 'tallies';
  const start = isTallies
    ? () => setTally({ cell: { month: period.to, kind: 'event' } })
    : () => change({ open: 'new' });
  return (
    <Page
      title={t('title')}
      description={t('description')}
      action={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={start}>
            {t(isTallies ? 'addTally' : 'log')}
          </Button>
        )
      }
    >
      <Views
        view={view}
        onView={(next) =>
          change({
            view: next === 'matrix' ? undefined : next,
            cell: undefined,
            of: undefined,
            page: undefined,
          })
        }
      >
        {view === 'matrix' && <Matrix period={period} />}
        {view === 'items' && <ItemsPanel period={period} />}
        {view === 'grid' && mayWrite && <GridView />}
        {view === 'calendar' && <CalendarView />}
        {view === 'requests' && <RequestsView />}
        {view === 'commitments' && <CommitmentsView />}
        {view === 'places' && <PlacesView />}
        {view === 'kinds' && mayMakeKinds && <KindsView />}
        {isTallies && (
          <TalliesPanel
            period={period}
            onOpen={(row) => setTally({ row, cell: { month: row.month, kind: row.kind } })}
          />
        )}
      </Views>
      <OutputDrawers tally={tally} onTally={setTally} mayWrite={mayWrite} />
    </Page>
  );
}
