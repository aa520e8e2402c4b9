import { describe, expect, test } from 'vitest';
import { outputStates, stateWords } from '../../../../shared/output/state.ts';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { finish, previewAs, textFile } from '../../../support/sheet-file.ts';

describe('a sheet of output', () => {
  test('says the state in any word that people write for it; where it says none, the day does', async () => {
    const house = await makeHouse();
    const { imports, output } = callerAs(house, 'coordinator');
    const words = outputStates.flatMap((state) =>
      stateWords[state].map((word) => ({ state, word })),
    );
    const file = textFile('eventos.csv', [
      'Fecha;Tipo;Título;Estado',
      ...words.map(({ word }, at) => `20/11/2026;Eventos;Feria ${at};${word.toUpperCase()}`),
      '21/11/2026;Eventos;Sin estado;',
      '25/12/2026;Eventos;Navidad;',
      '26/12/2026;Eventos;Resaca;Realizado',
    ]);
    const { import: made } = await previewAs(imports, file);
    expect(made).toMatchObject({ added: words.length + 2, wrong: 1 });
    const refused = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(refused.rows).toMatchObject([{ problems: [{ column: 'state', rule: 'done_to_come' }] }]);
    await finish(await imports.writeSheetImport({ id: made?.id ?? '' }));
    const { rows } = await output.listItems({ pageSize: 200 });
    const states = new Map(rows.map(({ title, state }) => [title, state]));
    for (const [at, { state, word }] of words.entries()) {
      expect([word, states.get(`Feria ${at}`)]).toEqual([word, state]);
    }
    expect([states.get('Sin estado'), states.get('Navidad')]).toEqual(['done', 'planned']);
  });

  test('is not undone over a month that was confirmed since', async () => {
    const house = await makeHouse();
    const { imports, output } = callerAs(house, 'coordinator');
    const file = textFile('eventos.csv', ['Fecha;Tipo;Título', '20/10/2026;Eventos;Feria']);
    const { import: made } = await previewAs(imports, file);
    const id = made?.id ?? '';
    await finish(await imports.writeSheetImport({ id }));
    const { stamp } = await output.readMonthProduction({ month: '2026-10' });
    await output.confirmMonth({ month: '2026-10', stamp });
    const undoing = finish(await imports.undoSheetImport({ id })).then((steps) => {
      const { failure } = steps.at(-1) as unknown as { failure?: unknown };
      if (failure) throw Object.assign(new Error('refused'), { cause: { failure } });
    });
    expect(await failureOf(undoing)).toMatchObject({ code: 'month_confirmed', month: '2026-10' });
    expect((await output.listItems({})).total).toBe(1);
  });
});
