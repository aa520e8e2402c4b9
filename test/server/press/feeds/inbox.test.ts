import { describe, expect, test } from 'vitest';
import { callerAs } from '../../../support/house.ts';
import { finish, importAs, textFile } from '../../../support/sheet-file.ts';
import { piece } from '../press-records.ts';
import { asRss, item, openOffice, rss } from './feed-office.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;

const address = 'http://www.elsur.example/1/?fbclid=9';

/** Every way by which the address of an entry comes to be on record, and the way back. */
const ways: Record<string, (office: Office) => Promise<() => Promise<unknown>>> = {
  'the form': async ({ press, outletId }) => {
    const at = await press.createClipping(piece(outletId, { url: address, entry: 'url' }));
    return () => press.removeClipping(at);
  },
  'a link that is mended': async ({ press, outletId }) => {
    const url = 'https://elsur.example/otra';
    const at = await press.createClipping(piece(outletId, { url }));
    const mended = await press.updateClipping({ at, fields: piece(outletId, { url: address }) });
    return () => press.updateClipping({ at: mended, fields: piece(outletId, { url }) });
  },
  'an appearance brought back': async ({ press, outletId }) => {
    const at = await press.createClipping(piece(outletId, { url: address }));
    const back = await press.restoreClipping(await press.removeClipping(at));
    return () => press.removeClipping(back);
  },
  'a batch that is undone': async ({ press, outletId }) => {
    const at = await press.createClipping(piece(outletId, { url: address }));
    const selection = { by: 'rows' as const, ats: [at] };
    const { id } = await press.editClippings({ selection, change: { isRemoved: true } });
    await press.undoClippingBatch({ id });
    const [row] = (await press.listClippings({})).rows;
    const ats = [{ id: row?.id ?? '', version: row?.version ?? 0 }];
    const again = { selection: { by: 'rows' as const, ats }, change: { isRemoved: true as const } };
    return () => press.editClippings(again);
  },
  'a spreadsheet': async ({ house }) => {
    const { imports } = callerAs(house, 'press');
    const file = textFile('notas.csv', [
      'Fecha;Medio;Titular;Formato;Enlace;Tema',
      `15/11/2026;El Sur;La Estrella uno;Web;${address};Cultura`,
    ]);
    const { made } = await importAs(imports, file);
    expect(made).toMatchObject({ added: 1 });
    return async () => finish(await imports.undoSheetImport({ id: made.id }));
  },
};

const titles = async ({ press }: Office, state: 'pending' | 'accepted') =>
  (await press.listFeedEntries({ state })).rows.map(({ title }) => title);

describe('an entry of the inbox', () => {
  test.each(Object.keys(ways))('is taken once its address is on record by %s', async (way) => {
    const office = await openOffice(asRss(rss(item(1, 'La Estrella uno'), item(2, 'La Estrella'))));
    await office.read();
    const back = await ways[way]?.(office);
    expect(await titles(office, 'accepted')).toEqual(['La Estrella uno']);
    expect(await titles(office, 'pending')).toEqual(['La Estrella']);
    const [entry] = (await office.press.listFeedEntries({ state: 'accepted' })).rows;
    const [clipping] = (await office.press.listClippings({})).rows;
    expect(entry).toMatchObject({ state: 'accepted', clippingId: clipping?.id });
    expect((await office.press.listFeeds({})).rows).toMatchObject([{ pending: 1 }]);

    await back?.();
    expect(await titles(office, 'accepted')).toEqual([]);
    expect(await titles(office, 'pending')).toHaveLength(2);
    expect((await office.press.listFeeds({})).rows).toMatchObject([{ pending: 2 }]);
  });

  test('that came after its address was logged waits once that appearance is gone', async () => {
    const office = await openOffice(asRss(rss(item(1, 'La Estrella uno'))));
    const at = await office.press.createClipping(piece(office.outletId, { url: address }));
    await office.read();
    expect(await titles(office, 'pending')).toEqual([]);
    await office.press.removeClipping(at);
    expect(await titles(office, 'pending')).toEqual(['La Estrella uno']);
  });

  test('that somebody took stays taken when its appearance gets another link, and waits when it is removed', async () => {
    const office = await openOffice(asRss(rss(item(1, 'La Estrella uno'))));
    const { press, outletId } = office;
    await office.read();
    const [entry] = await office.pending();
    if (!entry) throw new Error('the entry is missing');
    const at = await press.createClipping(piece(outletId, { url: entry.address, entry: 'feed' }));
    await press.acceptFeedEntry({ at: entry, clippingId: at.id });
    const fields = piece(outletId, { url: 'https://elsur.example/definitiva' });
    const mended = await press.updateClipping({ at, fields });
    expect(await titles(office, 'accepted')).toEqual(['La Estrella uno']);
    await press.removeClipping(mended);
    expect(await titles(office, 'pending')).toEqual(['La Estrella uno']);
  });
});

describe('a reading of a feed', () => {
  test('that brings no news advances no revision and leaves no audit row', async () => {
    const office = await openOffice(asRss(rss(item(1, 'La Estrella uno'))));
    const { house, read } = office;
    const trace = async () => {
      const { db } = house.database;
      const areas = await db.selectFrom('areaRevision').selectAll().orderBy('area').execute();
      const audit = await db.selectFrom('audit').select('id').execute();
      return { areas, audit: audit.length };
    };
    const before = await trace();
    await read();
    const first = await trace();
    expect(first.audit).toBe(before.audit + 1);
    for (const hours of ['16', '17', '18']) {
      house.setNow(`2026-11-22T${hours}:00:00Z`);
      await read();
      const [feed] = (await office.press.listFeeds({})).rows;
      expect(feed).toMatchObject({ outcome: 'ok', attemptedAt: `2026-11-22T${hours}:00:00.000Z` });
    }
    expect(await trace()).toEqual(first);
  });

  test('is found by its address until it is on record, whether it waits or was dismissed', async () => {
    const office = await openOffice(asRss(rss(item(1, 'La Estrella uno'), item(2, 'La Estrella'))));
    await office.read();
    const { press } = callerAs(office.house, 'press');
    const find = async (...addresses: string[]) =>
      (await press.findOpenEntries({ addresses })).map(({ title, state }) => `${title}: ${state}`);
    expect(await find(address)).toEqual(['La Estrella uno: pending']);
    expect(await find('https://elsur.example/3', 'nada', 'javascript:alert(1)')).toEqual([]);
    expect(await find()).toEqual([]);

    const [entry] = await press.findOpenEntries({ addresses: [address] });
    const dismissed = await press.dismissFeedEntry(entry as { id: string; version: number });
    expect(await find(address)).toEqual(['La Estrella uno: dismissed']);

    const { id } = await press.createClipping(piece(office.outletId, { url: address }));
    expect(await find(address)).toEqual([]);
    await press.acceptFeedEntry({ at: dismissed, clippingId: id });
    expect(await titles(office, 'accepted')).toEqual(['La Estrella uno']);
  });
});
