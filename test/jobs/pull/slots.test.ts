import { describe, expect, test } from 'vitest';
import {
  claimSlot,
  finishSlot,
  forgetOldSlots,
  releaseSlot,
  renewClaim,
} from '../../../jobs/claim-slot.ts';
import { pullSlotAt } from '../../../jobs/pull-slots.ts';
import { runTask } from '../../../jobs/run-task.ts';
import { makeHouse, openHouseAt } from '../../support/house.ts';

const bogota = 'America/Bogota';
const slot = { task: 'pull-networks', slot: '2026-11-22T05:10' };

async function claim(holders: Promise<boolean>[]): Promise<number> {
  return (await Promise.all(holders)).filter(Boolean).length;
}

describe('turns of the scheduled pull', () => {
  test("come at 05:10 and every hour after it, in the office's time zone", () => {
    expect(pullSlotAt(new Date('2026-11-22T10:09:59Z'), bogota)).toBeUndefined();
    expect(pullSlotAt(new Date('2026-11-22T10:10:00Z'), bogota)).toEqual({
      slot: '2026-11-22T05:10',
      isLate: false,
    });
    expect(pullSlotAt(new Date('2026-11-22T11:09:00Z'), bogota)).toEqual({
      slot: '2026-11-22T05:10',
      isLate: true,
    });
    expect(pullSlotAt(new Date('2026-11-23T04:59:00Z'), bogota)).toMatchObject({
      slot: '2026-11-22T23:10',
    });
    expect(pullSlotAt(new Date('2026-11-23T05:00:00Z'), bogota)).toBeUndefined();
    expect(pullSlotAt(new Date('2026-11-22T10:10:00Z'), 'Asia/Tokyo')).toMatchObject({
      slot: '2026-11-22T19:10',
    });
  });
});

describe('a slot', () => {
  test('is claimed by one of many processes, and by nobody once it is done', async () => {
    const first = await makeHouse();
    const second = await openHouseAt(first.place);
    const claims = ['a', 'b', 'c'].flatMap((name) => [
      claimSlot(first, slot, `first ${name}`),
      claimSlot(second, slot, `second ${name}`),
    ]);
    expect(await claim(claims)).toBe(1);
    const { claimedBy } = await first.database.db
      .selectFrom('taskSlot')
      .select('claimedBy')
      .executeTakeFirstOrThrow();
    expect(await finishSlot(second, slot, 'somebody else')).toBe(false);
    expect(await finishSlot(second, slot, claimedBy)).toBe(true);
    second.setNow('2026-11-23T15:00:00Z');
    expect(await claimSlot(second, slot, 'later')).toBe(false);
    expect(await claimSlot(second, { ...slot, slot: '2026-11-23T05:10' }, 'later')).toBe(true);
  });

  test('of a process that died is taken over when its claim runs out, by one of many', async () => {
    const dead = await makeHouse();
    const alive = await openHouseAt(dead.place);
    expect(await claimSlot(dead, slot, 'dead')).toBe(true);
    alive.setNow('2026-11-22T15:00:59Z');
    expect(await claimSlot(alive, slot, 'alive')).toBe(false);
    alive.setNow('2026-11-22T15:01:00Z');
    expect(await claim(['a', 'b', 'c'].map((name) => claimSlot(alive, slot, name)))).toBe(1);
    expect(await renewClaim(dead, slot, 'dead')).toBe(false);
    expect(await finishSlot(dead, slot, 'dead')).toBe(false);
  });

  test('stays with a process that renews its claim', async () => {
    const house = await makeHouse();
    await claimSlot(house, slot, 'slow');
    house.setNow('2026-11-22T15:00:45Z');
    expect(await renewClaim(house, slot, 'slow')).toBe(true);
    house.setNow('2026-11-22T15:01:30Z');
    expect(await claimSlot(house, slot, 'hasty')).toBe(false);
  });

  test('given back is free at once', async () => {
    const house = await makeHouse();
    await claimSlot(house, slot, 'leaving');
    await releaseSlot(house, slot, 'leaving');
    expect(await claimSlot(house, slot, 'staying')).toBe(true);
  });
});

describe('a task', () => {
  test('that fails is tried again when its claim runs out, and not before', async () => {
    const house = await makeHouse();
    const { signal } = new AbortController();
    const fail = () => Promise.reject(new Error('no disk'));
    expect(await runTask(house, slot, 'one', signal, fail)).toBe('failed');
    expect(await runTask(house, slot, 'one', signal, async () => {})).toBe('not_claimed');
    house.setNow('2026-11-22T15:02:00Z');
    expect(await runTask(house, slot, 'two', signal, async () => {})).toBe('done');
    house.setNow('2026-11-22T16:02:00Z');
    expect(await runTask(house, slot, 'two', signal, async () => {})).toBe('not_claimed');
  });

  test('that is told to stop is given back', async () => {
    const house = await makeHouse();
    const stopping = new AbortController();
    const stop = async () => stopping.abort();
    expect(await runTask(house, slot, 'one', stopping.signal, stop)).toBe('stopped');
    const { signal } = new AbortController();
    expect(await runTask(house, slot, 'two', signal, async () => {})).toBe('done');
  });
});

describe('turns long past', () => {
  test('are forgotten after a month, done or left behind, but for what is told once', async () => {
    const house = await makeHouse();
    const expiry = { task: 'warn-of-expiry', slot: 'page ended' };
    const left = { ...slot, slot: '2026-11-21T05:10' };
    for (const one of [slot, expiry, left]) await claimSlot(house, one, 'here');
    for (const one of [slot, expiry]) await finishSlot(house, one, 'here');
    house.setNow('2026-12-20T15:00:00Z');
    expect(await forgetOldSlots(house)).toBe(0);
    house.setNow('2026-12-24T15:00:00Z');
    const today = { ...slot, slot: '2026-12-24T05:10' };
    await claimSlot(house, today, 'here');
    expect(await forgetOldSlots(house)).toBe(2);
    const kept = await house.database.db.selectFrom('taskSlot').select('slot').execute();
    expect(kept.map((one) => one.slot).sort()).toEqual([today.slot, expiry.slot]);
  });
});
