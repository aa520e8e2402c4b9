import { describe, expect, test } from 'vitest';
import type { FlatPolicyFields } from '../../../../shared/press/flat-policy.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, pageRate, piece } from '../press-records.ts';

async function addFile(house: TestHouse, id: string): Promise<string> {
  const file = { mediaType: 'application/pdf', sizeBytes: 4, createdAt: '', createdBy: null };
  const row = { id, sha256: id.padEnd(64, '0'), name: `${id}.pdf`, ...file };
  await house.database.db.insertInto('evidence').values(row).execute();
  return id;
}

const policy = (change: Partial<FlatPolicyFields> = {}): FlatPolicyFields => ({
  format: 'web',
  priceCop: 450_000,
  vatIncluded: false,
  vatRate: '0.19',
  validFrom: '2026-01-01',
  validTo: null,
  sourceReference: 'Acta 12 de 2025',
  evidenceIds: [],
  ...change,
});

describe('the document of a rate and its approval', () => {
  test('a rate shows the files that support it, in their order', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const evidenceIds = [await addFile(house, 'b-tarifario'), await addFile(house, 'a-carta')];

    const at = await press.updateRate({ at: rate, fields: pageRate(outletId, { evidenceIds }) });
    expect((await press.listRates({})).rows).toMatchObject([
      { evidenceIds, evidence: [{ name: 'b-tarifario.pdf' }, { name: 'a-carta.pdf' }] },
    ]);

    await press.updateRate({ at, fields: pageRate(outletId) });
    expect((await press.listRates({})).rows).toMatchObject([{ evidence: [] }]);
    const missing = pageRate(outletId, { section: 'Otra', evidenceIds: ['no-existe'] });
    expect(await failureOf(press.createRate(missing))).toMatchObject({ record: 'evidence' });
    expect((await press.listRates({})).total).toBe(1);
  });

  test('the secretary approves it, and who changes it takes the approval away', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    expect((await press.listRates({ unapproved: true })).total).toBe(1);

    const approved = await callerAs(house, 'secretary').press.approveRate(rate);
    expect((await press.listRates({})).rows).toMatchObject([
      { approvedBy: 'Persona secretary', approvedAt: '2026-11-22T15:00:00.000Z' },
    ]);
    expect((await press.listRates({ unapproved: true })).total).toBe(0);
    expect(await auditOf(house, rate.id)).toMatchObject([
      { action: 'create' },
      { action: 'update' },
    ]);

    await press.updateRate({ at: approved, fields: pageRate(outletId, { priceCop: 1 }) });
    expect((await press.listRates({})).rows).toMatchObject([
      { approvedBy: null, approvedAt: null },
    ]);
  });

  test('who writes the rates does not approve them', async () => {
    const house = await makeHouse();
    const { rate } = await addColombiano(house);
    const refused = callerAs(house, 'press').press.approveRate(rate);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});

describe('flat policies', () => {
  test('one prices a note whose outlet has no rate, with grade C, and stays in the value', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const made = await press.createFlatPolicy(policy());
    const measures = { unit: 'note', share: '1', isEstimated: false } as const;
    const note = await press.createClipping(piece(outletId, { format: 'web', measures }));

    await press.removeFlatPolicy(made);
    expect(await press.readClipping(note)).toMatchObject({
      valuation: { result: { valueCop: 450_000, grade: 'C' } },
    });
    expect((await press.listFlatPolicies({})).total).toBe(0);
    expect((await press.listFlatPolicies({ removed: true })).rows).toMatchObject([{ id: made.id }]);
  });

  test('two of a format may not hold on one day, also when one comes back', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const made = await press.createFlatPolicy(policy());
    expect(await failureOf(press.createFlatPolicy(policy()))).toMatchObject({
      code: 'rate_overlaps',
      rateId: made.id,
    });
    const ended = await press.updateFlatPolicy({
      at: made,
      fields: policy({ validTo: '2026-06-30' }),
    });
    await press.createFlatPolicy(policy({ validFrom: '2026-07-01' }));
    await press.createFlatPolicy(policy({ format: 'radio' }));

    const removed = await press.removeFlatPolicy(ended);
    await press.restoreFlatPolicy(removed);
    expect((await press.listFlatPolicies({ search: 'acta', format: 'web' })).total).toBe(2);
    expect((await auditOf(house, made.id)).map(({ action }) => action).sort()).toEqual([
      'create',
      'remove',
      'restore',
      'update',
    ]);
  });

  test('a viewer may not decide one, and the coordinator approves it', async () => {
    const house = await makeHouse();
    const refused = callerAs(house, 'viewer').press.createFlatPolicy(policy());
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });

    const made = await callerAs(house, 'press').press.createFlatPolicy(policy());
    const { press } = callerAs(house, 'coordinator');
    await press.approveFlatPolicy(made);
    expect((await press.listFlatPolicies({})).rows).toMatchObject([
      { approvedBy: 'Persona coordinator' },
    ]);
  });

  test('one that says no act is refused', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const failure = await failureOf(press.createFlatPolicy(policy({ sourceReference: '' })));
    const { issues } = failure as { issues: { path: string[] }[] };
    expect(issues.map((issue) => issue.path.join('.'))).toEqual(['sourceReference']);
  });
});

describe('the database itself', () => {
  async function copyOf(house: TestHouse, change: object) {
    const row = await house.database.db.selectFrom('rate').selectAll().executeTakeFirstOrThrow();
    return house.database.db
      .insertInto('rate')
      .values({ ...row, id: 'otra', ...change })
      .execute();
  }

  test.each([
    ['the same days', {}, true],
    ['the first day of an open period', { validFrom: '2025-01-01', validTo: '2026-01-01' }, true],
    ['the day before', { validFrom: '2025-01-01', validTo: '2025-12-31' }, false],
    ['another section', { sectionKey: 'metro' }, false],
    ['a removed one', { deletedAt: '2026-11-22T15:00:00.000Z' }, false],
  ])('two rates on %s', async (_, change, isRefused) => {
    const house = await makeHouse();
    await addColombiano(house);
    const made = copyOf(house, change);
    await (isRefused ? expect(made).rejects.toThrow('rate_overlaps') : made);
  });

  test('does not let one be moved onto the days of another, nor be brought back there', async () => {
    const house = await makeHouse();
    const { db } = house.database;
    await addColombiano(house);
    await copyOf(house, { validFrom: '2025-01-01', validTo: '2025-12-31' });
    const move = (change: object) =>
      db.updateTable('rate').set(change).where('id', '=', 'otra').execute();
    await expect(move({ validTo: null })).rejects.toThrow('rate_overlaps');
    await move({ deletedAt: '2026-11-22T15:00:00.000Z' });
    await move({ validTo: null });
    await expect(move({ deletedAt: null })).rejects.toThrow('rate_overlaps');
  });
});
