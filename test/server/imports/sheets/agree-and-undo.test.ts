import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import {
  finish,
  importAs,
  previewAs,
  sheetFixture,
  textFile,
} from '../../../support/sheet-file.ts';

const pieces = textFile('piezas.csv', [
  'Fecha;Tipo;Título;Dependencia;Formato',
  '03/11/2026;Pieza gráfica;Afiche de la feria;Secretaría de Gobierno;Afiche',
  '25/11/2026;Pieza gráfica;Afiche de la feria;;Historia',
  '03/11/2026;Piezas gráficas;Afiche de la feria;;Afiche',
  '04/11/2026;Eventos;Feria;;',
]);

async function openOffice() {
  const house = await makeHouse();
  const { imports, output, accounts } = callerAs(house, 'coordinator');
  await accounts.createDepartment({ name: 'Secretaría de Gobierno' });
  return { house, imports, output };
}

describe('an import of a spreadsheet', () => {
  test('shows what is new, writes it when agreed to, and undone leaves nothing', async () => {
    const { house, imports, output } = await openOffice();
    const { import: made } = await previewAs(imports, pieces);
    expect(made).toMatchObject({ target: 'output_items', added: 4, changed: 0, wrong: 0 });
    expect((await output.listItems({})).total).toBe(0);
    const id = made?.id ?? '';
    expect(await imports.listSheetRows({ id, standing: 'new' })).toMatchObject({ total: 4 });
    expect(await imports.listSheetRows({ id, standing: 'wrong' })).toEqual({ rows: [], total: 0 });
    expect(await imports.listSheetRows({ id, search: 'GOBIERNO secretaria' })).toMatchObject({
      rows: [{ line: 2 }],
      total: 1,
    });
    const posters = { id, search: 'afiche', pageSize: 2 };
    expect(await imports.listSheetRows({ ...posters, page: 2 })).toMatchObject({
      rows: [{ line: 4 }],
      total: 3,
    });
    expect(await imports.listSheetRows({ ...posters, page: 3 })).toEqual({ rows: [], total: 3 });
    expect(await imports.listSheetRows({ id, search: 'vereda' })).toEqual({ rows: [], total: 0 });

    const steps = await finish(await imports.writeSheetImport({ id }));
    expect(steps.at(-1)).toMatchObject({ finished: true, done: 4, import: { status: 'written' } });
    expect(await output.listItems({})).toMatchObject({
      total: 4,
      rows: [{ day: '2026-11-25' }, { kind: 'event' }, {}, {}],
    });
    expect(await auditOf(house, id)).toMatchObject([{ action: 'preview' }, { action: 'import' }]);

    await finish(await imports.undoSheetImport({ id }));
    expect((await output.listItems({})).total).toBe(0);
    const november = { from: '2026-11', to: '2026-11' };
    expect((await output.readMonthMatrix(november)).cells).toEqual([]);
    expect(await imports.readSheetImport({ id })).toMatchObject({ status: 'undone', kept: 0 });
    const again = imports.undoSheetImport({ id });
    expect(await failureOf(again.then(finish))).toMatchObject({ code: 'import_expired' });
  });

  test('of a file that was read before changes nothing, and says so', async () => {
    const { imports, output } = await openOffice();
    await importAs(imports, pieces);
    const { made } = await importAs(imports, pieces);
    expect(made).toMatchObject({ added: 0, changed: 0, same: 4, notes: ['read_before'] });
    expect((await output.listItems({})).total).toBe(4);
  });

  test('changes what differs, keeps what the sheet does not have, and undone puts it back', async () => {
    const { imports, output } = await openOffice();
    const day = '2026-11-04';
    const item = { kind: 'event' as const, title: 'Feria', day, notes: 'Con tarima' };
    const { id } = await output.createItem({ ...item, details: { attendance: 120 } });
    const file = textFile('eventos.csv', [
      'Fecha,Tipo,Título,Responsable',
      '04/11/2026,Evento,Feria,Ana',
    ]);
    const answers = { dayOrder: 'day_first' as const };
    const { made } = await importAs(imports, file, { answers });
    expect(made).toMatchObject({ added: 0, changed: 1 });
    expect(await imports.listSheetRows({ id: made.id })).toMatchObject({
      rows: [{ standing: 'changed', said: { responsible: 'Ana' }, before: { title: 'Feria' } }],
    });
    expect(await output.readItem({ id })).toMatchObject({
      responsible: 'Ana',
      notes: 'Con tarima',
      details: { attendance: 120 },
    });
    await finish(await imports.undoSheetImport({ id: made.id }));
    expect(await output.readItem({ id })).toMatchObject({ responsible: null, notes: 'Con tarima' });
  });

  test('leaves alone what somebody changed after it, and says how many', async () => {
    const { imports, output } = await openOffice();
    const { made } = await importAs(imports, pieces);
    const { rows } = await output.listItems({ kind: 'event' });
    const [row] = rows;
    const { id = '', version = 0 } = row ?? {};
    const fields = { kind: 'event' as const, title: 'Feria del libro', day: '2026-11-04' };
    await output.updateItem({ at: { id, version }, fields });
    const steps = await finish(await imports.undoSheetImport({ id: made.id }));
    expect(steps.at(-1)).toMatchObject({ import: { kept: 1 } });
    expect(await output.listItems({})).toMatchObject({ total: 1, rows: [{ id }] });
  });

  test('is refused when what it would add came in meanwhile', async () => {
    const { imports, output } = await openOffice();
    const { import: made } = await previewAs(imports, pieces);
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-11-04' });
    const writing = imports.writeSheetImport({ id: made?.id ?? '' }).then(finish);
    expect(await failureOf(writing)).toEqual({ code: 'import_moved' });
    expect((await output.listItems({})).total).toBe(1);
  });

  test('is written all the same when only something else came in meanwhile', async () => {
    const { imports, output } = await openOffice();
    const { import: made } = await previewAs(imports, pieces);
    await output.createItem({ kind: 'event', title: 'Otra feria', day: '2026-11-04' });
    await finish(await imports.writeSheetImport({ id: made?.id ?? '' }));
    expect((await output.listItems({})).total).toBe(5);
  });

  test('asks what dates and years leave open, and writes nothing before it is answered', async () => {
    const { imports } = await openOffice();
    const dates = textFile('fechas.csv', ['Fecha,Tipo,Título', '03/04/2026,Evento,Feria']);
    expect(await previewAs(imports, dates)).toMatchObject({
      import: null,
      questions: [{ ask: 'dayOrder', samples: ['03/04/2026'] }],
    });
    const answered = await previewAs(imports, dates, { answers: { dayOrder: 'month_first' } });
    expect(answered.import).toMatchObject({ added: 1 });
    const months = textFile('meses.csv', ['Mes;Eventos;Videos', 'Enero;3;1', 'Febrero;4;2']);
    expect(await previewAs(imports, months)).toMatchObject({ questions: [{ ask: 'year' }] });
    const { made } = await importAs(imports, months, { answers: { year: 2019 } });
    expect(made).toMatchObject({ target: 'output_tallies', added: 4 });
  });

  test('says in the cell what is wrong, and takes it once it is mended', async () => {
    const { imports, output } = await openOffice();
    const file = textFile('piezas.csv', [
      'Fecha;Tipo;Título;Dependencia',
      '31/02/2026;Pieza gráfica;Afiche;',
      '05/11/2026;Podcast;Afiche;',
      '15/11/2026;Evento;Feria;Secretaría de Marte',
    ]);
    const { import: made } = await previewAs(imports, file);
    expect(made).toMatchObject({ added: 0, wrong: 3 });
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(rows.map(({ line, problems }) => [line, ...problems])).toEqual([
      [2, { column: 'day', rule: 'not_a_day', said: '31/02/2026', index: 0 }],
      [3, { column: 'kind', rule: 'unknown_kind', said: 'Podcast', index: 1 }],
      [
        4,
        {
          column: 'departmentId',
          rule: 'unknown_department',
          said: 'Secretaría de Marte',
          index: 3,
        },
      ],
    ]);
    const mended = [
      { line: 2, index: 0, text: '28/02/2026' },
      { line: 3, index: 1, text: 'Pieza gráfica' },
      { line: 4, index: 3, text: 'Secretaría de Gobierno' },
    ];
    const { made: whole } = await importAs(imports, file, { mended });
    expect(whole).toMatchObject({ added: 3, wrong: 0 });
    expect((await output.listItems({ kind: 'event' })).rows).toMatchObject([
      { departmentName: 'Secretaría de Gobierno' },
    ]);
  });

  test('remembers how the columns were understood the last time', async () => {
    const { imports } = await openOffice();
    const file = textFile('raro.csv', ['Cuándo;Qué;Cosa', '25/11/2026;Evento;Feria']);
    const plan = await imports.planSheet({ file, target: 'output_items' });
    expect(plan.isRemembered).toBe(false);
    const to = ['day', 'kind', 'title'];
    const columns = to.map((id, index) => ({ index, heading: id, to: id, member: null }));
    const headings = ['Cuándo', 'Qué', 'Cosa'];
    const layout = {
      shape: 'records' as const,
      headingLines: [1],
      down: null,
      columns: columns.map((column) => ({ ...column, heading: headings[column.index] ?? '' })),
    };
    const settled = { file, sheet: 0, target: 'output_items' as const, layout };
    expect((await imports.previewSheet(settled)).import).toMatchObject({ added: 1 });
    const next = textFile('otro.csv', ['Cuándo;Qué;Cosa', '26/11/2026;Evento;Otra feria']);
    expect(await imports.planSheet({ file: next, target: 'output_items' })).toMatchObject({
      isRemembered: true,
      layout,
    });
  });

  test('of a closed month is refused by who may reopen it, and nothing of the file is stored', async () => {
    const { house, imports } = await openOffice();
    await importAs(callerAs(house, 'press').imports, sheetFixture('3.2-free-press.xlsx'));
    const { press } = callerAs(house, 'secretary');
    const review = await press.readMonthReview({ month: '2020-02' });
    await press.closeMonth({ month: '2020-02', stamp: review.stamp ?? '' });
    const file = textFile('3.2 corregida 2020.csv', [
      ';Prensa escrita;',
      'Mes;Cantidad;Valor',
      'Enero;5;$ 1.350.000',
      'Febrero;9;$ 1.800.000',
    ]);
    const { import: made } = await previewAs(imports, file, { target: 'press_tallies' });
    expect(made).toMatchObject({ changed: 2 });
    const writing = imports.writeSheetImport({ id: made?.id ?? '' }).then(finish);
    expect(await failureOf(writing)).toMatchObject({ code: 'month_closed', month: '2020-02' });
    const read = await press.readMonthlyValue({ from: '2020-01', to: '2020-01' });
    expect(read.rows.find(({ channel }) => channel === 'press')?.count).toBe(3);
  });

  test('of output is refused to the press team, which may bring in what is theirs', async () => {
    const { house } = await openOffice();
    const { imports } = callerAs(house, 'press');
    const target = 'output_items' as const;
    for (const call of [
      previewAs(imports, pieces, { target }),
      imports.planSheet({ file: pieces, target }),
    ]) {
      expect(await failureOf(call)).toMatchObject({ code: 'role_not_allowed' });
    }
  });

  test('is seen by who may bring it in, and by nobody else: not in the list, nor its rows, nor at its address', async () => {
    const { house, imports } = await openOffice();
    const { import: made } = await previewAs(imports, pieces, { target: 'output_items' });
    const id = made?.id ?? '';
    const press = callerAs(house, 'press').imports;
    const all = { pageSize: 200 };
    for (const call of [
      () => press.readSheetImport({ id }),
      () => press.listSheetRows({ id, ...all }),
      () => press.listSheetRows({ id, search: 'a', ...all }),
      () => press.discardSheetImport({ id }),
      () => press.writeSheetImport({ id }).then(finish),
      () => press.undoSheetImport({ id }).then(finish),
    ]) {
      expect(await failureOf(call())).toEqual({
        code: 'role_not_allowed',
        role: 'press',
        allowed: ['admin', 'coordinator'],
      });
    }
    expect(await press.listSheetImports(all)).toEqual({ rows: [], total: 0 });
    expect((await press.listSheetImports({ ...all, search: made?.fileName ?? '' })).total).toBe(0);
    expect((await imports.listSheetImports(all)).total).toBe(1);
    expect((await imports.listSheetRows({ id, ...all })).total).toBeGreaterThan(0);
  });
});
