import { Button } from '@mantine/core';
import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { ViewTabs } from '../ui/view-tabs.tsx';
import { ClippingDrawer } from './clipping-drawer.tsx';
import { ClippingsView } from './clippings-view.tsx';
import { type PressView, pressViews } from './press-search.ts';
import { usePressSearch } from './use-press-search.ts';

/** What each view shows; all but the first arrive when they are opened. */
const viewOf: Record<PressView, ComponentType> = {
  clippings: ClippingsView,
  inbox: lazy(() => import('./inbox-view.tsx')),
  feeds: lazy(() => import('./feeds-view.tsx')),
  duplicates: lazy(() => import('./duplicates-view.tsx')),
  coverage: lazy(() => import('./coverage-view.tsx')),
  review: lazy(() => import('./month-review-view.tsx')),
  outlets: lazy(() => import('./outlets-view.tsx')),
  rates: lazy(() => import('./rates-view.tsx')),
  tallies: lazy(() => import('./tallies-view.tsx')),
};

/** The views whose figures are of the period at the top of the page. */
const ofPeriod: readonly PressView[] = ['clippings', 'duplicates', 'coverage'];

/** Appearances in the media with their value, and the outlets, rates and monthly totals behind it. */
export function PressPage() {
  const { t } = useTranslation('press');
  const [{ view = 'clippings', open }, change] = usePressSearch();
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const View = viewOf[view];
  const show = (next: PressView) =>
    change({
      view: next === 'clippings' ? undefined : next,
      search: undefined,
      outlet: undefined,
      figure: undefined,
      part: undefined,
    });
  return (
    <Page
      title={t('title')}
      description={t('description')}
      period={ofPeriod.includes(view) ? 'months' : 'none'}
      action={
        mayWrite && <Button onClick={() => change({ open: 'new' })}>{t('clipping.add')}</Button>
      }
    >
      <ViewTabs
        label={t('views.label')}
        views={pressViews.map((name) => ({ view: name, label: t(`views.${name}`) }))}
        view={view}
        onView={show}
      >
        <View />
      </ViewTabs>
      {open && <ClippingDrawer key={open} id={open} onClose={() => change({ open: undefined })} />}
    </Page>
  );
}
