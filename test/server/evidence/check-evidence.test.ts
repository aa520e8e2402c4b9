import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { checkEvidence, type EvidenceFault } from '../../../server/evidence/check-evidence.ts';
import { evidenceChunkBytes, storeEvidence } from '../../../server/evidence/store-evidence.ts';
import { as, makeHouse, type TestHouse } from '../../support/house.ts';

const head = Buffer.from('%PDF-1.7\n');
const pdf = (bytes: number) => Buffer.concat([head, randomBytes(bytes - head.length)]);

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Keeps a file of three parts and a bit less. */
async function keepFile(house: TestHouse, name: string): Promise<string> {
  const bytes = pdf(3 * evidenceChunkBytes - 100);
  return (await storeEvidence(as(house, 'press'), { name, source: whole(bytes) })).id;
}

const part = (at: number) => sql`evidence_chunk where position = ${at}`;
type Damage = [
  what: string,
  text: (house: TestHouse) => Promise<unknown>,
  due: Partial<EvidenceFault>,
];

const set = (house: TestHouse, at: number, bytes: Buffer) =>
  house.database.db
    .updateTable('evidenceChunk')
    .set({ bytes })
    .where('position', '=', at)
    .execute();

const damages: Damage[] = [
  [
    'a part that is gone',
    ({ database }) => sql`delete from ${part(1)}`.execute(database.db),
    { fault: 'part_missing', part: 2, of: 3 },
  ],
  [
    'its last part gone',
    ({ database }) => sql`delete from ${part(2)}`.execute(database.db),
    { fault: 'part_missing', part: 3, of: 3 },
  ],
  [
    'parts in another order',
    async ({ database }) => {
      for (const [from, to] of [
        [0, 7],
        [1, 0],
        [7, 1],
      ]) {
        await sql`update evidence_chunk set position = ${to} where position = ${from}`.execute(
          database.db,
        );
      }
    },
    { fault: 'content', of: 3 },
  ],
  [
    'a part more',
    ({ database }) =>
      sql`insert into evidence_chunk (evidence_id, position, bytes)
        select evidence_id, 3, bytes from ${part(0)}`.execute(database.db),
    { fault: 'part_too_many', part: 4, of: 3 },
  ],
  [
    'a part cut short',
    (house) => set(house, 0, pdf(evidenceChunkBytes - 1)),
    { fault: 'part_size', part: 1, of: 3 },
  ],
  [
    'other bytes in a part',
    (house) => set(house, 1, randomBytes(evidenceChunkBytes)),
    { fault: 'content', of: 3 },
  ],
  [
    'another sum beside it',
    ({ database }) => sql`update evidence set sha256 = 'x'`.execute(database.db),
    { fault: 'content', of: 3 },
  ],
];

describe('evidence that is not what came in', () => {
  test.each(damages)('is told: %s', async (_, damage, due) => {
    const house = await makeHouse();
    const id = await keepFile(house, 'nota.pdf');
    expect(await checkEvidence(house.database)).toEqual([]);
    await damage(house);
    expect(await checkEvidence(house.database)).toEqual([{ id, name: 'nota.pdf', ...due }]);
  });
});
