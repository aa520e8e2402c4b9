import { Button, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { LoadingState } from '../ui/states.tsx';
import { ClippingDrawer } from './clipping-drawer.tsx';
import { ClippingsView } from './clippings-view.tsx';
import { type PressView, pressViews } from './press-search.ts';
import { usePressSearch } from './use-press-search.ts';

const OutletsView = lazy(() => import('./outlets-view.tsx'));
const RatesView = lazy(() => import('./rates-view.tsx'));
const TalliesView = lazy(() => import('./tallies-view.tsx'));

function View({ view }: { view: PressView }) {
  switch (view) {
    case 'clippings':
      return <ClippingsView />;
    case 'outlets':
      return <OutletsView />;
    case 'rates':
      return <RatesView />;
    case 'tallies':
      return <TalliesView />;
  }
}

/** Appearances in the media with their value, and the outlets, rates and monthly totals behind it. */
export function PressPage() {
  const { t } = useTranslation('press');
  const [{ view = 'clippings', open }, change] = usePressSearch();
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const show = (next: string | null) =>
    change({
      view: next === 'clippings' ? undefined : (next as PressView),
      search: undefined,
      outlet: undefined,
    });
  return (
    <Page
      title={t('title')}
      description={t('description')}
      period={view === 'clippings' ? 'months' : 'none'}
      action={
        mayWrite && <Button onClick={() => change({ open: 'new' })}>{t('clipping.add')}</Button>
      }
    >
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List aria-label={t('views.label')} mb="md">
          {pressViews.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`views.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {pressViews.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={<LoadingState height={400} />}>
              <View view={name} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
      {open && <ClippingDrawer key={open} id={open} onClose={() => change({ open: undefined })} />}
    </Page>
  );
}
