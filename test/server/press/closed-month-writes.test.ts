import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { asSystem } from '../../../server/context.ts';
import { appRouter } from '../../../server/http/router.ts';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { findClosedFile } from '../../../server/press/review/find-closed-file.ts';
import { listMonths } from '../../../shared/calendar/month.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { addColombiano, changeOutlet, pageRate, piece } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const month = '2026-11';
const days = { from: '2026-11-01', to: '2026-11-30' };
const tally = { month, channel: 'press' as const, count: 3, valueCop: 9, source: 'Informe' };

/** A closed November with one of each thing that could be written to, and an open October. */
async function closedOffice(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { outletId, outlet, rate: first } = await addColombiano(house);
  const logged = await press.createClipping(piece(outletId));
  const dearer = pageRate(outletId, { priceCop: 20_000_000 });
  const rate = await press.updateRate({ at: first, fields: dearer });
  const { seal } = await press.previewRevaluation(days);
  const revaluation = await press.revalueClippings({ ...days, seal, reason: 'Tarifario nuevo' });
  const { version } = await press.readClipping(logged);
  const at = { id: logged.id, version };
  const other = await press.createClipping(piece(outletId, { title: 'Otra' }));
  const selection = { by: 'rows' as const, ats: [other] };
  const batch = await press.editClippings({ selection, change: { topic: 'Obras' } });
  const removed = await press.removeClipping(await press.createClipping(piece(outletId)));
  const elsewhere = await press.createClipping(piece(outletId, { day: '2026-10-02' }));
  const kept = await press.createPressTally({ ...tally, countsBoth: true });
  const wrong = { ...tally, channel: 'broadcast_digital' as const };
  const gone = await press.removePressTally(await press.createPressTally(wrong));
  const moved = await press.createPressTally({ ...tally, month: '2026-10', countsBoth: true });
  await closeAsSeen(house, month);
  return { outletId, outlet, rate, at, removed, elsewhere, kept, gone, moved, batch, revaluation };
}

type Office = Awaited<ReturnType<typeof closedOffice>>;

/** Every way in which something of the closed month could be written, each with the role that may write it elsewhere. */
function attemptsOn(house: TestHouse, office: Office): Record<string, () => Promise<unknown>> {
  const { outletId, at, removed, elsewhere, kept, gone, moved, batch, revaluation } = office;
  const ats = [elsewhere, at];
  const { press } = callerAs(house, 'press');
  const secretary = callerAs(house, 'secretary').press;
  const fields = piece(outletId);
  return {
    createClipping: () => press.createClipping(fields),
    updateClipping: () => press.updateClipping({ at, fields: piece(outletId, { tone: null }) }),
    'updateClipping out of the month': () =>
      press.updateClipping({ at, fields: piece(outletId, { day: '2026-10-01' }) }),
    'updateClipping into the month': () => press.updateClipping({ at: elsewhere, fields }),
    removeClipping: () => press.removeClipping(at),
    restoreClipping: () => press.restoreClipping(removed),
    editClippings: () =>
      press.editClippings({
        selection: { by: 'rows', ats },
        change: { tone: 'negative' },
      }),
    'editClippings by a filter': () =>
      press.editClippings({
        selection: { by: 'filter', filter: {}, count: 3 },
        change: { isRemoved: true },
      }),
    createPressTally: () => press.createPressTally({ ...tally, channel: 'broadcast_digital' }),
    updatePressTally: () => press.updatePressTally({ at: kept, fields: { ...tally, count: 4 } }),
    'updatePressTally into the month': () =>
      press.updatePressTally({ at: moved, fields: { ...tally, channel: 'broadcast_digital' } }),
    removePressTally: () => press.removePressTally(kept),
    restorePressTally: () => press.restorePressTally(gone),
    commentClipping: () => press.commentClipping({ id: at.id, text: 'Tarde' }),
    sendBackClipping: () => secretary.sendBackClipping({ at, reason: 'Tarde' }),
    approveClippings: () => secretary.approveClippings({ ats: [at] }),
    undoClippingBatch: () => press.undoClippingBatch(batch),
    undoRevaluation: () => press.undoRevaluation({ id: revaluation.id }),
    markSyndicated: () => press.markSyndicated({ ats }),
    unmarkSyndicated: () => press.unmarkSyndicated({ ats }),
    closeMonth: () => secretary.closeMonth({ month, stamp: 'x' }),
    'a file of appearances': () =>
      importClippings(asSystem(house), [piece(outletId, { day: '2026-10-09' }), fields]),
  };
}

