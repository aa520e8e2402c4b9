import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { SelfProvider } from '../../../client/app/self.tsx';
import { PoliciesPanel } from '../../../client/press/policies-panel.tsx';
import { RateCopyForm } from '../../../client/press/rate-copy-form.tsx';
import { RatesPanel } from '../../../client/press/rates-panel.tsx';
import { ValueExplanation } from '../../../client/press/value-explanation.tsx';
import { Toasts } from '../../../client/ui/toasts.tsx';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { changeLanguage, startWords } from '../../../client/words/start-words.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import { rateSources } from '../../../shared/press/grading.ts';
import type { PriceDetail } from '../../../shared/press/price-detail.ts';

const at = '2026-11-20T15:00:00Z';
const pdf = { id: 'tarifario', name: 'tarifario.pdf', mediaType: 'application/pdf', sizeBytes: 9 };

const price: PriceDetail = {
  of: 'rate',
  ...{ id: 'page', version: 3, outletName: 'El Colombiano', format: 'print', section: '' },
  ...{ unit: 'page_area', unitQuantity: '1560', priceCop: 11_900_000, vatIncluded: true },
  ...{ vatRate: '0.19', netPriceCop: 10_000_000, grossPriceCop: 11_900_000 },
  ...{ validFrom: '2026-01-01', validTo: null, sourceType: 'published_tariff' },
  sourceReference: 'Tarifario 2026, página 3',
  evidence: [pdf],
  ...{ enteredById: 'carlos', enteredBy: 'Carlos', enteredAt: at },
  ...{ changedById: 'ana', changedBy: 'Ana', changedAt: '2026-11-21T15:00:00Z' },
  ...{ approvedBy: null, approvedAt: null, hasOtherApprover: true, isRemoved: false },
  history: [
    {
      ...{ action: 'changed', at: '2026-11-21T15:00:00Z', by: 'Ana', isOnlyApprover: false },
      before: { priceCop: 9_000_000 },
      after: { priceCop: 11_900_000 },
    },
    { action: 'entered', at, by: 'Carlos', isOnlyApprover: false, before: {}, after: {} },
  ],
};

