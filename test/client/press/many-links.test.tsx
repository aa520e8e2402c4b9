import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CaptureMany } from '../../../client/press/capture-many.tsx';
import { ClippingForm } from '../../../client/press/clipping-form.tsx';
import type { OpenFeedEntry } from '../../../shared/press/feeds.ts';
import type { Alike } from '../../../shared/press/likeness.ts';
import { type Answers, showScreen } from '../../support/screen-of.tsx';

const site = 'https://elsur.example';
const outlets = ['sur', 'norte'].map((id) => ({ id, name: `El ${id}`, medium: 'digital' }));

interface Page {
  at: string;
  /** Where it led to. */
  to?: string;
  title: string;
  outlet?: string;
  day?: string;
}

const pageOf = ({ at, to = at, title, outlet = 'sur', day = '2026-11-09' }: Page) => ({
  ...{ address: `${site}/${at}`, isRead: true, finalAddress: `${site}/${to}` },
  ...{ outlet: { id: outlet, name: outlet }, domain: 'elsur.example' },
  facts: { title, day, siteName: null, author: null, section: null, imageAddress: null },
});

const record = (reason: Alike['reason'], id = 'known'): Alike => ({
  reason,
  clipping: {
    ...{ id, version: 4, day: '2026-11-09', title: 'Ya registrada', outletId: 'sur' },
    ...{ outletName: 'El sur', format: 'web', url: `${site}/a`, valueCop: null },
  },
});

const entry = (state: OpenFeedEntry['state']): OpenFeedEntry => ({
  ...{ id: 'entry', version: 3, title: 'De la fuente', outletName: 'El sur', state },
  ...{ urlKey: 'elsur.example/a', day: null, decidedBy: null },
});

/** What the server is asked to be like: pages, and what an appearance of an address looks like. */
interface Office {
  pages: Page[];
  alike?(url: string): Alike[];
  entries?: OpenFeedEntry[];
}

function answersOf({ pages, alike = () => [], entries = [] }: Office): Answers {
  return {
    'press.describePages': () => ({ data: pages.map(pageOf) }),
    'press.listOutlets': () => ({ data: { rows: outlets, total: outlets.length } }),
    'press.findLikeness': ({ url }) => ({ data: alike(url) }),
    'press.findOpenEntries': () => ({ data: entries }),
    'press.createClipping': (_, times) => ({ data: { id: `new-${times}`, version: 1 } }),
    'press.keepApart': ({ ids }) => ({ data: { ids } }),
    'press.markSyndicated': ({ ats }) => ({ data: ats }),
    'press.acceptFeedEntry': ({ at }) => ({ data: at }),
  };
}

async function openMany(office: Office) {
  const addresses = office.pages.map(({ at }) => `${site}/${at}`);
  const onClose = vi.fn();
  const shown = await showScreen(() => <CaptureMany addresses={addresses} onClose={onClose} />, {
    at: '/free-press',
    answers: answersOf(office),
  });
  await screen.findByRole('heading', { name: 'Nota 1' });
  await waitFor(() => expect(screen.queryByText(/Buscando si ya/)).toBeNull());
  return { ...shown, onClose };
}

const panelOf = (number: number) =>
  screen.getByRole('heading', { name: `Nota ${number}` }).closest('section') as HTMLElement;
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Registrar \d/ });
const save = () => userEvent.click(saveButton());
const apart = (number: number) =>
  within(panelOf(number)).getByRole('checkbox', { name: /registrarla aparte|de todos modos/ });

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const twice = ['same_address', 'same_evidence', 'same_piece'] as const;

