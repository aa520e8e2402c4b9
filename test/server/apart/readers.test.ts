import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { planSheet } from '../../../server/imports/sheets/plan-sheet.ts';
import { SheetToPlan } from '../../../shared/imports/sheets/schemas.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { as, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { textFile } from '../../support/sheet-file.ts';
import { childrenOf } from '../../support/work-of.ts';

const events = (count: number) =>
  textFile('eventos.csv', [
    'Fecha;Tipo;Título',
    ...Array.from({ length: count }, (_, at) => `25/11/2026;Evento;"Feria ""${at}"""`),
  ]);

const hostile = (name: string) => ({
  name: 'archivo.csv',
  content: hostileFiles[name]?.().toString('base64') ?? '',
});

const readers = () => childrenOf(process.pid);

/** Waits until as many processes read, and no more. */
async function waitForReaders(count: number): Promise<number[]> {
  for (let turn = 0; turn < 400 && readers().length !== count; turn += 1) await wait(10);
  return readers();
}

describe('the process that reads a file', () => {
  test('is ended by somebody else: the person is told to bring it again, and the next file is read', async () => {
    const { imports } = callerAs(await makeHouse(), 'coordinator');
    await imports.planSheet({ file: events(1) });
    const told = failureOf(
      imports.planSheet({ file: hostile('nineteen megabytes of quoted letters') }),
    );
    await wait(300);
    const [reader = 0] = readers();
    process.kill(reader, 'SIGKILL');
    expect(await told).toEqual({ code: 'file_refused', reason: 'interrupted' });
    expect(await imports.planSheet({ file: events(2) })).toMatchObject({
      targetId: 'output_items',
    });
    expect(readers()).not.toContain(reader);
  });

  test('is ended while it waits, and the next file is read all the same', async () => {
    const { imports } = callerAs(await makeHouse(), 'coordinator');
    await imports.planSheet({ file: events(1) });
    const [reader = 0] = readers();
    process.kill(reader, 'SIGKILL');
    await waitForReaders(0);
    expect(await imports.planSheet({ file: events(2) })).toMatchObject({
      targetId: 'output_items',
    });
  });

  test('passes a bound: the person is told which, and nothing of it stays', async () => {
    const { imports } = callerAs(await makeHouse(), 'coordinator');
    const file = hostile('a link over every cell');
    const refused = await failureOf(imports.planSheet({ file }));
    expect(refused).toMatchObject({ code: 'file_refused', limit: expect.any(Number) });
    expect(['too_slow', 'too_heavy']).toContain((refused as { reason: string }).reason);
    expect(await waitForReaders(0)).toEqual([]);
    expect(await imports.listSheetImports({})).toEqual({ rows: [], total: 0 });
  });

  test('is one of two at most, and one rests for what comes next', async () => {
    const context = as(await makeHouse(), 'coordinator');
    let most = 0;
    const looking = setInterval(() => {
      most = Math.max(most, readers().length);
    }, 5);
    const plans = await Promise.all(
      Array.from({ length: 6 }, () =>
        planSheet(context, SheetToPlan.parse({ file: events(2_000) })),
      ),
    );
    clearInterval(looking);
    expect(plans.map(({ targetId }) => targetId)).toEqual(plans.map(() => 'output_items'));
    expect(most).toBe(2);
    expect(await waitForReaders(1)).toHaveLength(1);
  });
});
