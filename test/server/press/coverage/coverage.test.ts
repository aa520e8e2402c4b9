import { describe, expect, test } from 'vitest';
import { importClippings } from '../../../../server/press/import-clippings.ts';
import { countUntold, coverageParts } from '../../../../shared/press/coverage.ts';
import {
  as,
  auditOf,
  callerAs,
  failureOf,
  makeHouse,
  type TestHouse,
} from '../../../support/house.ts';
import { addApprovedColombiano, piece, pieceValue } from '../press-records.ts';

const year = { from: '2026-01', to: '2026-12' };

/** Two outlets: three pieces of one with an audience, one note of another without a rate. */
async function openOffice(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { outletId, outlet } = await addApprovedColombiano(house);
  const at = await press.updateOutlet({
    at: outlet,
    fields: { name: 'El Colombiano', medium: 'press', audience: 1_200_000 },
  });
  const radio = await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
  const message = await press.createKeyMessage({ text: 'El parque es de todos' });
  const keyMessageIds = [message.id];
  await press.createClipping(piece(outletId, { topic: 'Parque', keyMessageIds }));
  await press.createClipping(
    piece(outletId, { topic: 'Parque', tone: 'neutral', day: '2026-10-02' }),
  );
  await press.createClipping(piece(outletId, { tone: 'negative', origin: 'reactive' }));
  const seconds = { unit: 'second', seconds: '30', share: '1', isEstimated: false } as const;
  await press.createClipping(
    piece(radio.id, { format: 'radio', measures: seconds, tone: null, keyMessageIds }),
  );
  await press.createClipping(piece(outletId, { isPaid: true, topic: 'Pauta' }));
  return { outletId, outlet: at, radioId: radio.id, message };
}

