import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { storeEvidence } from '../../../server/evidence/store-evidence.ts';
import { as, callerAs, makePlace, openHouseAt } from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

async function* pdf(): AsyncGenerator<Buffer> {
  yield Buffer.from('%PDF-1.7\nuna nota');
}

describe('the check from the terminal', () => {
  test('lists what the report of 2020 contradicts, which is no fault of the database', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    await seedLaEstrella2020(await openHouseAt(place));

    const { code, stdout } = await runTerminal(place, ['check']);

    expect(code).toBe(0);
    expect(stdout).toContain('Damage: none\nMonthly totals that differ from their records: none\n');
    expect(stdout).toMatch(/Figures declared of 2020 that the records contradict: [1-9]/);
    expect(stdout).toMatch(/Encuentros con la comunidad: .*13.*21/);
  });

  test('says that all is well, and which monthly total stopped agreeing with its records', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    const house = await openHouseAt(place);
    const { output } = callerAs(house, 'coordinator');
    await output.createTally({
      month: '2026-01',
      kind: 'event',
      count: 12,
      source: 'Informe de enero',
    });
    expect(await runTerminal(place, ['check'])).toMatchObject({ code: 0, stderr: '' });

    await house.database.db.updateTable('outputMonth').set({ count: 13 }).execute();
    await sql`drop index ${sql.ref('audit_record')}`.execute(house.database.db);
    const { id } = await storeEvidence(as(house, 'press'), { name: 'nota.pdf', source: pdf() });
    await house.database.db.deleteFrom('evidenceChunk').execute();
    const broken = await runTerminal(place, ['check']);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain(
      'output of 2026-01, event, tally: kept 13, its records add up to 12',
    );
    expect(broken.stdout).toContain(
      `as the migrations make them: 1\n  index audit_record is missing`,
    );
    expect(broken.stdout).toContain(
      `Evidence that is not what came in: 1\n  nota.pdf (${id}): part 1 of 1 is missing`,
    );
  });
});
