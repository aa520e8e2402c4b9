import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { queryClient } from '../../client/app/api.ts';
import { QuestionDialog } from '../../client/app/question-dialog.tsx';
import { SelfProvider } from '../../client/app/self.tsx';
import { Toasts } from '../../client/ui/toasts.tsx';
import { addAreaWords } from '../../client/words/add-area-words.ts';
import { startWords } from '../../client/words/start-words.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import type { Failure } from '../../shared/failure.ts';
import { detailFields } from '../../shared/output/detail-fields.ts';
import { outputKinds } from '../../shared/output/kinds.ts';

// Whole forms, on a machine that does other things meanwhile.
configure({ asyncUtilTimeout: 10_000 });

/** A call as the server gets it. */
export interface Sent {
  procedure: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the screen sends, for the test to look at
  input: any;
}

/** What a server says to a call: data, or why it refuses. */
type Answer = { data: unknown } | { failure: Failure };

/** Answers by procedure; what none is written for has no rows. */
export type Answers = Readonly<
  Record<string, (input: Sent['input'], times: number) => Answer | Promise<Answer>>
>;

/** Midday of 22 November 2026 in Bogotá minus two hours. */
const now = '2026-11-22T15:00:00Z';

const selfOf = (role: Role, at: string) => ({
  id: 'a',
  name: 'Catalina',
  role,
  isDemo: false,
  timeZone: 'America/Bogota',
  now: at,
});

const kinds = outputKinds.map((kind) => ({
  ...{ ...kind, version: null, isOwn: false, isActive: true },
  fields: detailFields(kind),
}));

/** A value that there is no rate for. */
const unvalued = {
  ...{ standing: 'unvalued', reason: 'outlet', valueCop: null, valueWithVatCop: null },
  ...{ grade: null, steps: [], because: null, price: null },
};

/** What an office without records answers, where that is no page of a list. */
const ofAnEmptyOffice: Readonly<Record<string, unknown>> = {
  'output.listKinds': kinds,
  'press.listSavedViews': [],
  'press.listMonthStates': [],
  'press.previewValue': { valuation: unvalued, isKept: false },
  'press.findLikeness': [],
  'press.findOpenEntries': [],
  'accounts.listPeople': [],
};

function inputOf(url: URL, options?: RequestInit): unknown {
  if (options?.method === 'POST') return JSON.parse(String(options.body ?? 'null'));
  return JSON.parse(url.searchParams.get('input') ?? 'null');
}

/** A server that answers as it is told, and every call that it got. */
function standIn(answers: Answers, self: ReturnType<typeof selfOf>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
    const url = new URL(address, 'http://altavoz.test');
    const procedure = url.pathname.replace('/trpc/', '');
    const input = inputOf(url, options);
    sent.push({ procedure, input });
    const times = sent.filter((one) => one.procedure === procedure).length;
    const usual = { 'accounts.readSelf': self, ...ofAnEmptyOffice }[procedure];
    const answer = (await answers[procedure]?.(input, times)) ?? {
      data: usual ?? { rows: [], total: 0 },
    };
    if ('data' in answer) return Response.json({ result: { data: answer.data } });
    const error = { message: 'BAD_REQUEST', code: -32600, data: { failure: answer.failure } };
    return Response.json({ error }, { status: 400 });
  });
  return sent;
}

interface Shown {
  /** The address of the page, with what it searches for. */
  at?: string;
  role?: Role;
  /** The server's clock, as ISO text. */
  clock?: string;
  answers?: Answers;
}

/** Shows part of a page to somebody signed in, over a server that answers as it is told. */
export async function showScreen(
  content: () => ReactNode,
  { at = '/', role = 'press', clock = now, answers = {} }: Shown = {},
) {
  await startWords();
  addAreaWords();
  queryClient.clear();
  const self = selfOf(role, clock);
  const sent = standIn(answers, self);
  const root = createRootRoute();
  const { pathname } = new URL(at, 'http://altavoz.test');
  const page = createRoute({ getParentRoute: () => root, path: pathname, component: content });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  await router.load();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <SelfProvider self={self}>
          <Toasts />
          <RouterProvider router={router as never} />
          <QuestionDialog />
        </SelfProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  /** What a procedure was sent, in its order. */
  const inputsTo = (procedure: string) =>
    sent.filter((one) => one.procedure === procedure).map(({ input }) => input);
  return { sent, inputsTo, address: () => router.state.location.search as Record<string, unknown> };
}
