import { describe, expect, test } from 'vitest';
import { addAccount } from '../../../../server/accounts/add-account.ts';
import { changeAccount } from '../../../../server/accounts/change-account.ts';
import { asSystem } from '../../../../server/context.ts';
import { createCaller } from '../../../../server/http/router.ts';
import type { Role } from '../../../../shared/accounts/roles.ts';
import { handOf } from '../../../../shared/press/approval.ts';
import type { PriceKind } from '../../../../shared/press/price-detail.ts';
import { auditOf, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { pageRate } from '../press-records.ts';
import { addFile } from '../review-records.ts';

const people = {
  ana: 'coordinator',
  berta: 'coordinator',
  carlos: 'press',
  diana: 'secretary',
} as const;
type Name = keyof typeof people;
const [writers, approvers] = [
  ['ana', 'berta', 'carlos'],
  ['ana', 'berta', 'diana'],
] as const;

/** An office of four people, of whom the secretary may be away. */
async function openOffice(isSecretaryAway: boolean) {
  const house = await makeHouse();
  const ids = {} as Record<Name, string>;
  for (const [name, role] of Object.entries(people) as [Name, Role][]) {
    const account = { name, email: `${name}@oficina.test`, role, password: 'una clave larga' };
    ids[name] = (await addAccount(asSystem(house), account)).id;
  }
  if (isSecretaryAway) {
    await changeAccount(asSystem(house), {
      ...{ id: ids.diana, name: 'diana', role: 'secretary' },
      active: false,
    });
  }
  const pressOf = (name: Name) =>
    createCaller({ ...house, actor: { id: ids[name], name, role: people[name] } }).press;
  const outlet = await pressOf('carlos').createOutlet({ name: 'La Tarde', medium: 'press' });
  return { house, ids, pressOf, outletId: outlet.id, isSecretaryAway };
}

type Office = Awaited<ReturnType<typeof openOffice>>;
type Price = { id: string; version: number };

const policyFields = (number: number) => ({
  format: 'web' as const,
  priceCop: 450_000,
  validFrom: `${2000 + number}-01-01`,
  validTo: `${2000 + number}-12-31`,
  sourceReference: 'Acta',
});

/** How each kind of price is entered, changed and approved. */
const verbs: Record<
  PriceKind,
  {
    enter(office: Office, name: Name, number: number): Promise<Price>;
    change(office: Office, name: Name, at: Price, number: number): Promise<Price>;
    approve(office: Office, name: Name, at: Price): Promise<unknown>;
  }
> = {
  rate: {
    enter: ({ pressOf, outletId }, name, number) =>
      pressOf(name).createRate(pageRate(outletId, { section: `S${number}` })),
    change: ({ pressOf, outletId }, name, at, number) =>
      pressOf(name).updateRate({
        at,
        fields: pageRate(outletId, { section: `S${number}`, priceCop: 2 }),
      }),
    approve: ({ pressOf }, name, at) => pressOf(name).approveRate(at),
  },
  flat_policy: {
    enter: ({ pressOf }, name, number) => pressOf(name).createFlatPolicy(policyFields(number)),
    change: ({ pressOf }, name, at, number) =>
      pressOf(name).updateFlatPolicy({ at, fields: { ...policyFields(number), priceCop: 2 } }),
    approve: ({ pressOf }, name, at) => pressOf(name).approveFlatPolicy(at),
  },
};

interface Case {
  entered: Name;
  changed: Name | undefined;
  approver: Name;
}

const cases: Case[] = writers.flatMap((entered) =>
  [undefined, ...writers].flatMap((changed) =>
    approvers.map((approver) => ({ entered, changed, approver })),
  ),
);

/** What the rule says, written anew: a hand in it bars, while an active approver had none. */
function expected({ entered, changed, approver }: Case, isSecretaryAway: boolean) {
  const hands: (Name | undefined)[] = [entered, changed];
  const others = approvers.filter((name) => !hands.includes(name));
  const active = others.filter((name) => !(isSecretaryAway && name === 'diana'));
  return { hasHand: hands.includes(approver), hasOther: active.length > 0 };
}

async function isSaid(house: TestHouse, id: string): Promise<boolean> {
  return (await auditOf(house, id)).some(({ action }) => action === 'approve');
}

describe.each(['rate', 'flat_policy'] as const)('who approves a %s', (of) => {
  test.each([false, true])(
    'is nobody who entered it or changed it last, while somebody else may (the secretary away: %s)',
    async (isSecretaryAway) => {
      const office = await openOffice(isSecretaryAway);
      const { enter, change, approve } = verbs[of];
      for (const [number, one] of cases.entries()) {
        const { entered, changed, approver } = one;
        if (approver === 'diana' && isSecretaryAway) continue;
        const { hasHand, hasOther } = expected(one, isSecretaryAway);
        const made = await enter(office, entered, number);
        const at = changed ? await change(office, changed, made, number) : made;
        const seen = await office.pressOf(approver).readPrice({ of, id: at.id });
        expect(seen).toMatchObject({ enteredBy: entered, changedBy: changed ?? null });
        expect(seen.hasOtherApprover).toBe(hasOther);
        const person = { id: office.ids[approver], name: approver };
        expect(handOf(seen, person) !== null).toBe(hasHand);

        const name = `${entered} ${changed} ${approver}`;
        if (hasHand && hasOther) {
          expect(await failureOf(approve(office, approver, at)), name).toMatchObject({
            code: 'own_price',
          });
          continue;
        }
        await approve(office, approver, at);
        expect(await isSaid(office.house, at.id), name).toBe(hasHand);
        const { approvedBy, history } = await office.pressOf('carlos').readPrice({ of, id: at.id });
        expect(approvedBy).toBe(approver);
        const approval = history.find(({ action }) => action === 'approved');
        expect(approval).toMatchObject({ by: approver, isOnlyApprover: hasHand });
      }
    },
    60_000,
  );
});

describe('approving the rates of a page', () => {
  test('skips those that are for somebody else, says which and why, and is refused when none is left', async () => {
    const office = await openOffice(false);
    const { enter, change } = verbs.rate;
    const own = await enter(office, 'ana', 1);
    const mended = await change(office, 'ana', await enter(office, 'carlos', 2), 2);
    const free = await enter(office, 'carlos', 3);
    const press = office.pressOf('ana');
    const answer = await press.approveRates({ ats: [own, mended, free] });
    expect(answer.approved.map(({ id }) => id)).toEqual([free.id]);
    expect(answer.left).toEqual([
      { id: own.id, hand: 'entered' },
      { id: mended.id, hand: 'changed' },
    ]);
    const { rows } = await press.listRates({ unapproved: true });
    expect(rows.map(({ id }) => id).sort()).toEqual([own.id, mended.id].sort());
    const refused = press.approveRates({ ats: [own, mended] });
    expect(await failureOf(refused)).toMatchObject({ code: 'own_price' });
    await office.pressOf('diana').approveRates({ ats: [own, mended] });
    expect((await press.listRates({ unapproved: true })).total).toBe(0);
  });

  test('is all or nothing over what somebody else changed meanwhile', async () => {
    const office = await openOffice(false);
    const first = await verbs.rate.enter(office, 'carlos', 1);
    const stale = await verbs.rate.enter(office, 'carlos', 2);
    await verbs.rate.change(office, 'berta', stale, 2);
    const refused = office.pressOf('diana').approveRates({ ats: [first, stale] });
    expect(await failureOf(refused)).toMatchObject({ code: 'record_changed', id: stale.id });
    expect((await office.pressOf('diana').listRates({ unapproved: true })).total).toBe(2);
  });
});

describe('a price to be read', () => {
  test('shows to every role its document, its net and gross, who stands behind it and its history', async () => {
    const office = await openOffice(false);
    const fields = pageRate(office.outletId, { priceCop: 119, vatIncluded: true });
    const made = await office.pressOf('carlos').createRate(fields);
    const dearer = { ...fields, priceCop: 238, vatIncluded: false };
    const changed = await office.pressOf('ana').updateRate({ at: made, fields: dearer });
    await office.pressOf('diana').approveRate(changed);
    const { house } = office;
    for (const role of ['admin', 'coordinator', 'press', 'secretary', 'viewer'] as const) {
      const { press } = createCaller({ ...house, actor: { id: null, name: role, role } });
      const price = await press.readPrice({ of: 'rate', id: made.id });
      expect(price).toMatchObject({
        ...{ outletName: 'La Tarde', priceCop: 238, netPriceCop: 238, grossPriceCop: 283 },
        ...{ vatRate: '0.19', vatIncluded: false, evidence: [], isRemoved: false },
        ...{ enteredBy: 'carlos', changedBy: 'ana', approvedBy: 'diana' },
      });
      expect(price.history.find(({ action }) => action === 'changed')).toMatchObject({
        by: 'ana',
        before: { priceCop: 119, netPriceCop: 100, vatIncluded: true },
        after: { priceCop: 238, netPriceCop: 238, vatIncluded: false },
      });
    }
  });

  test('tells of the files that it was entered with, and of those that took their place', async () => {
    const office = await openOffice(false);
    const { house, outletId } = office;
    const evidenceIds = [await addFile(house, 'tarifario')];
    const entered = pageRate(outletId, { evidenceIds });
    const made = await office.pressOf('carlos').createRate(entered);
    const changed = pageRate(outletId, { evidenceIds: [await addFile(house, 'carta')] });
    await office.pressOf('ana').updateRate({ at: made, fields: changed });
    const { history } = await office.pressOf('diana').readPrice({ of: 'rate', id: made.id });
    const told = history.map(({ action, before, after }) => [action, before.files, after.files]);
    expect(told.sort()).toEqual([
      ['changed', 'tarifario.pdf', 'carta.pdf'],
      ['entered', '', 'tarifario.pdf'],
    ]);
  });

  test('is read though it was removed, and one that never was is said not to be there', async () => {
    const office = await openOffice(false);
    const press = office.pressOf('carlos');
    const { id } = await press.removeRate(await verbs.rate.enter(office, 'carlos', 1));
    expect(await press.readPrice({ of: 'rate', id })).toMatchObject({ isRemoved: true });
    for (const of of ['rate', 'flat_policy'] as const) {
      const missing = failureOf(press.readPrice({ of, id: 'nadie' }));
      expect(await missing).toMatchObject({ code: 'record_not_found', record: of });
    }
  });
});
