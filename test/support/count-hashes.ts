import { createHook } from 'node:async_hooks';
import { onTestFinished } from 'vitest';

/** What has been hashed in this process. */
export interface HashCount {
  /** How many hashes were begun. */
  begun: number;
  /** The most that were under way at once. */
  most: number;
}

/** Counts from now on, until the test ends, what the process really hashes. */
export function countHashes(): HashCount {
  const count: HashCount = { begun: 0, most: 0 };
  const underWay = new Set<number>();
  const hook = createHook({
    init(id, type) {
      if (type !== 'SCRYPTREQUEST') return;
      underWay.add(id);
      count.begun += 1;
      count.most = Math.max(count.most, underWay.size);
    },
    before(id) {
      underWay.delete(id);
    },
  });
  hook.enable();
  onTestFinished(() => {
    hook.disable();
  });
  return count;
}
