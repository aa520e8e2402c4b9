import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../server/imports/write-import.ts';
import {
  csv,
  facebookHeadings,
  facebookRow,
  marked,
  metaSeries,
} from '../../support/export-files.ts';
import {
  as,
  auditOf,
  callerAs,
  failureOf,
  makeHouse,
  type TestHouse,
} from '../../support/house.ts';
import { previewOf, writeWhole } from '../../support/import-file.ts';

async function office() {
  const house = await makeHouse();
  const { social, imports } = callerAs(house, 'coordinator');
  const page = await social.createPage({
    network: 'facebook',
    handle: 'AlcaldiaLaEstrella',
    externalId: '161803398874989',
    title: 'Alcaldía de La Estrella',
  });
  return { house, social, imports, pageId: page.id };
}

const series = (...values: [string, number][]) => metaSeries('Facebook follows', values);

const posts = (...views: number[]) =>
  marked(
    csv([
      facebookHeadings,
      ...views.map((count, at) =>
        facebookRow({
          'Post ID': `12210${at}`,
          'Publish time': '11/03/2026 08:05',
          Views: count,
          Reactions: 3,
        }),
      ),
    ]),
  );

async function everything({ database: { db } }: TestHouse) {
  const figures = await db.selectFrom('snapshot').selectAll().orderBy('day').execute();
  const readings = await db.selectFrom('postReading').selectAll().orderBy('externalId').execute();
  const stored = await db.selectFrom('post').selectAll().orderBy('externalId').execute();
  return { figures, readings, posts: stored };
}

describe('undoing an import', () => {
  test('puts every figure and post back as it was, and can be done once', async () => {
    const { house, imports, pageId } = await office();
    const first = await previewOf(imports, 'a.csv', series(['2026-11-01', 20]), { pageId });
    await writeWhole(imports, first.id);
    await writeWhole(imports, (await previewOf(imports, 'p.csv', posts(10))).id);
    const before = await everything(house);
    house.setNow('2026-11-22T17:00:00Z');
    const figures = series(['2026-11-01', 25], ['2026-11-02', 31]);
    const second = await previewOf(imports, 'b.csv', figures, { pageId });
    await writeWhole(imports, second.id);
    const more = await previewOf(imports, 'q.csv', posts(12, 40));
    expect(more).toMatchObject({ changed: 1, added: 1 });
    await writeWhole(imports, more.id);
    expect(await everything(house)).not.toEqual(before);

    expect(await imports.undoImport({ id: second.id })).toMatchObject({
      status: 'undone',
      undoneBy: 'Persona coordinator',
      kept: 0,
    });
    await imports.undoImport({ id: more.id });
    expect(await everything(house)).toEqual(before);
    expect(await auditOf(house, second.id)).toMatchObject([
      { action: 'preview' },
      { action: 'import' },
      { action: 'undo', record: 'import' },
    ]);
    expect(await failureOf(imports.undoImport({ id: second.id }))).toMatchObject({
      code: 'import_expired',
    });
    const refused = callerAs(house, 'press').imports.undoImport({ id: first.id });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });

  test('leaves alone what a later import changed, and says how much', async () => {
    const { house, imports, pageId } = await office();
    const first = series(['2026-11-01', 20], ['2026-11-02', 30]);
    const { id } = await previewOf(imports, 'a.csv', first, { pageId });
    await writeWhole(imports, id);
    const later = await previewOf(imports, 'b.csv', series(['2026-11-02', 33]), { pageId });
    await writeWhole(imports, later.id);
    expect(await imports.undoImport({ id })).toMatchObject({ kept: 1 });
    const { figures } = await everything(house);
    expect(figures).toMatchObject([{ day: '2026-11-02', value: 33 }]);
  });
});

describe('a preview', () => {
  test('that was put aside, used, or left a day is no longer written', async () => {
    const { house, imports, pageId } = await office();
    const bytes = series(['2026-11-01', 20]);
    const preview = () => previewOf(imports, 'a.csv', bytes, { pageId });
    const [aside, used, old] = [await preview(), await preview(), await preview()];
    expect(await imports.discardImport({ id: aside.id })).toEqual({ id: aside.id });
    expect(await failureOf(writeWhole(imports, aside.id))).toMatchObject({
      code: 'import_expired',
    });
    await writeWhole(imports, used.id);
    expect(await failureOf(writeWhole(imports, used.id))).toMatchObject({ code: 'import_expired' });
    house.setNow('2026-11-23T15:00:01Z');
    expect(await failureOf(writeWhole(imports, old.id))).toMatchObject({ code: 'import_expired' });
    const { rows, total } = await imports.listImports({});
    expect([total, rows.map(({ id }) => id)]).toEqual([
      2,
      expect.arrayContaining([used.id, old.id]),
    ]);
    await preview();
    expect((await imports.listImports({})).rows.map(({ id }) => id)).not.toContain(old.id);
  });

  test('is not written over what changed since it was shown', async () => {
    const { house, imports, pageId } = await office();
    const bytes = series(['2026-11-01', 20]);
    const one = await previewOf(imports, 'a.csv', bytes, { pageId });
    const other = await previewOf(imports, 'b.csv', series(['2026-11-01', 21]), { pageId });
    await writeWhole(imports, other.id);
    const before = await everything(house);
    expect(await failureOf(writeWhole(imports, one.id))).toMatchObject({ code: 'import_moved' });
    expect(await everything(house)).toEqual(before);
  });

  test('of a page that was removed since is not written', async () => {
    const { imports, social, pageId } = await office();
    const { id } = await previewOf(imports, 'a.csv', series(['2026-11-01', 20]), { pageId });
    await social.removePage({ id: pageId, version: 1 });
    expect(await failureOf(writeWhole(imports, id))).toMatchObject({ code: 'import_moved' });
  });

  test('is written whole or not at all', async () => {
    const { house, imports, pageId } = await office();
    const days = Array.from({ length: 1_500 }, (_, at): [string, number] => [
      new Date(Date.UTC(2022, 0, 1 + at)).toISOString().slice(0, 10),
      at,
    ]);
    const { id } = await previewOf(imports, 'long.csv', series(...days), { pageId });
    const told: number[] = [];
    const cut = writeImport(as(house, 'coordinator'), id, (done) => {
      told.push(done);
      if (done === 1_500) throw new Error('the machine stops here');
    });
    await expect(cut).rejects.toThrow('the machine stops here');
    expect(told).toEqual([0, 1_000, 1_500]);
    expect((await everything(house)).figures).toEqual([]);
    expect(await imports.readImport({ id })).toMatchObject({ status: 'pending', added: 1_500 });
    const progress = await writeWhole(imports, id);
    expect(progress.at(-1)).toMatchObject({ done: 1_500, total: 1_500, finished: true });
    expect((await everything(house)).figures).toHaveLength(1_500);
  });
});