describe('what the coverage said', () => {
  test('tells tones, headline and what stands beside it; paid space does not count', async () => {
    const house = await makeHouse();
    await openOffice(house);
    const said = await callerAs(house, 'viewer').press.readCoverage(year);
    expect(said.total).toEqual({
      count: 4,
      positive: 1,
      neutral: 1,
      negative: 1,
      unclassified: 1,
      valueCop: 3 * pieceValue,
      unvalued: 1,
    });
    expect(said.value).toEqual({
      headline: 2 * pieceValue,
      negative: pieceValue,
      unclassified: null,
      allTones: 3 * pieceValue,
      counted: {
        headline: { count: 2, unvalued: 0 },
        negative: { count: 1, unvalued: 0 },
        unclassified: { count: 1, unvalued: 1 },
        allTones: { count: 4, unvalued: 1 },
      },
    });
    expect(said.months).toEqual([
      { month: '2026-10', positive: 0, neutral: 1, negative: 0, unclassified: 0 },
      { month: '2026-11', positive: 1, neutral: 0, negative: 1, unclassified: 1 },
    ]);
  });

  test('shares it out by outlet, topic and origin, the most first, and by what nobody said', async () => {
    const house = await makeHouse();
    const { outletId, radioId } = await openOffice(house);
    const { parts } = await callerAs(house, 'viewer').press.readCoverage(year);
    expect(parts.outlet).toMatchObject([
      { key: outletId, label: 'El Colombiano', count: 3, valueCop: 3 * pieceValue },
      { key: radioId, label: 'Estrella Estéreo', count: 1, valueCop: null },
    ]);
    expect(parts.medium.map(({ key, count }) => [key, count])).toEqual([
      ['press', 3],
      ['radio', 1],
    ]);
    expect(parts.topic).toHaveLength(2);
    expect(parts.topic).toContainEqual(expect.objectContaining({ key: 'Parque', count: 2 }));
    expect(parts.origin).toContainEqual(expect.objectContaining({ key: 'reactive', count: 1 }));
    expect(parts.origin).toContainEqual(expect.objectContaining({ key: null, count: 3 }));
  });

  test('each share opens as many appearances as it counts', async () => {
    const house = await makeHouse();
    const { message } = await openOffice(house);
    const { press } = callerAs(house, 'viewer');
    const { total, parts, messages } = await press.readCoverage(year);
    const opened = { from: '2026-01-01', to: '2026-12-31', standing: 'counted' } as const;
    const countOf = async (filter: object) =>
      (await press.listClippings({ ...opened, ...filter })).totals.count;
    expect(await countOf({})).toBe(total.count);
    expect(await countOf({ keyMessageId: message.id })).toBe(messages[0]?.count);
    const inputOf = { outlet: 'outletId', department: 'departmentId' } as Record<string, string>;
    for (const part of coverageParts) {
      for (const { key, count } of parts[part]) {
        const filter = key === null ? { lacking: [part] } : { [inputOf[part] ?? part]: key };
        expect([part, key, await countOf(filter)]).toEqual([part, key, count]);
      }
    }
  });

  test('tells how many are of topics too small to be told apart', async () => {
    const house = await makeHouse();
    const { outletId } = await openOffice(house);
    const rows = Array.from({ length: 203 }, (_, at) => piece(outletId, { topic: `Tema ${at}` }));
    await importClippings(as(house, 'press'), rows);
    const coverage = await callerAs(house, 'viewer').press.readCoverage(year);
    expect(coverage.parts.topic).toHaveLength(200);
    expect(coverage.parts.topic[0]).toMatchObject({ count: 2 });
    expect(countUntold(coverage, 'topic')).toBe(coverage.total.count - 202);
    expect(countUntold(coverage, 'outlet')).toBe(0);
  });

  test('what may have been reached is each outlet once, and says whose audience nobody knows', async () => {
    const house = await makeHouse();
    const { outlet } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    expect((await press.readCoverage(year)).reach).toEqual({
      people: 1_200_000,
      outlets: 2,
      withoutAudience: 1,
    });
    await press.updateOutlet({ at: outlet, fields: { name: 'El Colombiano', medium: 'press' } });
    expect((await press.readCoverage(year)).reach).toMatchObject({ people: null });
  });

  test('a key message is counted once an appearance, and its share is of all of them', async () => {
    const house = await makeHouse();
    const { outletId, message } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const other = await press.createKeyMessage({ text: 'La obra avanza' });
    await press.createClipping(piece(outletId, { keyMessageIds: [message.id, other.id] }));
    expect(await press.readCoverage(year)).toMatchObject({
      withMessage: 3,
      messages: [
        { text: 'El parque es de todos', count: 3 },
        { text: 'La obra avanza', count: 1 },
      ],
    });
  });

  test('totals stand with and without outlets under contract', async () => {
    const house = await makeHouse();
    const { outlet } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const contracts = [{ from: '2026-11-01', to: null, reference: null }];
    const fields = { name: 'El Colombiano', medium: 'press', contracts } as const;
    await press.updateOutlet({ at: outlet, fields: { ...fields, contracts } });
    expect(await press.readCoverage(year)).toMatchObject({
      total: { count: 4 },
      withoutContract: { count: 2, value: { headline: pieceValue, negative: null } },
    });
  });

  test('an event shows the appearances it caused and their value', async () => {
    const house = await makeHouse();
    const { outletId } = await openOffice(house);
    const { output } = callerAs(house, 'coordinator');
    const event = await output.createItem({ kind: 'event', title: 'Feria', day: '2026-11-01' });
    const { press } = callerAs(house, 'press');
    await press.createClipping(piece(outletId, { eventId: event.id, title: 'Vuelve la feria' }));
    await press.createClipping(piece(outletId, { eventId: event.id, isPaid: true }));
    const caused = await press.listCaused({ eventId: event.id });
    expect(caused).toMatchObject({ total: 2, valueCop: pieceValue, unvalued: 0 });
    expect(caused.rows).toContainEqual(
      expect.objectContaining({ title: 'Vuelve la feria', outletName: 'El Colombiano' }),
    );
    expect((await press.readCoverage(year)).events).toMatchObject([
      { key: event.id, label: 'Feria', count: 1, valueCop: pieceValue },
    ]);
    const radio = await press.createOutlet({ name: 'Emisora sin tarifa', medium: 'radio' });
    const measures = { unit: 'second', seconds: '30', share: '1', isEstimated: false } as const;
    const note = piece(radio.id, { format: 'radio', measures, eventId: event.id });
    await press.createClipping(note);
    const more = await press.listCaused({ eventId: event.id });
    expect(more).toMatchObject({ total: 3, valueCop: pieceValue, unvalued: 1 });
  });

  test('a period without appearances has no sums, which are not zero', async () => {
    const house = await makeHouse();
    await openOffice(house);
    const { press } = callerAs(house, 'press');
    expect(await press.readCoverage({ from: '2025-01', to: '2025-12' })).toMatchObject({
      total: { count: 0, valueCop: null },
      value: { headline: null, allTones: null },
      reach: { people: null, outlets: 0 },
      messages: [],
    });
  });

  test('topics and spokespersons that were written before are offered, the most used first', async () => {
    const house = await makeHouse();
    const { outletId } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    await press.createClipping(piece(outletId, { topic: 'Aseo', spokesperson: 'La alcaldesa' }));
    expect(await press.listWritten()).toEqual({
      topics: ['Parque', 'Aseo', 'Pauta'],
      spokespersons: ['La alcaldesa'],
    });
  });
});