describe('several pasted links', () => {
  test.each(twice)('one that is on record (%s) is not stored without a choice', async (reason) => {
    const { inputsTo } = await openMany({
      pages: [
        { at: 'a', title: 'Una' },
        { at: 'b', title: 'Otra' },
      ],
      alike: (url) => (url === `${site}/a` ? [record(reason)] : []),
    });
    expect(within(panelOf(1)).getByText(/«Ya registrada»/)).toBeTruthy();
    expect(within(panelOf(1)).getByText('Falta decidir: se parece a otra')).toBeTruthy();
    expect(within(panelOf(2)).getByText('Lista')).toBeTruthy();
    expect(saveButton().textContent).toBe('Registrar 1 nota');
    await save();
    await within(panelOf(2)).findByText('Registrada');
    expect(inputsTo('press.createClipping').map(({ url }) => url)).toEqual([`${site}/b`]);
  });

  test('one that is told to be another is stored, and it is remembered that they are two', async () => {
    const { inputsTo } = await openMany({
      pages: [{ at: 'a', title: 'Una' }],
      alike: () => [record('same_address')],
    });
    await userEvent.click(apart(1));
    await save();
    await waitFor(() => expect(inputsTo('press.keepApart')).toEqual([{ ids: ['new-1', 'known'] }]));
  });

  test('the text of another outlet is stored at once, marked as syndicated where one chooses so', async () => {
    const { inputsTo } = await openMany({
      pages: [{ at: 'a', title: 'Una' }],
      alike: () => [record('same_text_elsewhere')],
    });
    expect(within(panelOf(1)).getByText('Lista')).toBeTruthy();
    await userEvent.click(within(panelOf(1)).getByRole('checkbox', { name: /sindicadas/ }));
    await save();
    const ats = [
      { id: 'new-1', version: 1 },
      { id: 'known', version: 4 },
    ];
    await waitFor(() => expect(inputsTo('press.markSyndicated')).toEqual([{ ats }]));
  });

  const pairs: Record<string, [Page, Page]> = {
    'one address, tracked otherwise': [
      { at: 'a?utm_source=x', title: 'Una' },
      { at: 'a?fbclid=9', title: 'Dos' },
    ],
    'two links that lead to one page': [
      { at: 'corta', to: 'a', title: 'Una' },
      { at: 'otra-corta', to: 'a', title: 'Una' },
    ],
    'a link and the page it leads to': [
      { at: 'a', title: 'Una' },
      { at: 'corta', to: 'a', title: 'Una' },
    ],
    'one piece with a slip in its title': [
      { at: 'a', title: 'Abren el parque de la Tablaza' },
      { at: 'b', title: 'Abren el parque de la tablasa' },
    ],
  };

  test.each(Object.entries(pairs))('among themselves, %s is not stored twice', async (_, pages) => {
    const { inputsTo } = await openMany({ pages });
    expect(within(panelOf(2)).getByText(/Nota 1 de esta lista/)).toBeTruthy();
    expect(within(panelOf(1)).queryByText(/de esta lista/)).toBeNull();
    await save();
    await within(panelOf(1)).findByText('Registrada');
    expect(inputsTo('press.createClipping')).toHaveLength(1);
  });

  test('among themselves, one that is told to be another is stored after the first, as two', async () => {
    const stored: string[] = [];
    const { inputsTo } = await openMany({
      pages: [
        { at: 'a', title: 'Una' },
        { at: 'a?ref=2', title: 'Dos' },
      ],
      // Once the first is on record, it is what the second looks like.
      alike: (url) =>
        stored.length > 0 && url.endsWith('ref=2') ? [record('same_address', 'new-1')] : [],
    });
    await userEvent.click(apart(2));
    expect(saveButton().textContent).toBe('Registrar 2 notas');
    stored.push('new-1');
    await save();
    await waitFor(() => expect(inputsTo('press.createClipping')).toHaveLength(2));
    await waitFor(() => expect(inputsTo('press.keepApart')).toEqual([{ ids: ['new-2', 'new-1'] }]));
  });

  test('one that waits in the inbox leaves it; one that was dismissed there is asked about', async () => {
    const { inputsTo } = await openMany({
      pages: [{ at: 'a', title: 'Una' }],
      entries: [entry('pending')],
    });
    expect(within(panelOf(1)).getByText(/Espera en la bandeja/)).toBeTruthy();
    await save();
    const taken = { at: { id: 'entry', version: 3 }, clippingId: 'new-1' };
    await waitFor(() => expect(inputsTo('press.acceptFeedEntry')).toEqual([taken]));
    cleanup();

    const dismissed = await openMany({
      pages: [{ at: 'a', title: 'Una' }],
      entries: [entry('dismissed')],
    });
    expect(within(panelOf(1)).getByText(/Se descartó en la bandeja/)).toBeTruthy();
    expect(saveButton().disabled).toBe(true);
    await userEvent.click(apart(1));
    await save();
    await waitFor(() => expect(dismissed.inputsTo('press.acceptFeedEntry')).toEqual([taken]));
  });

  test('one that somebody else logged meanwhile is asked about before anything is stored', async () => {
    const known: Alike[] = [];
    const { inputsTo } = await openMany({
      pages: [{ at: 'a', title: 'Una' }],
      alike: () => known,
    });
    known.push(record('same_address'));
    await save();
    expect(await within(panelOf(1)).findByText(/No se guardó nada/)).toBeTruthy();
    expect(inputsTo('press.createClipping')).toEqual([]);
    expect(within(panelOf(1)).getByText(/«Ya registrada»/)).toBeTruthy();
    await userEvent.click(apart(1));
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    await save();
    await waitFor(() => expect(inputsTo('press.createClipping')).toHaveLength(1));
  });
});

describe('one link', () => {
  test.each(twice)(
    'that is on record (%s) is not stored without the same choice',
    async (reason) => {
      const { inputsTo } = await showScreen(() => <ClippingForm onClose={vi.fn()} />, {
        at: '/free-press',
        answers: answersOf({ pages: [{ at: 'a', title: 'Una' }], alike: () => [record(reason)] }),
      });
      const field = await screen.findByLabelText('Dirección de la nota');
      await userEvent.type(field, `${site}/a{Enter}`);
      const another = await screen.findByRole('checkbox', { name: /registrarla aparte/ });
      await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
      expect(await screen.findByText(/Se parece a otra que ya está/)).toBeTruthy();
      expect(inputsTo('press.createClipping')).toEqual([]);
      expect((await screen.findByLabelText<HTMLInputElement>(/^Titular/)).value).toBe('Una');
      fireEvent.click(another);
      await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
      await waitFor(() =>
        expect(inputsTo('press.keepApart')).toEqual([{ ids: ['new-1', 'known'] }]),
      );
    },
  );
});
