import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { SelfProvider } from '../../../client/app/self.tsx';
import { NewItemForm } from '../../../client/output/new-item-form.tsx';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { startWords } from '../../../client/words/start-words.ts';
import { detailFields } from '../../../shared/output/detail-fields.ts';
import { outputKind, outputKinds } from '../../../shared/output/kinds.ts';
import type { KindRow } from '../../../shared/output/rows.ts';

const event: KindRow = {
  id: 'event',
  version: null,
  label: outputKind('event').label,
  fields: detailFields(outputKind('event')),
  isOwn: false,
  isActive: true,
};
const self = {
  id: 'a',
  name: 'Catalina',
  role: 'coordinator' as const,
  isDemo: false,
  timeZone: 'America/Bogota',
  now: '2026-11-22T15:00:00Z',
};
const refusal = {
  code: 'invalid_input',
  fields: [{ path: 'url', rule: 'web_address', facts: {} }],
};

const kinds = outputKinds.map((kind) => ({ ...event, ...kind, fields: detailFields(kind) }));

/** What the server was sent, and a server that refuses the first call and takes the second. */
function standIn() {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    if (url.includes('accounts.readSelf')) return Response.json({ result: { data: self } });
    if (url.includes('output.listKinds')) return Response.json({ result: { data: kinds } });
    if (!url.includes('output.createItem')) {
      return Response.json({ result: { data: { rows: [], total: 0 } } });
    }
    sent.push(JSON.parse(String(options?.body)));
    if (sent.length > 1) return Response.json({ result: { data: { id: 'new', version: 1 } } });
    const error = { message: 'BAD_REQUEST', code: -32600, data: { failure: refusal } };
    return Response.json({ error }, { status: 400 });
  });
  return sent;
}

async function show() {
  const onClose = vi.fn();
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => <NewItemForm kind={event} day="2026-11-22" onClose={onClose} />,
    }),
    history: createMemoryHistory(),
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <SelfProvider self={self}>
          <RouterProvider router={router as never} />
        </SelfProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByLabelText(/Título/);
  return onClose;
}

describe('the quick form of output', () => {
  beforeEach(async () => {
    await startWords();
    addAreaWords();
    queryClient.clear();
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('asks for what the chosen kind has, and keeps what was typed before', async () => {
    standIn();
    await show();
    await userEvent.type(screen.getByLabelText(/Título/), 'El Informativo de la gente');
    expect(screen.getByLabelText('Asistentes')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Clase'), 'print_run');
    expect(screen.queryByLabelText('Asistentes')).toBeNull();
    expect(screen.getByLabelText('Ejemplares')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/Título/).value).toBe(
      'El Informativo de la gente',
    );
  });

  test('says beside the field why it was refused, keeps everything, and saves once put right', async () => {
    const sent = standIn();
    const onClose = await show();
    await userEvent.type(screen.getByLabelText(/Título/), 'Feria');
    await userEvent.type(screen.getByLabelText('Enlace'), 'medio');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    expect(await screen.findByText(/Escriba una dirección web completa/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/Título/).value).toBe('Feria');
    expect(onClose).not.toHaveBeenCalled();

    await userEvent.clear(screen.getByLabelText('Enlace'));
    await userEvent.type(screen.getByLabelText('Asistentes'), '0');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent[1]).toEqual({
      kind: 'event',
      title: 'Feria',
      day: '2026-11-22',
      startsAt: null,
      stateReason: null,
      endsAt: null,
      departmentId: null,
      place: null,
      placeId: null,
      responsible: null,
      seriesId: null,
      requestId: null,
      evidenceIds: [],
      url: null,
      notes: null,
      details: { mode: 'in_person', attendance: 0 },
    });
  });
});
