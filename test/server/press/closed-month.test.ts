import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { findClosedFile } from '../../../server/press/review/find-closed-file.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { serve } from '../../support/served-house.ts';
import {
  addApprovedColombiano,
  addColombiano,
  pageRate,
  piece,
  pieceValue,
} from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const month = '2026-11';

async function fileOf(house: TestHouse, revision: number, format: 'csv' | 'xlsx') {
  const file = await findClosedFile(house.database.db, { month, revision, format });
  return Buffer.from(file?.bytes ?? []);
}

describe('closing a month', () => {
  test('keeps it in a revision with who and when, and tells it from then on as it was', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet } = await addApprovedColombiano(house);
    const at = await press.createClipping(piece(outletId));

    const { id, revision } = await closeAsSeen(house, month);

    expect(revision).toBe(1);
    expect(await auditOf(house, id)).toMatchObject([
      { action: 'close', record: 'month_close', actorName: 'Persona secretary' },
    ]);
    const review = await press.readMonthReview({ month });
    expect(review).toMatchObject({
      stamp: null,
      state: {
        state: 'closed',
        revision: 1,
        by: 'Persona secretary',
        at: '2026-11-22T15:00:00.000Z',
      },
      summary: { totals: { headline: { count: 1, valueCop: pieceValue } } },
    });
    await press.updateOutlet({ at: outlet, fields: { name: 'Otro nombre', medium: 'press' } });
    await press.createClipping(piece(outletId, { day: '2026-10-01' }));
    expect(await press.readMonthReview({ month })).toEqual(review);
    expect((await press.readClipping(at)).outletName).toBe('El Colombiano');
    expect((await press.listReviewClippings({ month })).rows).toMatchObject([
      { outletName: 'El Colombiano', valueCop: pieceValue, grade: 'A' },
    ]);
    expect(await press.listMonthStates({ from: '2026-01', to: '2026-12' })).toMatchObject([
      { month, state: 'closed', count: 1, valueCop: pieceValue },
      { month: '2026-10', state: 'open', count: 1 },
    ]);
  });

  test('is for the secretary alone, and so is opening it again', async () => {
    const house = await makeHouse();
    for (const role of ['admin', 'coordinator', 'press', 'viewer'] as const) {
      const { press } = callerAs(house, role);
      const closing = press.closeMonth({ month, stamp: 'x' });
      expect(await failureOf(closing)).toMatchObject({ code: 'role_not_allowed' });
      const opening = press.reopenMonth({ month, reason: 'x' });
      expect(await failureOf(opening)).toMatchObject({ code: 'role_not_allowed' });
    }
    expect(await callerAs(house, 'viewer').press.listMonthRevisions({ month })).toEqual([]);
  });

  test('approves what was seen and nothing else', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const secretary = callerAs(house, 'secretary').press;
    const { stamp } = await secretary.readMonthReview({ month });
    await press.createClipping(piece(outletId));
    const late = secretary.closeMonth({ month, stamp: stamp ?? '' });
    expect(await failureOf(late)).toEqual({ code: 'review_moved', month });
    expect((await secretary.readMonthReview({ month })).state).toEqual({ state: 'open' });
  });

  test('is done once, and not before the month begins', async () => {
    const house = await makeHouse();
    await closeAsSeen(house, month);
    const again = callerAs(house, 'secretary').press.closeMonth({ month, stamp: 'x' });
    expect(await failureOf(again)).toEqual({
      code: 'month_closed',
      month,
      closedAt: '2026-11-22T15:00:00.000Z',
      closedBy: 'Persona secretary',
    });
    expect(await failureOf(closeAsSeen(house, '2026-12'))).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'month', rule: 'month_to_come' }],
    });
  });

  test('happens once when two close it at once, and takes in no appearance that arrives meanwhile', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const secretary = callerAs(house, 'secretary').press;
    const stamp = (await secretary.readMonthReview({ month })).stamp ?? '';
    const outcomes = await Promise.allSettled([
      secretary.closeMonth({ month, stamp }),
      press.createClipping(piece(outletId)),
      secretary.closeMonth({ month, stamp }),
    ]);
    const { state, summary } = await press.readMonthReview({ month });
    const isClosed = state.state === 'closed';
    const done = outcomes.map(({ status }) => status === 'fulfilled');
    // Either the appearance came first, and what was seen is no longer what is there; or it came late.
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(isClosed).toBe(!done[1]);
    expect(summary.totals.allTones.count).toBe(isClosed ? 0 : 1);
  });
});

