import { describe, expect, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { appRouter } from '../../../server/http/router.ts';
import { openHouseAt } from '../../support/house.ts';
import { serve, serveBeside, serveHouse } from '../../support/served-house.ts';
import { inputsOf } from './kept-inputs.ts';
import { changesOf, must, openOffice } from './kept-office.ts';

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; meta?: { readsFrom?: readonly string[] } } }
>;
const keptReads = Object.entries(procedures)
  .filter(([, { _def }]) => _def.type === 'query' && _def.meta?.readsFrom)
  .map(([path]) => path);

describe('kept answers', () => {
  test('are those that a server which keeps none would give, after every kind of write and on another day', async () => {
    const keeping = await serveHouse();
    await seedLaEstrella2020(keeping.house);
    const forgetful = await serve(await openHouseAt(keeping.house.place), { cacheCapacity: 0 });
    const writer = await serveBeside(keeping);
    const reader = await keeping.signedIn('coordinator');
    const [fresh, hand] = [forgetful.visitor(), writer.visitor()];
    fresh.cookie = reader.cookie;
    hand.cookie = reader.cookie;
    const office = await openOffice(hand);
    const inputs = inputsOf(office);
    expect(Object.keys(inputs).sort()).toEqual([...keptReads].sort());

    const stale: string[] = [];
    const compare = async (after: string) => {
      for (const [path, input] of Object.entries(inputs)) {
        const kept = JSON.stringify(await reader.query(path, input));
        if (kept !== JSON.stringify(await fresh.query(path, input))) {
          stale.push(`${path} after ${after}`);
        }
      }
    };
    await compare('the beginning');
    for (const [path, input] of changesOf(office)) {
      await must(hand, path, input);
      await compare(path);
    }
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString();
    for (const { house } of [keeping, forgetful]) house.setNow(later);
    await compare('three days');
    expect(stale).toEqual([]);
  }, 120_000);
});
