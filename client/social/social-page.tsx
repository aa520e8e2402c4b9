import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { LoadingState } from '../ui/states.tsx';
import { CaptureButton, CaptureProgress } from './capture-now.tsx';
import { type SocialView, socialViews } from './social-search.ts';
import { CaptureProvider, useCapture } from './use-capture.ts';
import { useSocialSearch } from './use-social-search.ts';

const viewParts = {
  overview: lazy(() => import('./overview-view.tsx')),
  compare: lazy(() => import('./compare-view.tsx')),
  posts: lazy(() => import('./posts-view.tsx')),
  pages: lazy(() => import('./pages-view.tsx')),
  typing: lazy(() => import('./typing-view.tsx')),
  pulls: lazy(() => import('./pulls-view.tsx')),
  connections: lazy(() => import('./connections-view.tsx')),
  alerts: lazy(() => import('./alerts-view.tsx')),
};
const PageScreen = lazy(() => import('./page-screen.tsx'));

/** The views over a period of months; the others are of now. */
const ofPeriod: ReadonlySet<SocialView> = new Set<SocialView>(['overview', 'compare', 'posts']);

/** The views of those who run the office's pages. */
const ofOffices: ReadonlySet<SocialView> = new Set<SocialView>(['typing', 'connections']);

/** The views that this person may see. */
function useViews(): SocialView[] {
  const mayWrite = useMayDo('admin', 'coordinator');
  return socialViews.filter((view) => mayWrite || !ofOffices.has(view));
}

function Views({ views, view }: { views: SocialView[]; view: SocialView }) {
  const { t } = useTranslation(['social', 'typing']);
  const [, change] = useSocialSearch();
  const show = (next: string | null) =>
    change({
      view: next === 'overview' ? undefined : (next as SocialView),
      pull: undefined,
    });
  return (
    <Tabs value={view} onChange={show} keepMounted={false}>
      <Tabs.List aria-label={t('views.label')} mb="md">
        {views.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {name === 'typing' ? t('typing:view') : t(`views.${name}`)}
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
  );
}

/** The fan pages with their figures and growth, their posts, the pulls that read them, and their connections. */
export function SocialPage() {
  const { t } = useTranslation('social');
  const mayPull = useMayDo('admin', 'coordinator', 'press');
  const [{ view: asked = 'overview', of }] = useSocialSearch();
  const capture = useCapture();
  const views = useViews();
  const view = views.includes(asked) ? asked : 'overview';
  return (
    <Page
      title={t('title')}
      description={t('description')}
      period={of !== undefined || ofPeriod.has(view) ? 'months' : 'none'}
      action={mayPull && <CaptureButton capture={capture} />}
    >
      <CaptureProvider value={capture}>
        <CaptureProgress />
        {of === undefined ? (
          <Views views={views} view={view} />
        ) : (
          <Suspense fallback={<LoadingState height={600} />}>
            <PageScreen key={of} pageId={of} />
          </Suspense>
        )}
      </CaptureProvider>
    </Page>
  );
}
