import { createDepartment } from '../../server/accounts/save-department.ts';
import type { House } from '../../server/context.ts';
import { transact, type Write } from '../../server/transaction.ts';
import { as } from './house.ts';

/** Somebody's write that has stored something and is not done yet. */
export interface OpenWrite {
  /** Its own transaction. */
  write: Write;
  /** Ends it: what it stored stays. */
  finish(): Promise<void>;
  /** Ends it with a failure: nothing of it stays. */
  fail(): Promise<void>;
}

/** Begins a write that adds a department, and leaves it open. */
export async function beginWrite(house: House, name: string): Promise<OpenWrite> {
  let finish: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const ending = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  let begun: (write: Write) => void = () => undefined;
  const beginning = new Promise<Write>((resolve) => {
    begun = resolve;
  });
  const context = as(house, 'admin');
  const done = transact(context, ['accounts'], async (write) => {
    await createDepartment({ ...context, within: write }, { name });
    begun(write);
    await ending;
  });
  return {
    write: await Promise.race([beginning, done.then(() => Promise.reject(new Error('it ended')))]),
    async finish() {
      finish();
      await done;
    },
    async fail() {
      fail(new Error('of the test'));
      await done.catch(() => undefined);
    },
  };
}
