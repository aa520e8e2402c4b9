import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { RateCopyForm } from '../../../client/press/rate-copy-form.tsx';
import { RatesPanel } from '../../../client/press/rates-panel.tsx';
import { rateSources } from '../../../shared/press/grading.ts';
import { enteredAt, inSpanish, rowOf, showPrices } from '../../support/price-screen.tsx';

inSpanish();

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
    await showPrices({
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
      rowOf({
        id: 'done',
        outletName: 'Teleantioquia',
        approvedBy: 'Diana',
        approvedAt: enteredAt,
      }),
    ];
    const sent = await showPrices({
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
    await showPrices({
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
