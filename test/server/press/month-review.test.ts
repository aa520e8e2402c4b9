import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const month = '2026-11';

describe('the review of a month', () => {
  test('tells its totals, the month before and the year before, and its parts', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    await press.createClipping(piece(outletId));
    await press.createClipping(
      piece(outletId, { tone: 'negative', title: 'Otra', day: '2026-11-04' }),
    );
    await press.createClipping(piece(outletId, { day: '2026-10-03' }));
    await press.createPressTally({
      month: '2025-11',
      channel: 'press',
      count: 4,
      valueCop: 1_800_000,
      source: 'Informe de gestión 2025',
    });

    const review = await press.readMonthReview({ month });

    expect(review).toMatchObject({
      month,
      state: { state: 'open' },
      lastMonth: { month: '2026-10', count: 1, valueCop: pieceValue, headlineCop: pieceValue },
      lastYear: { month: '2025-11', count: 4, valueCop: 1_800_000, headlineCop: null },
      summary: {
        totals: {
          headline: { count: 1, valueCop: pieceValue },
          negative: { count: 1, valueCop: pieceValue },
          allTones: { count: 2, valueCop: 2 * pieceValue, unvalued: 0 },
        },
        shares: { outlet: [{ key: outletId, name: 'El Colombiano', all: { count: 2 } }] },
      },
    });
    expect(review.stamp).toMatch(/^[0-9a-f]{32}$/);
    expect((await press.readMonthReview({ month: '2020-01' })).lastMonth).toBeNull();
  });

  test('counts what has to be looked at, and opens each to its appearances', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const { id: radio } = await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
    await press.createClipping(piece(outletId));
    await press.createClipping(piece(outletId, { section: 'Metro' }));
    const spoken = await press.createClipping(
      piece(radio, {
        format: 'radio',
        title: 'En la mañana',
        measures: { unit: 'second', seconds: '45', share: '1', isEstimated: false },
      }),
    );
    await callerAs(house, 'coordinator').press.setReviewThreshold({ amountCop: pieceValue });

    const { summary } = await press.readMonthReview({ month });
    expect(summary.thresholdCop).toBe(pieceValue);
    expect(summary.matters).toEqual({
      unvalued: 1,
      without_evidence: 3,
      unsupported: 0,
      unapproved_rate: 2,
      duplicated: 2,
      over_threshold: 2,
      sent_back: 0,
      not_approved: 3,
    });
    expect(await press.listReviewClippings({ month, matter: 'unvalued' })).toMatchObject({
      total: 1,
      rows: [{ id: spoken.id, outletName: 'Estrella Estéreo', valueCop: null }],
    });
    expect((await press.listReviewClippings({ month, search: 'ESTEREO manana' })).total).toBe(1);
    expect(
      await press.listReviewClippings({ month, medium: 'press', page: 2, pageSize: 1 }),
    ).toMatchObject({ total: 2, rows: [{ outletId }] });
  });

  test('of 2020 stays what the report printed, peso by peso', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    await press.createPressTally({
      month: '2020-01',
      channel: 'press',
      count: 11,
      valueCop: 4_950_000,
      source: 'Informe 2020',
    });
    await closeAsSeen(house, '2020-01');
    const { summary, state } = await press.readMonthReview({ month: '2020-01' });
    expect(state).toMatchObject({ state: 'closed', by: 'Persona secretary' });
    expect(summary.totals.allTones).toEqual({
      count: 11,
      valueCop: 4_950_000,
      valueWithVatCop: null,
      unvalued: 0,
    });
    expect(summary.totals.headline.valueCop).toBeNull();
  });
});

