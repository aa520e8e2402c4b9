import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { queryClient } from '../../client/app/api.ts';
import { SelfProvider } from '../../client/app/self.tsx';
import { Toasts } from '../../client/ui/toasts.tsx';
import { addAreaWords } from '../../client/words/add-area-words.ts';
import { changeLanguage, startWords } from '../../client/words/start-words.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import type { PriceDetail } from '../../shared/press/price-detail.ts';

/** Starts each test in Spanish, with nothing asked before, and ends it with an empty page. */
export function inSpanish(): void {
  // Tables and drawers are slow to draw without a browser, and slower beside other tests.
  configure({ asyncUtilTimeout: 10_000 });
  beforeEach(async () => {
    await startWords();
    addAreaWords();
    await changeLanguage('es');
    queryClient.clear();
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
}

/** When the rate of the stand-in was entered. */
export const enteredAt = '2026-11-20T15:00:00Z';
const pdf = { id: 'tarifario', name: 'tarifario.pdf', mediaType: 'application/pdf', sizeBytes: 9 };

/** A rate with VAT in its price that Carlos entered, Ana changed and nobody approved. */
export const price: PriceDetail = {
  of: 'rate',
  ...{ id: 'page', version: 3, outletName: 'El Colombiano', format: 'print', section: '' },
  ...{ unit: 'page_area', unitQuantity: '1560', priceCop: 11_900_000, vatIncluded: true },
  ...{ vatRate: '0.19', netPriceCop: 10_000_000, grossPriceCop: 11_900_000 },
  ...{ validFrom: '2026-01-01', validTo: null, sourceType: 'published_tariff' },
  sourceReference: 'Tarifario 2026, página 3',
  evidence: [pdf],
  ...{ enteredById: 'carlos', enteredBy: 'Carlos', enteredAt },
  ...{ changedById: 'ana', changedBy: 'Ana', changedAt: '2026-11-21T15:00:00Z' },
  ...{ approvedBy: null, approvedAt: null, hasOtherApprover: true, isRemoved: false },
  history: [
    {
      ...{ action: 'changed', at: '2026-11-21T15:00:00Z', by: 'Ana', isOnlyApprover: false },
      before: { priceCop: 9_000_000 },
      after: { priceCop: 11_900_000 },
    },
    {
      action: 'entered',
      at: enteredAt,
      by: 'Carlos',
      isOnlyApprover: false,
      before: {},
      after: {},
    },
  ],
};

/** The same rate as lists have it. */
export const rowOf = (change: Partial<PriceDetail> = {}) => ({
  ...price,
  ...{ outletId: 'colombiano', updatedAt: enteredAt, updatedBy: 'Ana', evidenceIds: ['tarifario'] },
  ...change,
});

type Answers = Record<string, unknown>;

/** A server that answers by the name of what is asked, and what it was sent. */
function standIn(answers: Answers): { path: string; body: unknown }[] {
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    const path = /\/trpc\/([\w.]+)/.exec(url)?.[1] ?? '';
    if (options?.method === 'POST') sent.push({ path, body: JSON.parse(String(options.body)) });
    const data = answers[path] ?? { rows: [], total: 0 };
    return Response.json({ result: { data } });
  });
  return sent;
}

interface Shown {
  as: { id: string; role: Role };
  answers?: Answers;
  content(): React.ReactNode;
}

/** Shows what stands on the page of the press as somebody sees it; returns what is sent. */
export async function showPrices({ as, answers = {}, content }: Shown) {
  const zone = { isDemo: false, timeZone: 'America/Bogota', now: '2026-11-22T15:00:00Z' };
  const self = { ...as, name: as.id, ...zone };
  const sent = standIn({
    'accounts.readSelf': self,
    'press.listRates': { rows: [rowOf()], total: 1 },
    'press.readPrice': price,
    ...answers,
  });
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/free-press',
    component: content,
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/free-press'] }),
  });
  await router.load();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <Toasts />
        <SelfProvider self={self}>
          <RouterProvider router={router as never} />
        </SelfProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return sent;
}
