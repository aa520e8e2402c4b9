import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { SelfProvider } from '../../../client/app/self.tsx';
import { type FigureKind, isWholeKind, writeFigure } from '../../../shared/numbers/figure.ts';
import type { NumberLocale } from '../../../shared/numbers/locale.ts';
import { detailFields } from '../../../shared/output/detail-fields.ts';
import { outputKinds } from '../../../shared/output/kinds.ts';

/** A numeric field of a form: its label, what it holds, and where its value stands in what is sent. */
export interface WalkedField {
  /** A key of the words, or the label itself. */
  label: string | ((locale: NumberLocale) => string);
  kind: FigureKind;
  /** The value typed, as exact text, in the writing of the product. */
  value: string;
  /** Where it is sent; only shown when absent. */
  at?: readonly string[];
  /** What is sent, where it is not the value as its kind keeps it. */
  sent?: unknown;
}

/** A form with every numeric field that it has. */
export interface WalkedForm {
  title: string;
  /** How many uses of the field of figures it walks, by source. */
  of: Record<string, number>;
  fields: readonly WalkedField[];
  show(send: (body: unknown) => void): ReactNode;
}

const self = {
  id: 'a',
  name: 'Catalina',
  role: 'coordinator' as const,
  isDemo: false,
  timeZone: 'America/Bogota',
  now: '2026-11-22T15:00:00Z',
};

/** The kinds of output as the server lists them. */
export const kindRows = outputKinds.map((kind) => ({
  ...kind,
  version: null,
  isOwn: false,
  isActive: true,
  fields: detailFields(kind),
}));

/** What a server without records answers to whatever is asked. */
const nothing = {
  id: 'new',
  version: 1,
  rows: [],
  total: 0,
  count: 1,
  copied: 1,
  seal: 's'.repeat(64),
  valueBefore: 0,
  valueAfter: 0,
  closedMonths: [],
  overlaps: null,
};

function answer(url: string): unknown {
  if (url.includes('accounts.readSelf')) return self;
  if (url.includes('accounts.listPeople')) return [];
  return url.includes('output.listKinds') ? kindRows : nothing;
}

/** A server that takes all, and what it was sent. */
function standIn(): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    if (options?.method === 'POST') sent.push(JSON.parse(String(options.body)));
    return Response.json({ result: { data: answer(url) } });
  });
  return sent;
}

/** Shows a form within what surrounds every page; what is sent and where one goes is added to the answer. */
export async function openForm({ show }: Pick<WalkedForm, 'show'>): Promise<unknown[]> {
  const sent = standIn();
  queryClient.clear();
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/free-press',
    component: () => show((body) => sent.push(body)),
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/free-press'] }),
  });
  router.subscribe('onResolved', () => sent.push(router.state.location.search));
  await router.load();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <SelfProvider self={self}>
          <RouterProvider router={router as never} />
        </SelfProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return sent;
}

function fieldOf({ label }: WalkedField, locale: NumberLocale) {
  const words = typeof label === 'string' ? i18next.t(label as 'ui:save') : label(locale);
  const plain = words.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return screen.findByLabelText<HTMLInputElement>(new RegExp(`^${plain}(?: \\*)?$`));
}

function valueAt(body: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part ? Reflect.get(part, name) : undefined),
    body,
  );
}

/** What stands in the fields once they are left, and what is sent of each. */
export async function walk(form: WalkedForm, locale: NumberLocale) {
  const sent = await openForm(form);
  const shown: string[] = [];
  for (const field of form.fields) {
    const input = await fieldOf(field, locale);
    await userEvent.clear(input);
    await userEvent.type(input, writeFigure(field.value, field.kind, locale));
    await userEvent.tab();
    shown.push((await fieldOf(field, locale)).value);
  }
  const submit = document.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (submit) {
    await waitFor(() => {
      if (submit.disabled) throw new Error('the form cannot be sent yet');
    });
    const before = sent.length;
    await userEvent.click(submit);
    await waitFor(() => {
      if (sent.length === before) throw new Error('nothing was sent');
    });
  }
  const last = (at: readonly string[]) =>
    sent
      .map((body) => valueAt(body, at))
      .filter((value) => value !== undefined)
      .at(-1);
  return { shown, sent: form.fields.map(({ at }) => at && last(at)) };
}

/** What is to stand in the fields, and to be sent of each. */
export function expected({ fields }: WalkedForm, locale: NumberLocale) {
  return {
    shown: fields.map(({ kind, value }) => writeFigure(value, kind, locale)),
    sent: fields.map(({ kind, value, at, sent }) => {
      if (!at) return undefined;
      return sent ?? (isWholeKind(kind) ? Number(value) : value);
    }),
  };
}