/** Every procedure that writes to appearances or to totals of months, by its name. */
function writesOfMonths(): string[] {
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: string } }
  >;
  return Object.entries(procedures)
    .filter(([path, { _def }]) => path.startsWith('press.') && _def.type === 'mutation')
    .map(([path]) => path.slice('press.'.length))
    .filter((name) => /Clipping|Tally|Month|Revalu|Syndicat/.test(name));
}

/** What may change around a closed month, and shows nowhere in it. */
async function changeEverythingAround(house: TestHouse, office: Office): Promise<void> {
  const { press } = callerAs(house, 'press');
  const { outletId, outlet, rate } = office;
  const contracts = [{ from: '2026-01-01', to: null, reference: 'Contrato 7' }];
  const fields = { name: 'Otro', medium: 'radio', vatRate: '0', contracts } as const;
  const change = { at: outlet, fields: { ...fields, isOwnChannel: true } };
  await changeOutlet(press, change, true);
  const cheap = await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 7 }) });
  await press.removeRate(cheap);
  await press.createRate(pageRate(outletId, { section: 'Metro', priceCop: 999 }));
  await callerAs(house, 'coordinator').press.setReviewThreshold({ amountCop: 1 });
}

/** All that can be read of the closed month, as text. */
async function readingsOf(house: TestHouse): Promise<string> {
  const { press } = callerAs(house, 'viewer');
  const { db } = house.database;
  const files = await Promise.all(
    (['csv', 'xlsx'] as const).map((format) => findClosedFile(db, { month, revision: 1, format })),
  );
  return JSON.stringify([
    files.map((file) => Buffer.from(file?.bytes ?? []).toString('base64')),
    await press.readMonthReview({ month }),
    await press.listReviewClippings({ month }),
    await press.listMonthRevisions({ month }),
    await press.readMonthlyValue({ from: month, to: month }),
    await db.selectFrom('pressMonthMix').selectAll().where('month', '=', month).execute(),
    await db.selectFrom('pressTally').selectAll().where('month', '=', month).execute(),
  ]);
}

