import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { LoadingState } from '../ui/states.tsx';
import { CaptureButton, CaptureProgress, useCapture } from './capture-now.tsx';
import { PagesView } from './pages-view.tsx';
import { type SocialView, socialViews } from './social-search.ts';
import { useSocialSearch } from './use-social-search.ts';

const PullsView = lazy(() => import('./pulls-view.tsx'));
const ConnectionsView = lazy(() => import('./connections-view.tsx'));

const viewParts = { pages: PagesView, pulls: PullsView, connections: ConnectionsView };

/** The fan pages with their figures and growth, the pulls that read them, and their connections. */
export function SocialPage() {
  const { t } = useTranslation('social');
  const mayPull = useMayDo('admin', 'coordinator', 'press');
  const isAdmin = useMayDo('admin');
  const [{ view: asked = 'pages' }, change] = useSocialSearch();
  const capture = useCapture();
  const views = socialViews.filter((view) => view !== 'connections' || isAdmin);
  const view = views.includes(asked) ? asked : 'pages';
  const show = (next: string | null) =>
    change({ view: next === 'pages' ? undefined : (next as SocialView) });
  return (
    <Page
      title={t('title')}
      description={t('description')}
      period={view === 'pages' ? 'months' : 'none'}
      action={mayPull && <CaptureButton capture={capture} />}
    >
      <CaptureProgress capture={capture} />
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List aria-label={t('views.label')} mb="md">
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`views.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map((name) => {
          const View = viewParts[name];
          return (
            <Tabs.Panel key={name} value={name}>
              <Suspense fallback={<LoadingState height={400} />}>
                <View />
              </Suspense>
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
