import type { House } from '../../server/context.ts';
import { removeUnattachedEvidence } from '../../server/evidence/remove-unattached-evidence.ts';

/** Takes away the files of forms that were left more than a week ago, and says in the log how many. */
export async function removeLeftEvidence(house: House): Promise<void> {
  const removed = await removeUnattachedEvidence(house);
  if (removed > 0) house.log.info({ removed }, 'files that nothing named were taken away');
}