describe('a closed month', () => {
  test('refuses every write there is, with who closed it, and reads the same ever after', async () => {
    const house = await makeHouse();
    const office = await closedOffice(house);
    const before = await readingsOf(house);
    const outcomes: Record<string, string> = {};
    const attempts = attemptsOn(house, office);

    for (const [name, attempt] of Object.entries(attempts)) {
      const { code, closedBy } = (await failureOf(attempt())) as Record<string, string>;
      outcomes[name] = `${code} ${closedBy}`;
    }
    await changeEverythingAround(house, office);
    // Only now would valuing again come to something else.
    const { press } = callerAs(house, 'press');
    const { seal, closedMonths } = await press.previewRevaluation(days);
    expect(closedMonths).toEqual([month]);
    const revalued = press.revalueClippings({ ...days, seal, reason: 'Otra vez' });
    expect(await failureOf(revalued)).toMatchObject({ code: 'month_closed' });

    const names = Object.keys(attempts);
    const refused = names.map((name) => [name, 'month_closed Persona secretary']);
    expect(outcomes).toEqual(Object.fromEntries(refused));
    const tried = new Set([...names, 'revalueClippings', 'reopenMonth']);
    expect(writesOfMonths().filter((name) => !tried.has(name))).toEqual([]);
    expect(await readingsOf(house)).toBe(before);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('is kept by the database itself, whoever writes to it', async () => {
    const house = await makeHouse();
    const { at, kept } = (await closedOffice(house)) as { at: RecordVersion; kept: RecordVersion };
    const { db } = house.database;
    const before = await readingsOf(house);
    const run = (text: string) => sql.raw(text).execute(db);
    const writes = [
      `update clipping set value_cop = 1 where id = '${at.id}'`,
      `update clipping set month = '2026-11' where month = '2026-10'`,
      `update clipping set deleted_at = 'x' where id = '${at.id}'`,
      `delete from clipping where month = '2026-11'`,
      `insert into clipping_key_message (clipping_id, key_message_id) values ('${at.id}', 'x')`,
      `update press_tally set count = 9 where id = '${kept.id}'`,
      `delete from press_tally where month = '2026-11'`,
      `update month_close set actor_name = 'Otra persona'`,
      'delete from month_close',
      `update month_close_clipping set frozen_row = '{}'`,
      'delete from month_close_clipping',
      `update month_close_file set sha256 = 'x'`,
      'delete from month_close_file',
      `update month_close_name set name = 'x'`,
      'delete from month_close_name',
    ];
    for (const text of writes) {
      await expect(run(text), text).rejects.toThrow(/month_closed|written_once/);
    }
    await run(`update clipping set tone = 'neutral' where month = '2026-10'`);
    expect(await readingsOf(house)).toBe(before);
  });

  test('takes writes again once it is open', async () => {
    const house = await makeHouse();
    const office = await closedOffice(house);
    await callerAs(house, 'secretary').press.reopenMonth({ month, reason: 'Faltaba una.' });
    const attempts = attemptsOn(house, office);
    for (const name of [
      'createClipping',
      'updateClipping',
      'createPressTally',
      'commentClipping',
    ]) {
      await attempts[name]?.();
    }
    expect(await checkPressRollup(house)).toEqual([]);
  });
});

test('the twelve months of 2020 close at what the report printed, peso by peso', async () => {
  const house = await makeHouse();
  await seedLaEstrella2020(house);
  const { press } = callerAs(house, 'viewer');
  const printed = await press.readMonthlyValue({ from: '2020-01', to: '2020-12' });
  expect(printed.total).toEqual({ count: 255, valueCop: 505_048_327 });
  for (const one of listMonths('2020-01', '2020-12')) await closeAsSeen(house, one);

  const byChannel = new Map<string, number>();
  let inFiles = 0;
  for (const one of listMonths('2020-01', '2020-12')) {
    const { summary } = await press.readMonthReview({ month: one });
    const ofMonth = printed.rows.filter((row) => row.month === one);
    expect(summary.totals.allTones.count).toBe(ofMonth.reduce((sum, row) => sum + row.count, 0));
    for (const { key, all } of summary.shares.channel) {
      const row = ofMonth.find(({ channel }) => channel === key);
      expect(all).toMatchObject({ count: row?.count, valueCop: row?.valueCop });
      byChannel.set(key ?? '', (byChannel.get(key ?? '') ?? 0) + (all.valueCop ?? 0));
    }
    const file = await findClosedFile(house.database.db, {
      month: one,
      revision: 1,
      format: 'csv',
    });
    const lines = Buffer.from(file?.bytes ?? [])
      .toString('utf8')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    const added = (kinds: RegExp) =>
      lines
        .filter(([kind = '']) => kinds.test(kind))
        .reduce((sum, cells) => sum + Number(cells[20]), 0);
    inFiles += added(/^(Aparición|Total mensual)/);
    expect(added(/^Total$/)).toBe(summary.totals.allTones.valueCop);
  }
  expect(Object.fromEntries(byChannel)).toEqual({
    press: 176_800_000,
    broadcast_digital: 328_248_327,
  });
  expect(inFiles).toBe(505_048_327);
});
