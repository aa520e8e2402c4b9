import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { metaSeries } from '../../support/export-files.ts';
import { callerAs, makePlace, openHouseAt } from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

async function placeOfTest() {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  const house = await openHouseAt(place);
  const page = { network: 'facebook' as const, handle: 'AlcaldiaLaEstrella', title: 'Alcaldía' };
  await callerAs(house, 'admin').social.createPage(page);
  const file = join(place.dataDir, 'follows.csv');
  writeFileSync(
    file,
    metaSeries('Facebook follows', [
      ['2026-11-01', 20],
      ['2026-11-02', 31],
    ]),
  );
  return { place, house, file };
}

describe('a file from the terminal', () => {
  test('is shown, and written when that is agreed to', async () => {
    const { place, house, file } = await placeOfTest();
    const words = ['import', file, '--page', 'facebook/AlcaldiaLaEstrella'];
    const stored = () => house.database.db.selectFrom('snapshot').selectAll().execute();

    const no = await runTerminal(place, words, 'no\n');
    expect(no).toMatchObject({ code: 1, stdout: expect.stringContaining('Nothing was written.') });
    expect(await stored()).toEqual([]);

    const yes = await runTerminal(place, words, 'yes\n');
    expect(yes.stdout).toContain('meta_series, of Alcaldía.\nnew 2, changed 0, the same 0');
    expect(yes.code).toBe(0);
    expect(await stored()).toMatchObject([
      { source: 'import', value: 20 },
      { source: 'import', value: 31 },
    ]);
  });

  test('that cannot be read, or does not say of which page it is, is told in one line', async () => {
    const { place, file } = await placeOfTest();
    expect(await runTerminal(place, ['import', file])).toMatchObject({
      code: 1,
      stderr: `altavoz: ${file} does not say of which page it is ("Facebook follows"): add --page\n`,
    });
    writeFileSync(file, '%PDF-1.7');
    expect(await runTerminal(place, ['import', file])).toMatchObject({
      code: 1,
      stderr: `altavoz: ${file} cannot be read: it is no table\n`,
    });
    expect(await runTerminal(place, ['import'])).toMatchObject({ code: 2 });
    const wrong = await runTerminal(place, ['import', file, '--metric', 'fama']);
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--metric must be one'),
    });
  });
});