describe('opening a closed month again', () => {
  test('needs a reason, lets the press team correct, and closing it makes a new revision', async () => {
    const house = await makeHouse();
    const [press, secretary] = [callerAs(house, 'press').press, callerAs(house, 'secretary').press];
    const { outletId } = await addColombiano(house);
    const kept = await press.createClipping(piece(outletId, { day: '2026-11-01', title: 'Igual' }));
    const at = await press.createClipping(piece(outletId));
    const gone = await press.createClipping(piece(outletId, { title: 'Sobra' }));
    await closeAsSeen(house, month);
    const first = await fileOf(house, 1, 'csv');
    await expect(secretary.reopenMonth({ month, reason: '  ' })).rejects.toThrow();

    const opened = await secretary.reopenMonth({ month, reason: 'Faltaba una nota de radio.' });

    expect(await auditOf(house, opened.id)).toMatchObject([{ action: 'reopen' }]);
    expect((await press.readMonthReview({ month })).state).toMatchObject({
      state: 'reopened',
      reason: 'Faltaba una nota de radio.',
    });
    await press.updateClipping({ at, fields: piece(outletId, { tone: 'negative' }) });
    await press.removeClipping(gone);
    const added = await press.createClipping(piece(outletId, { title: 'Nueva' }));
    const { revision } = await closeAsSeen(house, month);
    expect(revision).toBe(3);
    expect(await press.listMonthRevisions({ month })).toMatchObject([
      { revision: 3, action: 'close', totals: { headline: { count: 2 } } },
      { revision: 2, action: 'reopen', reason: 'Faltaba una nota de radio.', totals: null },
      { revision: 1, action: 'close', totals: { headline: { count: 3 } } },
    ]);
    const compared = await press.compareRevisions({ month, from: 1, to: 3 });
    expect(compared).toMatchObject({
      before: { headline: { count: 3 } },
      after: { headline: { count: 2 } },
      added: [{ id: added.id, title: 'Nueva', valueCop: pieceValue }],
      removed: [{ id: gone.id }],
      changed: [{ id: at.id, changes: [{ field: 'tone', before: 'positive', after: 'negative' }] }],
    });
    expect(JSON.stringify(compared)).not.toContain(kept.id);
    expect(await fileOf(house, 1, 'csv')).toEqual(first);
    expect(await failureOf(press.compareRevisions({ month, from: 1, to: 2 }))).toMatchObject({
      code: 'record_not_found',
      record: 'month_close',
    });
  });

  test('is refused of a month that is open', async () => {
    const house = await makeHouse();
    const refused = callerAs(house, 'secretary').press.reopenMonth({
      month,
      reason: 'Por si acaso',
    });
    expect(await failureOf(refused)).toEqual({ code: 'month_not_closed', month });
  });
});

describe('the file of a closed month', () => {
  test('has real numbers and days, and nothing that a spreadsheet would run', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addApprovedColombiano(house);
    await press.createClipping(piece(outletId, { title: '=HYPERLINK("http://x")' }));
    await press.createPressTally({
      month,
      channel: 'broadcast_digital',
      count: 3,
      valueCop: 900_000,
      source: '+Informe',
    });
    await closeAsSeen(house, month);

    const csv = (await fileOf(house, 1, 'csv')).toString('utf8');
    expect(csv.startsWith('\ufeffRegistro;Fecha;Titular;Medio')).toBe(true);
    expect(csv).toContain(`;"'=HYPERLINK(""http://x"")";El Colombiano;`);
    expect(csv).toContain(`;1;${pieceValue};1347447;A;No;18400000;`);
    expect(csv).toContain("Total mensual;;'+Informe;");
    expect(csv).toContain(rate.id);
    const book = read(await fileOf(house, 1, 'xlsx'), { cellDates: true, UTC: true });
    const [row, tally] = utils.sheet_to_json<Record<string, unknown>>(
      book.Sheets[month] as (typeof book.Sheets)[string],
      { UTC: true },
    );
    const value = 'Valor publicitario equivalente (referencial), pesos sin IVA';
    expect(row).toMatchObject({ [value]: pieceValue, Titular: '=HYPERLINK("http://x")' });
    expect(row?.Fecha).toEqual(new Date('2026-11-03T00:00:00.000Z'));
    expect(tally).toMatchObject({ Registro: 'Total mensual', Apariciones: 3, [value]: 900_000 });
  });

  test('is handed to whoever has a session, and only as it was made', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    await callerAs(house, 'press').press.createClipping(piece(outletId));
    await closeAsSeen(house, month);
    const served = await serve(house);
    const address = `/export/closed-months/${month}/1.csv`;
    expect((await served.visitor().fetch(address)).status).toBe(401);
    const viewer = await served.signedIn('viewer');

    const answer = await viewer.fetch(address);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="cierre-${month}-revision-1.csv"`,
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(await fileOf(house, 1, 'csv'));
    for (const wrong of ['2.csv', '1.pdf', '1.csv.exe', `..%2f1.csv`]) {
      const { status } = await viewer.fetch(`/export/closed-months/${month}/${wrong}`);
      expect(status).toBe(404);
    }
  });

  test('stays the same, byte by byte, whatever happens to rates, outlets and names', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet, rate } = await addColombiano(house);
    const department = await callerAs(house, 'coordinator').accounts.createDepartment({
      name: 'Hacienda',
    });
    await press.createClipping(piece(outletId, { departmentId: department.id }));
    await closeAsSeen(house, month);
    const [csv, xlsx] = [await fileOf(house, 1, 'csv'), await fileOf(house, 1, 'xlsx')];
    expect(csv.toString()).toContain(';Hacienda;');

    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 1_000 }) });
    const renamed = await press.updateOutlet({
      at: outlet,
      fields: { name: 'Otro', medium: 'radio', vatRate: '0', isOwnChannel: true },
    });
    await press.removeOutlet(renamed);
    await callerAs(house, 'coordinator').accounts.updateDepartment({
      at: department,
      fields: { name: 'Otra dependencia' },
    });

    expect(await fileOf(house, 1, 'csv')).toEqual(csv);
    expect(await fileOf(house, 1, 'xlsx')).toEqual(xlsx);
    expect((await press.readMonthlyValue({ from: month, to: month })).total.valueCop).toBe(
      pieceValue,
    );
  });
});