describe('key messages', () => {
  test('one says a thing once, accents aside, and comes back unless another says it', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const at = await press.createKeyMessage({ text: 'Más parques' });
    expect(await failureOf(press.createKeyMessage({ text: 'MAS PARQUES' }))).toMatchObject({
      code: 'value_taken',
      record: 'key_message',
    });
    const changed = await press.updateKeyMessage({ at, fields: { text: 'Más y mejores parques' } });
    expect(await press.listKeyMessages({ search: 'mejores' })).toMatchObject({ total: 1 });
    const removed = await press.removeKeyMessage(changed);
    expect(await press.listKeyMessages({})).toMatchObject({ total: 0 });
    await press.restoreKeyMessage(removed);
    expect((await auditOf(house, at.id)).map(({ action }) => action).sort()).toEqual([
      'create',
      'remove',
      'restore',
      'update',
    ]);
  });

  test('the secretary does not write them', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'secretary');
    expect(await failureOf(press.createKeyMessage({ text: 'x' }))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});

describe('the value by tone', () => {
  test('counts monthly totals with what nobody classified, and never adds VAT to what has none', async () => {
    const house = await makeHouse();
    await openOffice(house);
    const { press } = callerAs(house, 'press');
    const tally = { month: '2026-02', channel: 'press', count: 3, source: 'Informe' } as const;
    await press.createPressTally({ ...tally, valueCop: 1_000_000 });
    expect(await press.readValueByTone(year)).toEqual({
      headline: 2 * pieceValue,
      headlineWithVat: 2 * 1_347_447,
      headlineWithoutContract: 2 * pieceValue,
      negative: pieceValue,
      unclassified: 1_000_000,
      allTones: 3 * pieceValue + 1_000_000,
      hasTallies: true,
      grades: [{ grade: 'A', count: 3, valueCop: 3 * pieceValue }],
      counted: expect.anything(),
    });
    expect(await press.readValueByTone({ from: '2025-01', to: '2025-12' })).toMatchObject({
      headline: null,
      headlineWithVat: null,
      allTones: null,
      hasTallies: false,
      grades: [],
    });
  });

  test('says of how many appearances each value is, and how many of them have none', async () => {
    const house = await makeHouse();
    await openOffice(house);
    const { press } = callerAs(house, 'press');
    const { counted: before } = await press.readValueByTone(year);
    const tally = { channel: 'press', source: 'Informe' } as const;
    await press.createPressTally({ ...tally, month: '2026-02', count: 3, valueCop: 1_000_000 });
    await press.createPressTally({ ...tally, month: '2026-01', count: 4, valueCop: null });
    const radio = await press.createOutlet({ name: 'Emisora sin tarifa', medium: 'radio' });
    await press.createClipping(
      piece(radio.id, {
        tone: 'negative',
        format: 'radio',
        measures: { unit: 'second', seconds: '30', share: '1', isEstimated: false },
      }),
    );
    const more = (tone: keyof typeof before, count: number, unvalued: number) => ({
      count: before[tone].count + count,
      unvalued: before[tone].unvalued + unvalued,
    });
    expect((await press.readValueByTone(year)).counted).toEqual({
      headline: before.headline,
      negative: more('negative', 1, 1),
      unclassified: more('unclassified', 7, 4),
      allTones: more('allTones', 8, 5),
    });
  });
});