const rowOf = (change: Partial<PriceDetail> = {}) => ({
  ...price,
  ...{ outletId: 'colombiano', updatedAt: at, updatedBy: 'Ana', evidenceIds: ['tarifario'] },
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

async function show({ as, answers = {}, content }: Shown) {
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

/** What is said beside each fact of the price that is open. */
async function factsOf(place: HTMLElement): Promise<Record<string, string>> {
  const headings = await within(place).findAllByRole('rowheader');
  return Object.fromEntries(
    headings.map((heading) => [
      heading.textContent ?? '',
      (heading.nextElementSibling?.textContent ?? '').replaceAll('\u00a0', ' '),
    ]),
  );
}

const readers: Role[] = ['admin', 'coordinator', 'press', 'secretary', 'viewer'];

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

describe('a price on screen', () => {
  test.each(readers)('opens by keyboard from the list for %s, and closes again', async (role) => {
    const user = userEvent.setup();
    await show({ as: { id: 'diana', role }, content: () => <RatesPanel /> });
    (await screen.findByRole('button', { name: 'El Colombiano' })).focus();
    await user.keyboard('{Enter}');
    const drawer = await screen.findByRole('dialog', { name: 'Tarifa' });
    expect(await factsOf(drawer)).toMatchObject({
      Medio: 'El Colombiano',
      Espacio: 'Impreso · General · Por área de página (1.560 cm²)',
      'Precio con IVA': '$ 11.900.000',
      'Precio sin IVA': '$ 10.000.000',
      IVA: '19 %, incluido en el precio cotizado',
      Vigencia: 'desde 1 ene 2026',
      Soporte:
        'Tarifario publicadoLo que valora es, a lo sumo, de grado B; de A cuando esté aprobada.',
      'Documento que lo soporta': 'Tarifario 2026, página 3',
      'Registrada por': 'Carlos, 20 nov 2026, 10:00',
      'Último cambio': 'Ana, 21 nov 2026, 10:00',
    });
    const file = within(drawer).getByRole('link', { name: 'Descargar: tarifario.pdf' });
    expect(file.getAttribute('href')).toBe('/evidence/tarifario');
    await user.click(within(drawer).getByRole('button', { name: 'Ver: tarifario.pdf' }));
    expect(within(drawer).getByTitle('tarifario.pdf').getAttribute('src')).toBe(
      '/evidence/tarifario',
    );
    const history = within(drawer).getByRole('region', { name: 'Historia' });
    const said = history.textContent?.replaceAll('\u00a0', ' ');
    expect(said).toContain('La cambió Ana, 21 nov 2026, 10:00.');
    expect(said).toContain('Precio cotizado: de $ 9.000.000 a $ 11.900.000');
    const mayEdit = ['admin', 'coordinator', 'press'].includes(role);
    expect(within(drawer).queryAllByRole('button', { name: 'Editar' })).toHaveLength(
      mayEdit ? 1 : 0,
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('says in English too what it says in Spanish', async () => {
    await changeLanguage('en');
    await show({ as: { id: 'ana', role: 'coordinator' }, content: () => <RatesPanel /> });
    await userEvent.click(await screen.findByRole('button', { name: 'El Colombiano' }));
    const drawer = await screen.findByRole('dialog', { name: 'Rate' });
    expect(await factsOf(drawer)).toMatchObject({
      'Price with VAT': '$ 11,900,000',
      VAT: '19 %, included in the quoted price',
      Approval: 'Not approvedYou changed it last: somebody else approves it.',
    });
  });

  test('a flat price opens the same way, and says that it is of any outlet', async () => {
    const flat = {
      ...price,
      ...{ of: 'flat_policy', outletName: null, unit: 'flat', unitQuantity: '1', format: 'web' },
      sourceType: 'flat_policy',
    };
    await show({
      as: { id: 'diana', role: 'secretary' },
      answers: {
        'press.listFlatPolicies': { rows: [rowOf({ ...(flat as PriceDetail) })], total: 1 },
        'press.readPrice': flat,
      },
      content: () => <PoliciesPanel />,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Página web' }));
    const drawer = await screen.findByRole('dialog', { name: 'Tarifa plana' });
    expect(await factsOf(drawer)).toMatchObject({
      Medio: 'Cualquiera que no tenga tarifa',
      Espacio: 'Página web',
      Soporte: 'Valor fijo por políticaLo que valora es, a lo sumo, de grado C.',
    });
  });

  test('opens from the explanation of a value, which is on top of nothing', async () => {
    const valuation = {
      ...{ standing: 'valued', valueCop: 100, valueWithVatCop: 119, grade: 'B' },
      ...{ steps: [], because: [] },
      price: { of: 'rate', id: 'page', evidence: [], approvedBy: null, approvedAt: null },
    } as unknown as React.ComponentProps<typeof ValueExplanation>['valuation'];
    await show({
      as: { id: 'diana', role: 'viewer' },
      content: () => <ValueExplanation valuation={valuation} />,
    });
    const opener = await screen.findByRole('button', { name: 'Ver la tarifa' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('$ 11.900.000', {
      normalizer: (text) => text.replaceAll('\u00a0', ' '),
    });
    const facts = await factsOf(document.body);
    expect(facts.Aprobación).toBe(
      'Sin aprobarLa aprueba alguien de Coordinación o de Secretaría General.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Ocultar la tarifa' }));
    expect(screen.queryByText('El Colombiano')).toBeNull();
  });
});

describe('who may approve', () => {
  const own = { enteredById: 'ana', changedById: null, changedBy: null };
  const alone = { hasOtherApprover: false };

  test.each([
    ['entered it', 'ana', own, 'La registró usted: la aprueba otra persona.', false],
    ['changed it last', 'ana', {}, 'La cambió usted de último: la aprueba otra persona.', false],
    [
      'entered it and is the only one',
      'ana',
      { ...own, ...alone },
      'La registró usted, y no hay otra persona que pueda aprobarla.',
      true,
    ],
    [
      'changed it last and is the only one',
      'ana',
      alone,
      'La cambió usted de último, y no hay otra persona que pueda aprobarla.',
      true,
    ],
    ['had no hand in it', 'diana', {}, undefined, true],
  ])('is said in words to who %s', async (_, id, change, words, mayApprove) => {
    await show({
      as: { id, role: 'coordinator' },
      answers: { 'press.listRates': { rows: [rowOf(change)], total: 1 } },
      content: () => <RatesPanel />,
    });
    const cell = (await screen.findByRole('button', { name: 'El Colombiano' })).closest('tr');
    const row = within(cell as HTMLElement);
    expect(row.queryAllByRole('button', { name: 'Aprobar' })).toHaveLength(mayApprove ? 1 : 0);
    if (words) expect(row.getByText(words)).toBeTruthy();
    expect(screen.queryAllByText(/usted/)).toHaveLength(words ? 1 : 0);
  });

  test('of a page at once, those of others are named as skipped, and all are sent as they were seen', async () => {
    const user = userEvent.setup();
    const rows = [
      rowOf({ id: 'free', outletName: 'La Tarde', changedById: null, changedBy: null }),
      rowOf({ id: 'mine', outletName: 'El Mundo', ...own }),
      rowOf({ id: 'mended', outletName: 'Minuto 30' }),
      rowOf({ id: 'done', outletName: 'Teleantioquia', approvedBy: 'Diana', approvedAt: at }),
    ];
    const sent = await show({
      as: { id: 'ana', role: 'coordinator' },
      answers: {
        'press.listRates': { rows, total: 4 },
        'press.approveRates': {
          approved: [{ id: 'free', version: 4 }],
          left: [
            { id: 'mine', hand: 'entered' },
            { id: 'mended', hand: 'changed' },
          ],
        },
      },
      content: () => <RatesPanel />,
    });
    await user.click(await screen.findByRole('button', { name: 'Aprobar la de esta página' }));
    const asked = await screen.findByRole('dialog', { name: 'Aprobar tarifas' });
    const approved = within(asked).getByRole('region', { name: 'Quedan aprobadas' });
    expect(approved.textContent).toContain('La Tarde');
    const left = within(asked).getByRole('region', {
      name: 'Siguen sin aprobar: son para otra persona',
    });
    expect(left.textContent).toContain('El Mundo');
    expect(left.textContent).toContain('La registró usted: la aprueba otra persona.');
    expect(left.textContent).toContain('Minuto 30');
    expect(left.textContent).toContain('La cambió usted de último: la aprueba otra persona.');
    expect(asked.textContent).not.toContain('Teleantioquia');
    await user.click(within(asked).getByRole('button', { name: 'Aprobar 1 tarifa' }));
    await screen.findByText('Se aprobó 1 tarifa. Quedan 2 para otra persona.');
    const ats = ['free', 'mine', 'mended'].map((id) => ({ id, version: 3 }));
    expect(sent).toEqual([{ path: 'press.approveRates', body: { ats } }]);
  });
});

describe('the preview of copied rates', () => {
  test('says of each the source that it keeps or loses, with the grade that this allows', async () => {
    const copy = (rateId: string, change: object) => ({
      ...{ rateId, outletName: rateId, format: 'print', section: '', unit: 'page_area' },
      ...{ priceCop: 100, newPriceCop: 108, validFrom: '2026-01-01', validTo: null },
      ...{ endsOriginal: true, obstacle: null },
      ...change,
    });
    const rows = rateSources.map((sourceType) =>
      copy(sourceType, { sourceType, newSourceType: sourceType }),
    );
    const lost = { sourceType: 'quotation', newSourceType: 'published_tariff', unit: 'note' };
    await show({
      as: { id: 'ana', role: 'coordinator' },
      answers: {
        'press.previewRateCopies': {
          ...{ rows: [...rows, copy('lost', lost)], copied: 5, left: 0, seal: 's'.repeat(64) },
        },
      },
      content: () => <RateCopyForm onClose={vi.fn()} />,
    });
    await userEvent.type(await screen.findByLabelText(/^Aumento/), '8,5');
    const table = await screen.findByRole('table', { name: 'Así quedarían' });
    const told = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[3]?.textContent);
    expect(told).toEqual([
      'Tarifario publicado (grado A al aprobarla)',
      'Cotización (grado B al aprobarla)',
      'Valor fijo por política (grado C al aprobarla)',
      'Sin soporte (grado D al aprobarla)',
      'Tarifario publicado (grado C al aprobarla); era Cotización',
    ]);
  });
});
