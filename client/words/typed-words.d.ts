import 'i18next';
import type { admin } from './es/admin.ts';
import type { alerts } from './es/alerts.ts';
import type { app } from './es/app.ts';
import type { capture } from './es/capture.ts';
import type { chain } from './es/chain.ts';
import type { commitments } from './es/commitments.ts';
import type { connections } from './es/connections.ts';
import type { coverage } from './es/coverage.ts';
import type { entrance } from './es/entrance.ts';
import type { failures } from './es/failures.ts';
import type { feeds } from './es/feeds.ts';
import type { grid } from './es/grid.ts';
import type { imports } from './es/imports.ts';
import type { indicators } from './es/indicators.ts';
import type { kinds } from './es/kinds.ts';
import type { likeness } from './es/likeness.ts';
import type { output } from './es/output.ts';
import type { pages } from './es/pages.ts';
import type { places } from './es/places.ts';
import type { press } from './es/press.ts';
import type { prices } from './es/prices.ts';
import type { pulls } from './es/pulls.ts';
import type { review } from './es/review.ts';
import type { sheets } from './es/sheets.ts';
import type { social } from './es/social.ts';
import type { summary } from './es/summary.ts';
import type { table } from './es/table.ts';
import type { typing } from './es/typing.ts';
import type { ui } from './es/ui.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      admin: typeof admin;
      alerts: typeof alerts;
      app: typeof app;
      capture: typeof capture;
      chain: typeof chain;
      commitments: typeof commitments;
      places: typeof places;
      connections: typeof connections;
      coverage: typeof coverage;
      entrance: typeof entrance;
      failures: typeof failures;
      feeds: typeof feeds;
      grid: typeof grid;
      imports: typeof imports;
      indicators: typeof indicators;
      kinds: typeof kinds;
      likeness: typeof likeness;
      output: typeof output;
      pages: typeof pages;
      press: typeof press;
      prices: typeof prices;
      pulls: typeof pulls;
      review: typeof review;
      sheets: typeof sheets;
      social: typeof social;
      summary: typeof summary;
      table: typeof table;
      typing: typeof typing;
      ui: typeof ui;
    };
  }
}
