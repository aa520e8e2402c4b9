import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const events = {
  year: 2031,
  subject: 'output.count:event',
  label: 'Eventos',
  value: 57,
  precision: 'exact' as const,
  asPrinted: '57',
  source: 'Informe de gestión 2031, tabla de producción',
};

describe('declared figures', () => {
  test('the coordinator keeps what the report says, changes it, removes it and brings it back', async () => {
    const house = await makeHouse();
    const { reports } = callerAs(house, 'coordinator');
    const at = await reports.createFigure(events);
    const updated = await reports.updateFigure({ at, fields: { ...events, value: 58 } });
    const removed = await reports.removeFigure(updated);
    expect(await reports.listFigures({ year: 2031 })).toEqual({ rows: [], total: 0 });
    await reports.restoreFigure(removed);
    expect(await reports.listFigures({ search: 'produccion' })).toMatchObject({
      total: 1,
      rows: [{ id: at.id, version: 4, value: 58, updatedBy: 'Persona coordinator' }],
    });
    expect((await auditOf(house, at.id)).map((row) => row.action).sort()).toEqual([
      'create',
      'remove',
      'restore',
      'update',
    ]);
  });

  test('the same place of a report is kept once', async () => {
    const house = await makeHouse();
    const { reports } = callerAs(house, 'admin');
    const at = await reports.createFigure(events);
    expect(await failureOf(reports.createFigure(events))).toMatchObject({ code: 'value_taken' });
    await reports.createFigure({ ...events, value: 60, source: 'Informe de gestión 2031, prosa' });
    const removed = await reports.removeFigure(at);
    await reports.createFigure(events);
    expect(await failureOf(reports.restoreFigure(removed))).toMatchObject({ code: 'value_taken' });
  });

  test('a subject that nothing is recorded under is refused by its field', async () => {
    const house = await makeHouse();
    const { reports } = callerAs(house, 'admin');
    const fields = { ...events, subject: 'output.count:podcast' };
    expect(await failureOf(reports.createFigure(fields))).toMatchObject({
      issues: [{ path: ['subject'], message: 'subject' }],
    });
  });

  test('the press team reads them and may not keep one', async () => {
    const house = await makeHouse();
    const { reports } = callerAs(house, 'press');
    expect(await reports.listFigures({})).toEqual({ rows: [], total: 0 });
    expect(await failureOf(reports.createFigure(events))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
