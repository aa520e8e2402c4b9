import { describe, expect, test } from 'vitest';
import type { ClosedRow } from '../../../shared/press/review-rows.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { addApprovedColombiano, changeOutlet, pageRate, piece } from './press-records.ts';
import { addFile } from './review-records.ts';

const month = '2026-11';

async function openMonth(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { accounts, output } = callerAs(house, 'coordinator');
  const { outletId, outlet, rate } = await addApprovedColombiano(house);
  const department = await accounts.createDepartment({ name: 'Hacienda' });
  const event = await output.createItem({ kind: 'event', title: 'Feria', day: '2026-11-01' });
  const message = await press.createKeyMessage({ text: 'La feria es de todos' });
  const fields = piece(outletId, {
    departmentId: department.id,
    eventId: event.id,
    keyMessageIds: [message.id],
    evidenceIds: [await addFile(house, 'recorte')],
  });
  const at = await press.createClipping(fields);
  return {
    press,
    accounts,
    output,
    outletId,
    outlet,
    rate,
    department,
    event,
    message,
    fields,
    at,
  };
}
type Opened = Awaited<ReturnType<typeof openMonth>> & { house: TestHouse };
type Change = (opened: Opened) => Promise<unknown>;

const edit =
  (change: Parameters<typeof piece>[1]): Change =>
  ({ press, at, fields }) =>
    press.updateClipping({ at, fields: { ...fields, ...change } });
const editOutlet =
  (change: object): Change =>
  ({ press, outlet }) => {
    const fields = { name: 'El Colombiano', medium: 'press', ...change } as const;
    return changeOutlet(press, { at: outlet, fields }, false);
  };
const raise: Change = async ({ press, rate, outletId, at, fields }) => {
  await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 20_000_000 }) });
  const wide = { ...fields.measures, widthCm: '13' } as typeof fields.measures;
  await press.updateClipping({ at, fields: { ...fields, measures: wide } });
};
const approve: Change = ({ house, at }) =>
  callerAs(house, 'secretary').press.approveClippings({ ats: [at] });
const reprice: Change = ({ press, rate, outletId }) =>
  press.updateRate({ at: rate, fields: pageRate(outletId, { sourceReference: 'Otro documento' }) });
const radio = {
  format: 'radio',
  measures: { unit: 'second', seconds: '30', share: '1', isEstimated: false },
} as const;