describe('comments', () => {
  test('stand under an appearance with who said them, the newest first', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const { id } = await press.createClipping(piece(outletId));
    const said = await press.commentClipping({ id, text: 'Falta el recorte.' });
    house.setNow('2026-11-22T16:00:00Z');
    await callerAs(house, 'secretary').press.commentClipping({ id, text: '¿Quién lo midió?' });

    expect(await callerAs(house, 'viewer').press.listClippingComments({ id })).toMatchObject([
      { text: '¿Quién lo midió?', by: 'Persona secretary', kind: 'comment' },
      { text: 'Falta el recorte.', by: 'Persona press' },
    ]);
    expect(await auditOf(house, said.id)).toMatchObject([
      { action: 'comment', record: 'clipping_comment' },
    ]);
    expect((await press.listReviewClippings({ month })).rows).toMatchObject([{ commentCount: 2 }]);
  });

  test('are refused to who only reads, and of what is not there', async () => {
    const house = await makeHouse();
    const refused = callerAs(house, 'viewer').press.commentClipping({ id: 'x', text: 'Hola' });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    const lost = callerAs(house, 'press').press.commentClipping({ id: 'x', text: 'Hola' });
    expect(await failureOf(lost)).toMatchObject({ code: 'record_not_found', record: 'clipping' });
  });
});

describe('the secretary', () => {
  test('sends an appearance back with a reason, and its correction waits to be looked at again', async () => {
    const house = await makeHouse();
    const [press, secretary] = [callerAs(house, 'press').press, callerAs(house, 'secretary').press];
    const { outletId } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));

    const sent = await secretary.sendBackClipping({ at, reason: 'No tiene recorte.' });

    expect(await press.readClipping(at)).toMatchObject({
      reviewState: 'sent_back',
      reviewedBy: 'Persona secretary',
    });
    expect(await press.listClippingComments(at)).toMatchObject([
      { kind: 'sent_back', text: 'No tiene recorte.' },
    ]);
    const { stamp } = await secretary.readMonthReview({ month });
    expect(await failureOf(secretary.closeMonth({ month, stamp: stamp ?? '' }))).toEqual({
      code: 'month_not_ready',
      month,
      sentBack: 1,
    });
    await press.updateClipping({ at: sent, fields: piece(outletId, { pageLabel: '8A' }) });
    expect(await press.readClipping(at)).toMatchObject({ reviewState: null, reviewedBy: null });
    expect((await auditOf(house, at.id)).map(({ action }) => action)).toContain('update');
  });

  test('approves many at once, as they were looked at; nobody else does', async () => {
    const house = await makeHouse();
    const [press, secretary] = [callerAs(house, 'press').press, callerAs(house, 'secretary').press];
    const { outletId } = await addColombiano(house);
    const one = await press.createClipping(piece(outletId));
    const other = await press.createClipping(piece(outletId, { title: 'Otra' }));
    expect(await failureOf(press.approveClippings({ ats: [one] }))).toMatchObject({
      code: 'role_not_allowed',
    });
    expect(await failureOf(press.sendBackClipping({ at: one, reason: 'x' }))).toMatchObject({
      code: 'role_not_allowed',
    });
    await press.updateClipping({ at: other, fields: piece(outletId, { title: 'Cambiada' }) });
    const late = secretary.approveClippings({ ats: [one, other] });
    expect(await failureOf(late)).toMatchObject({ code: 'record_changed', id: other.id });
    expect((await press.readClipping(one)).reviewState).toBeNull();

    const seen = (await secretary.listReviewClippings({ month })).rows;
    await secretary.approveClippings({ ats: seen.map(({ id, version }) => ({ id, version })) });

    expect((await press.readMonthReview({ month })).summary.matters.not_approved).toBe(0);
    expect((await auditOf(house, one.id)).map(({ action }) => action)).toContain('update');
    expect((await press.readClipping(one)).reviewState).toBe('approved');
  });

  test('sets no threshold through who only logs', async () => {
    const house = await makeHouse();
    const refused = callerAs(house, 'press').press.setReviewThreshold({ amountCop: 1 });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    await callerAs(house, 'secretary').press.setReviewThreshold({ amountCop: 1_000_000 });
    await callerAs(house, 'secretary').press.setReviewThreshold({ amountCop: null });
    expect(
      (await callerAs(house, 'press').press.readMonthReview({ month })).summary.thresholdCop,
    ).toBeNull();
    expect(await auditOf(house, 'review_threshold')).toHaveLength(2);
  });
});
