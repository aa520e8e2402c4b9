import { describe, expect, test } from 'vitest';
import type { ClippingFields } from '../../../../shared/press/schemas.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, pageRate, piece } from '../press-records.ts';
import { closeAsSeen } from '../review-records.ts';

const november = { from: '2026-11', to: '2026-11' };
const address = 'https://www.elcolombiano.com/antioquia/parque-estrella?utm_source=x';

function asked(fields: ClippingFields, clippingId: string | null = null) {
  const { outletId, day, format, title, url, evidenceIds } = fields;
  return { clippingId, outletId, day, format, title, url, evidenceIds };
}

async function addRadio(house: TestHouse) {
  const { id } = await callerAs(house, 'press').press.createOutlet({
    name: 'Estrella Estéreo',
    medium: 'radio',
  });
  return id;
}

function spoken(outletId: string, change: Partial<ClippingFields> = {}) {
  const measures = { unit: 'second', seconds: '30', share: '1', isEstimated: false } as const;
  return piece(outletId, { format: 'radio', measures, ...change });
}

async function storeFile(house: TestHouse, id: string) {
  const at = house.now().toISOString();
  const file = { sha256: id, mediaType: 'image/png', sizeBytes: 1, createdAt: at };
  await house.database.db
    .insertInto('evidence')
    .values({ id, name: 'recorte.png', createdBy: null, ...file } as never)
    .execute();
}

describe('before an appearance is saved', () => {
  test('the one with its address is told, whatever the address carries', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId, { url: address, day: '2026-10-02' }));
    const fields = piece(outletId, {
      title: 'Otra cosa',
      url: 'http://m.elcolombiano.com/antioquia/parque-estrella/amp#arriba',
    });
    expect(await callerAs(house, 'viewer').press.findLikeness(asked(fields))).toMatchObject([
      { reason: 'same_address', clipping: { id: at.id, outletName: 'El Colombiano' } },
    ]);
    expect(await press.findLikeness(asked(fields, at.id))).toEqual([]);
  });

  test('it is told by the address that led there too, before its outlet and its day are known', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const short = 'https://bit.example/x1';
    const at = await press.createClipping(piece(outletId, { url: short }));
    const unknown = { format: 'web' as const, url: address, outletId: null, day: null };
    expect(await press.findLikeness({ ...unknown, pastedUrl: short })).toMatchObject([
      { reason: 'same_address', clipping: { id: at.id } },
    ]);
    expect(await press.findLikeness(unknown)).toEqual([]);
    expect(
      await press.findLikeness({ ...unknown, url: null, title: piece(outletId).title }),
    ).toEqual([]);
  });

  test('so are the one with its file, the same piece with a slip in its title, and the text elsewhere', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const radio = await addRadio(house);
    await storeFile(house, 'recorte');
    const filed = await press.createClipping(
      piece(outletId, { title: 'Un recorte', day: '2026-11-20', evidenceIds: ['recorte'] }),
    );
    const same = await press.createClipping(piece(outletId));
    const elsewhere = await press.createClipping(spoken(radio, { day: '2026-11-09' }));
    await press.createClipping(spoken(radio, { day: '2026-11-11' }));

    const fields = piece(outletId, {
      title: 'La Estrella estrena párque!',
      evidenceIds: ['recorte'],
    });
    const found = await press.findLikeness(asked(fields));
    expect(found.map(({ reason, clipping }) => [reason, clipping.id])).toEqual([
      ['same_evidence', filed.id],
      ['same_piece', same.id],
      ['same_text_elsewhere', elsewhere.id],
    ]);
  });

  test('print and web of one outlet are two where it has prices for both', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    await press.createClipping(piece(outletId));
    const onWeb = piece(outletId, {
      format: 'web',
      measures: { unit: 'note', share: '1', isEstimated: false },
    });
    expect(await press.findLikeness(asked(onWeb))).toMatchObject([{ reason: 'same_piece' }]);
    await press.createRate(
      pageRate(outletId, { format: 'web', unit: 'note', unitQuantity: '1', priceCop: 900_000 }),
    );
    expect(await press.findLikeness(asked(onWeb))).toEqual([]);
    await press.createClipping(onWeb);
    expect((await press.listLikeness(november)).total).toBe(0);
  });
});