/** How somebody else changes what each field of a frozen appearance says, between reading and closing. */
const changes: Record<keyof Required<ClosedRow>, Change | Record<string, Change>> = {
  id: ({ press, outletId }) => press.createClipping(piece(outletId, { title: 'Otra' })),
  version: edit({ notes: 'Otra versión' }),
  day: edit({ day: '2026-11-04' }),
  title: edit({ title: 'Otro titular' }),
  outletId: async (opened) => {
    const other = await opened.press.createOutlet({ name: 'Otro', medium: 'press' });
    return edit({ outletId: other.id })(opened);
  },
  outletName: editOutlet({ name: 'El Colombiano S. A.' }),
  medium: editOutlet({ medium: 'digital' }),
  audience: editOutlet({ audience: 90_000 }),
  channel: async (opened) => {
    const other = await opened.press.createOutlet({ name: 'Radio', medium: 'radio' });
    return edit({ outletId: other.id, ...radio })(opened);
  },
  format: edit({ format: 'web', measures: { unit: 'note', share: '1', isEstimated: false } }),
  tone: edit({ tone: 'negative' }),
  standing: edit({ isPaid: true }),
  isPaid: edit({ isPaid: true }),
  grade: edit({
    measures: { unit: 'page_area', widthCm: '12', heightCm: '8', share: '1', isEstimated: true },
  }),
  valueCop: raise,
  valueWithVatCop: raise,
  valuation: raise,
  rateId: edit({
    section: 'Metro',
    format: 'web',
    measures: { unit: 'note', share: '1', isEstimated: false },
  }),
  rateApproval: async (opened) => {
    await reprice(opened);
    await raise({ ...opened, rate: { ...opened.rate, version: opened.rate.version + 1 } });
  },
  price: {
    'the document of the rate': async (opened) => {
      const evidenceIds = [await addFile(opened.house, 'tarifario')];
      const { press, rate, outletId } = opened;
      await press.updateRate({ at: rate, fields: pageRate(outletId, { evidenceIds }) });
    },
    'the approval of the rate': reprice,
  },
  underContract: editOutlet({
    contracts: [{ from: '2026-01-01', to: null, reference: 'Contrato 12' }],
  }),
  reviewState: approve,
  evidence: async (opened) => edit({ evidenceIds: [await addFile(opened.house, 'b')] })(opened),
  evidenceCount: edit({ evidenceIds: [] }),
  commentCount: ({ house, at }) =>
    callerAs(house, 'secretary').press.commentClipping({ id: at.id, text: 'Mirar' }),
  isDuplicated: ({ press, fields, outletId }) =>
    press.createClipping({
      ...piece(outletId),
      day: '2026-10-03',
      evidenceIds: fields.evidenceIds,
    }),
  section: edit({ section: 'Metro' }),
  pageLabel: edit({ pageLabel: '8A' }),
  url: edit({ url: 'https://example.org/nota' }),
  author: edit({ author: 'Ana Ruiz' }),
  departmentName: ({ accounts, department }) =>
    accounts.updateDepartment({ at: department, fields: { name: 'Gobierno' } }),
  departmentId: edit({ departmentId: null }),
  topic: edit({ topic: 'Parque' }),
  spokesperson: edit({ spokesperson: 'Alcaldesa' }),
  origin: edit({ origin: 'reactive' }),
  eventTitle: ({ output, event }) =>
    output.updateItem({
      at: event,
      fields: { kind: 'event', title: 'Feria de mayo', day: '2026-11-01' },
    }),
  eventId: edit({ eventId: null }),
  notes: edit({ notes: 'Una nota' }),
  entry: ({ press, outletId }) =>
    press.createClipping(piece(outletId, { title: 'De un enlace', entry: 'url' })),
  keyMessages: ({ press, message }) =>
    press.updateKeyMessage({ at: message, fields: { text: 'Otra idea' } }),
  keyMessageIds: edit({ keyMessageIds: [] }),
};

const walked = Object.entries(changes).flatMap(([field, change]) =>
  typeof change === 'function'
    ? [[field, change] as const]
    : Object.entries(change).map(([name, one]) => [`${field}: ${name}`, one] as const),
);

describe('closing a month that somebody changed since it was read', () => {
  test.each(walked)('is refused when it is %s', async (_field, change) => {
    const house = await makeHouse();
    const opened = await openMonth(house);
    const secretary = callerAs(house, 'secretary').press;
    const { stamp } = await secretary.readMonthReview({ month });

    await change({ ...opened, house });

    const closing = secretary.closeMonth({ month, stamp: stamp ?? '' });
    expect(await failureOf(closing)).toEqual({ code: 'review_moved', month });
  });

  test('is refused when a monthly total, the threshold or a compared month moved', async () => {
    const house = await makeHouse();
    const { press, outletId } = await openMonth(house);
    const secretary = callerAs(house, 'secretary').press;
    const tally = { channel: 'press', count: 2, valueCop: 1, source: 'Informe' } as const;
    const moves = [
      () => press.createPressTally({ ...tally, month: '2025-11' }),
      () => press.createClipping(piece(outletId, { day: '2026-10-01' })),
      () => callerAs(house, 'coordinator').press.setReviewThreshold({ amountCop: 5 }),
    ];
    for (const move of moves) {
      const { stamp } = await secretary.readMonthReview({ month });
      await move();
      const closing = secretary.closeMonth({ month, stamp: stamp ?? '' });
      expect(await failureOf(closing)).toEqual({ code: 'review_moved', month });
    }
  });

  test('is done when nothing that it freezes moved', async () => {
    const house = await makeHouse();
    const { press } = await openMonth(house);
    const secretary = callerAs(house, 'secretary').press;
    const { stamp } = await secretary.readMonthReview({ month });
    await press.createOutlet({ name: 'Un medio nuevo', medium: 'radio' });
    expect(await secretary.closeMonth({ month, stamp: stamp ?? '' })).toMatchObject({
      revision: 1,
    });
  });
});
