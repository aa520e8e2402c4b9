import type { House } from '../server/context.ts';

/** One turn of a task: whoever claims it first does it, and nobody does it again. */
export interface Slot {
  task: string;
  slot: string;
}

/** How long a claim holds without being renewed; then the process that made it is taken for dead. */
const leaseMs = 60_000;
/** How often a claim is renewed. */
export const renewEveryMs = 15_000;

function leaseFrom(now: Date): { claimedAt: string; leaseUntil: string } {
  return {
    claimedAt: now.toISOString(),
    leaseUntil: new Date(now.getTime() + leaseMs).toISOString(),
  };
}

/**
 * A lease beyond what a claim of this moment has was given before the clock was set back, or by a machine
 * whose clock is ahead: it is cut to the length of a lease. Whoever holds it and is alive renews it before.
 */
async function cutLease(house: House, { task, slot }: Slot): Promise<void> {
  const { leaseUntil } = leaseFrom(house.now());
  await house.database.db
    .updateTable('taskSlot')
    .set({ leaseUntil })
    .where('task', '=', task)
    .where('slot', '=', slot)
    .where('finishedAt', 'is', null)
    .where('leaseUntil', '>', leaseUntil)
    .execute();
}

/**
 * Claims a slot for a process, among all processes on the database. False when it is done, or
 * when another process holds it and is alive; one whose lease ran out is taken over.
 */
export async function claimSlot(house: House, slot: Slot, holder: string): Promise<boolean> {
  const { db } = house.database;
  const now = house.now();
  const found = await db
    .selectFrom('taskSlot')
    .select(['finishedAt', 'leaseUntil'])
    .where('task', '=', slot.task)
    .where('slot', '=', slot.slot)
    .executeTakeFirst();
  if (found && found.finishedAt !== null) return false;
  if (found && found.leaseUntil > now.toISOString()) {
    await cutLease(house, slot);
    return false;
  }
  const claim = { claimedBy: holder, ...leaseFrom(now), finishedAt: null };
  // Of several processes that come this far, the database lets one through.
  const claimed = await db
    .insertInto('taskSlot')
    .values({ ...slot, ...claim })
    .onConflict((conflict) =>
      conflict
        .columns(['task', 'slot'])
        .doUpdateSet(claim)
        .where('taskSlot.finishedAt', 'is', null)
        .where('taskSlot.leaseUntil', '<=', now.toISOString()),
    )
    .returning('claimedBy')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function changeClaim(
  house: House,
  { task, slot }: Slot,
  holder: string,
  change: { leaseUntil: string } | { finishedAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await house.database.db
    .updateTable('taskSlot')
    .set(change)
    .where('task', '=', task)
    .where('slot', '=', slot)
    .where('claimedBy', '=', holder)
    .where('finishedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says that the process is alive; false when another took the slot over meanwhile. */
export function renewClaim(house: House, slot: Slot, holder: string): Promise<boolean> {
  const { leaseUntil } = leaseFrom(house.now());
  return changeClaim(house, slot, holder, { leaseUntil });
}

/** Marks the slot as done, for good. */
export function finishSlot(house: House, slot: Slot, holder: string): Promise<boolean> {
  return changeClaim(house, slot, holder, { finishedAt: house.now().toISOString() });
}

/** Gives the slot back undone, so that any process may claim it at once. */
export function releaseSlot(house: House, slot: Slot, holder: string): Promise<boolean> {
  return changeClaim(house, slot, holder, { leaseUntil: house.now().toISOString() });
}

/** Turns of another day are not claimed again; those of these tasks, which tell a thing once, stay. */
const keptTasks = ['warn-of-expiry'];
const keptDays = 31;

/** Clocks of machines that share a database differ by less. */
const mostAheadMs = 86_400_000;

/**
 * Forgets turns that were done, or left behind by a process that died, more than a month ago; and those
 * of a time to come, done before the clock was set back, so that their days have theirs again.
 */
export async function forgetOldSlots(house: House): Promise<number> {
  const now = house.now().getTime();
  const before = new Date(now - keptDays * 86_400_000).toISOString();
  const ahead = new Date(now + mostAheadMs).toISOString();
  const { numDeletedRows } = await house.database.db
    .deleteFrom('taskSlot')
    .where('task', 'not in', keptTasks)
    .where((row) => row.or([row('leaseUntil', '<', before), row('claimedAt', '>', ahead)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
