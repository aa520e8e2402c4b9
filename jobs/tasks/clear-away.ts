import type { House } from '../../server/context.ts';
import { removeUnattachedEvidence } from '../../server/evidence/remove-unattached-evidence.ts';
import { forgetOldSlots } from '../claim-slot.ts';

/**
 * Takes away the files of forms that were left more than a week ago, and what is remembered of turns
 * of the schedule of more than a month ago; says in the log how many.
 */
export async function clearAway(house: House): Promise<void> {
  const removed = await removeUnattachedEvidence(house);
  if (removed > 0) house.log.info({ removed }, 'files that nothing named were taken away');
  const forgotten = await forgetOldSlots(house);
  if (forgotten > 0)
    house.log.debug({ forgotten }, 'turns of more than a month ago were forgotten');
}
