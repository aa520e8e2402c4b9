import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readAdminSearch } from '../admin/admin-search.ts';
import { readIndicatorsSearch } from '../indicators/indicators-search.ts';
import { readOutputSearch } from '../output/output-search.ts';
import { readPressSearch } from '../press/press-search.ts';
import { readSocialSearch } from '../social/social-search.ts';
import { BrokenPage, NotFoundPage, PageLoading } from './page-states.tsx';
import { keepPeriod, readPeriodSearch } from './period-search.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
  validateSearch: readPeriodSearch,
  search: { middlewares: [keepPeriod] },
});

const summary = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../summary/summary-page.tsx'), 'SummaryPage'),
});

const output = createRoute({
  getParentRoute: () => root,
  path: '/produccion',
  validateSearch: readOutputSearch,
  component: lazyRouteComponent(() => import('../output/output-page.tsx'), 'OutputPage'),
});

const press = createRoute({
  getParentRoute: () => root,
  path: '/free-press',
  validateSearch: readPressSearch,
  component: lazyRouteComponent(() => import('../press/press-page.tsx'), 'PressPage'),
});

const social = createRoute({
  getParentRoute: () => root,
  path: '/redes',
  validateSearch: readSocialSearch,
  component: lazyRouteComponent(() => import('../social/social-page.tsx'), 'SocialPage'),
});

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicadores',
  validateSearch: readIndicatorsSearch,
  component: lazyRouteComponent(
    () => import('../indicators/indicators-page.tsx'),
    'IndicatorsPage',
  ),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/administracion',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('../admin/admin-page.tsx'), 'AdminPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([summary, output, press, social, indicators, admin]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: PageLoading,
  defaultPendingMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