describe('what looks alike on record', () => {
  test('is listed pair by pair for the surest reason, and found by its words', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const radio = await addRadio(house);
    const first = await press.createClipping(piece(outletId, { url: address }));
    const again = await press.createClipping(piece(outletId, { url: address, day: '2026-11-05' }));
    const read = await press.createClipping(spoken(radio, { day: '2026-11-06' }));
    await press.createClipping(piece(outletId, { title: 'Otra', day: '2026-11-06' }));

    const { rows, total } = await press.listLikeness(november);
    expect(total).toBe(3);
    expect(rows.map(({ reason, later, earlier }) => [reason, later.id, earlier.id])).toEqual(
      expect.arrayContaining([
        ['same_address', again.id, first.id],
        ['same_text_elsewhere', read.id, first.id],
        ['same_text_elsewhere', read.id, again.id],
      ]),
    );
    expect((await press.listLikeness({ ...november, reason: 'same_address' })).total).toBe(1);
    expect((await press.listLikeness({ ...november, search: 'estereo parque' })).total).toBe(2);
    expect((await press.listLikeness({ from: '2026-10', to: '2026-10' })).total).toBe(0);
    const { summary } = await press.readMonthReview({ month: '2026-11' });
    expect(summary.matters.duplicated).toBe(2);
  });

  test('is listed with a slip in its title too, and not with a title of its own', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const added = async (title: string) =>
      (await press.createClipping(piece(outletId, { title }))).id;
    const both = [
      await added('La Estrella estrena parque lineal en el barrio La Ferrería'),
      await added('La Estrella estrena parque lineal en el bario La Ferreria, hoy'),
    ];
    await added('La Estrella abre las inscripciones de su escuela de música y danza');
    const { rows, total } = await press.listLikeness({ ...november, reason: 'same_piece' });
    expect(total).toBe(1);
    expect(rows.flatMap(({ later, earlier }) => [later.id, earlier.id]).sort()).toEqual(
      both.sort(),
    );
    await press.keepApart({ ids: [both[0] ?? '', both[1] ?? ''] });
    expect((await press.listLikeness(november)).total).toBe(0);
  });

  test('is resolved by removing one of the two, and comes back with it', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    await press.createClipping(piece(outletId));
    const removed = await press.removeClipping(await press.createClipping(piece(outletId)));
    expect((await press.listLikeness(november)).total).toBe(0);
    await press.restoreClipping(removed);
    expect((await press.listLikeness(november)).total).toBe(1);
  });

  test('is one text in several outlets once somebody says so: each stays, and neither is offered again', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const radio = await addRadio(house);
    const one = await press.createClipping(piece(outletId));
    const other = await press.createClipping(spoken(radio));

    const marked = await press.markSyndicated({ ats: [one, other] });

    const { syndicationId } = await press.readClipping(one);
    expect(syndicationId).not.toBeNull();
    expect((await press.readClipping(other)).syndicationId).toBe(syndicationId);
    expect((await press.listLikeness(november)).total).toBe(0);
    expect(await press.findLikeness(asked(piece(outletId), one.id))).toEqual([]);
    expect((await press.readMonthlyValue(november)).total.count).toBe(2);
    expect((await auditOf(house, one.id)).map(({ action }) => action)).toContain('syndicate');
    await press.unmarkSyndicated({ ats: marked });
    expect((await press.listLikeness(november)).total).toBe(1);
  });

  test('is two once somebody says so, which is remembered until it is undone', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const one = await press.createClipping(piece(outletId));
    const other = await press.createClipping(piece(outletId));
    expect((await press.listLikeness(november)).total).toBe(1);

    const { ids } = await press.keepApart({ ids: [other.id, one.id] });

    expect((await press.listLikeness(november)).total).toBe(0);
    expect(await press.findLikeness(asked(piece(outletId), one.id))).toEqual([]);
    expect((await press.readMonthReview({ month: '2026-11' })).summary.matters.duplicated).toBe(0);
    const audited = await auditOf(house, ids[0] ?? '');
    expect(audited.map(({ action }) => action)).toContain('keep_apart');
    await press.forgetApart({ ids });
    expect((await press.listLikeness(november)).total).toBe(1);
    expect(await failureOf(press.keepApart({ ids: [one.id, 'nobody'] }))).toMatchObject({
      code: 'record_not_found',
    });
  });

  test('is resolved by the press team alone, and not in a closed month', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const radio = await addRadio(house);
    const ats = [
      await press.createClipping(piece(outletId)),
      await press.createClipping(spoken(radio)),
    ];
    const refused = callerAs(house, 'secretary').press.markSyndicated({ ats });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    await closeAsSeen(house, '2026-11');
    const late = press.markSyndicated({ ats });
    expect(await failureOf(late)).toMatchObject({ code: 'month_closed' });
    expect(await failureOf(press.unmarkSyndicated({ ats }))).toMatchObject({
      code: 'month_closed',
    });
  });
});
