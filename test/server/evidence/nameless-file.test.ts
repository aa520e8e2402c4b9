import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkEvidence } from '../../../server/evidence/check-evidence.ts';
import { removeLeftUploads } from '../../../server/evidence/nameless-file.ts';
import { storeEvidence } from '../../../server/evidence/store-evidence.ts';
import { as, makeHouse } from '../../support/house.ts';

describe('a file that comes in', () => {
  test('has no name while it does: nothing of it is left when the process is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'altavoz-uploads-'));
    const before = process.env.TMPDIR;
    process.env.TMPDIR = folder;
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(folder, { recursive: true, force: true });
    });
    const house = await makeHouse();
    const seen: string[][] = [];
    async function* slowly(): AsyncGenerator<Buffer> {
      for (const bytes of [Buffer.from('%PDF-1.7\n'), randomBytes(9_000)]) {
        yield bytes;
        seen.push(readdirSync(folder).filter((name) => name.startsWith('altavoz-evidence')));
      }
    }
    await storeEvidence(as(house, 'press'), { name: 'a.pdf', source: slowly() });
    expect(seen).toEqual([[], []]);
    expect(await checkEvidence(house.database)).toEqual([]);

    const left = join(folder, 'altavoz-evidence-Ab3dE6');
    const aboutToBegin = join(folder, 'altavoz-evidence-Xy9zW1');
    const old = join(folder, 'altavoz-evidence-Old123');
    const foreign = join(folder, 'other-folder');
    for (const made of [left, aboutToBegin, old, foreign]) mkdirSync(made);
    writeFileSync(join(left, 'file'), 'half of a film');
    const now = new Date();
    utimesSync(old, new Date(now.getTime() - 120_000), new Date(now.getTime() - 120_000));
    await removeLeftUploads(now);
    expect([left, aboutToBegin, old, foreign].map((path) => existsSync(path))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
