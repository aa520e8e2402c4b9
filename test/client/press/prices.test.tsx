import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { PoliciesPanel } from '../../../client/press/policies-panel.tsx';
import { RatesPanel } from '../../../client/press/rates-panel.tsx';
import { ValueExplanation } from '../../../client/press/value-explanation.tsx';
import { changeLanguage } from '../../../client/words/start-words.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import type { PriceDetail } from '../../../shared/press/price-detail.ts';
import { inSpanish, price, rowOf, showPrices } from '../../support/price-screen.tsx';

inSpanish();

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

describe('a price on screen', () => {
  test.each(readers)('opens by keyboard from the list for %s, and closes again', async (role) => {
    const user = userEvent.setup();
    await showPrices({ as: { id: 'diana', role }, content: () => <RatesPanel /> });
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
    await showPrices({ as: { id: 'ana', role: 'coordinator' }, content: () => <RatesPanel /> });
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
    await showPrices({
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

  test('a removed one says so, and is offered to nobody to approve', async () => {
    await showPrices({
      as: { id: 'diana', role: 'secretary' },
      answers: { 'press.readPrice': { ...price, isRemoved: true } },
      content: () => <RatesPanel />,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'El Colombiano' }));
    const drawer = await screen.findByRole('dialog', { name: 'Tarifa' });
    await within(drawer).findByText(/^Esta tarifa se quitó/);
    expect(within(drawer).queryByRole('button', { name: 'Aprobar' })).toBeNull();
    expect((await factsOf(drawer)).Aprobación).toBe('Sin aprobar');
  });

  test('opens from the explanation of a value, which is on top of nothing', async () => {
    const valuation = {
      ...{ standing: 'valued', valueCop: 100, valueWithVatCop: 119, grade: 'B' },
      ...{ steps: [], because: [] },
      price: { of: 'rate', id: 'page', evidence: [], approvedBy: null, approvedAt: null },
    } as unknown as React.ComponentProps<typeof ValueExplanation>['valuation'];
    await showPrices({
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
