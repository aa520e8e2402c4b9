import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CaptureMany } from '../../../client/press/capture-many.tsx';
import { ClippingForm } from '../../../client/press/clipping-form.tsx';
import InboxView from '../../../client/press/inbox-view.tsx';
import { type Answers, showScreen } from '../../support/screen-of.tsx';

const address = 'https://elsur.example/nota';
const links = [address];
const nothing = () => undefined;

const facts = {
  title: 'Abren el parque',
  siteName: null,
  author: null,
  day: null,
  section: null,
  imageAddress: null,
};

const described = (day: string | null) => ({
  'press.describePages': () => ({
    data: [
      {
        ...{ address, isRead: true, finalAddress: address, outlet: null, domain: 'elsur.example' },
        facts: { ...facts, day },
      },
    ],
  }),
});

const entry = (day: string | null) => ({
  ...{ id: 'e', version: 1, feedId: 'f', outletId: 'o', outletName: 'El Sur', day },
  ...{ title: 'Abren el parque', address, author: null, summary: null, matched: ['La Estrella'] },
  ...{ state: 'pending', clippingId: null, seenAt: '2026-11-20T10:00:00Z' },
  ...{ decidedAt: null, decidedBy: null },
});

const inbox = (day: string | null) => ({
  'press.listFeedEntries': () => ({ data: { rows: [entry(day)], total: 1 } }),
});

const form = () => <ClippingForm onClose={nothing} />;

async function pasteLink(): Promise<void> {
  const field = await screen.findByLabelText('Dirección de la nota');
  await userEvent.type(field, `${address}{Enter}`);
}

interface Way {
  show(): ReactNode;
  /** What the server answers where the piece says this day, or none. */
  answers(day: string | null): Answers;
  open(): Promise<void>;
  /** What is said where the day is missing, and where it is there. */
  missing: RegExp;
  said: RegExp;
}

/** Every way by which an appearance of which the day is not known comes to a form. */
const ways: Record<string, Way> = {
  'one link': {
    show: form,
    answers: described,
    open: pasteLink,
    missing: /La página no dice su fecha/,
    said: /La dice la página/,
  },
  'several links': {
    show: () => <CaptureMany addresses={links} onClose={nothing} />,
    answers: described,
    open: async () => {
      await screen.findByDisplayValue('Abren el parque');
    },
    missing: /Falta la fecha: la página no la dice/,
    said: /Falta el medio/,
  },
  'the inbox': {
    show: () => <InboxView />,
    answers: inbox,
    open: async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Abren el parque' })),
    missing: /La fuente no dice la fecha/,
    said: /La dice la fuente/,
  },
};

const dayField = () => screen.findByLabelText<HTMLInputElement>(/^Fecha de publicación/);

async function open(way: Way, day: string | null) {
  const shown = await showScreen(way.show, { at: '/free-press', answers: way.answers(day) });
  await way.open();
  return shown;
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe.each(Object.entries(ways))('the day of an appearance by %s', (_, way) => {
  test('that nobody says is left to the person, who is told why', async () => {
    await open(way, null);
    await waitFor(async () => expect((await dayField()).value).toBe(''));
    expect(screen.getByText(way.missing)).toBeTruthy();
  });

  test('that is said is taken, and told where from', async () => {
    await open(way, '2026-11-09');
    await waitFor(async () => expect((await dayField()).value).toBe('2026-11-09'));
    expect(screen.getByText(way.said)).toBeTruthy();
    expect(screen.queryByText(way.missing)).toBeNull();
  });
});

describe('the day of the form', () => {
  test('is today only as a proposal that says so', async () => {
    await showScreen(form, { at: '/free-press' });
    expect((await dayField()).value).toBe('2026-11-22');
    expect(screen.getByText(/Se propone hoy/)).toBeTruthy();
  });

  test('is asked for where the page could not be read', async () => {
    const failure = { code: 'address_refused', reason: 'status', status: 500 } as const;
    await showScreen(form, {
      at: '/free-press',
      answers: {
        'press.describePages': () => ({ data: [{ address, isRead: false, failure }] }),
      },
    });
    await pasteLink();
    expect(await screen.findByText(/La página no se leyó: escriba el día/)).toBeTruthy();
    expect((await dayField()).value).toBe('');
  });

  test.each([null, '2026-11-09'])(
    'that a person wrote stays, whatever the page says (%s)',
    async (day) => {
      await showScreen(form, { at: '/free-press', answers: described(day) });
      fireEvent.change(await dayField(), { target: { value: '2026-11-03' } });
      expect(screen.queryByText(/Se propone hoy/)).toBeNull();
      await pasteLink();
      await screen.findByText(/Se leyó la página/);
      expect((await dayField()).value).toBe('2026-11-03');
    },
  );

  test('that is missing is sent as missing, and nothing is stored', async () => {
    const fields = [{ path: 'day', rule: 'invalid_format', facts: { format: 'date' } }];
    const { inputsTo } = await showScreen(form, {
      at: '/free-press',
      answers: {
        ...described(null),
        'press.createClipping': () => ({ failure: { code: 'invalid_input', fields } }),
      },
    });
    await pasteLink();
    await screen.findByText(/La página no dice su fecha/);
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(inputsTo('press.createClipping')).toHaveLength(1));
    expect(inputsTo('press.createClipping')[0]).toMatchObject({
      day: '',
      title: 'Abren el parque',
    });
    expect((await screen.findByLabelText<HTMLInputElement>(/^Titular/)).value).toBe(
      'Abren el parque',
    );
  });
});

describe('the walk', () => {
  test('knows every source that starts an appearance', () => {
    const starting = readdirSync('client', { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
      .map((one) => join(one.parentPath, one.name))
      .filter((path) => /\bnewClipping\(|press\.createClipping/.test(readFileSync(path, 'utf8')))
      .sort();
    expect(starting).toEqual(
      [
        'client/press/clipping-form.tsx',
        'client/press/clipping-values.ts',
        'client/press/inbox-view.tsx',
        'client/press/use-many-pages.ts',
      ].map((path) => join(...path.split('/'))),
    );
  });
});
