import type { WriteProgress } from '../../shared/imports/rows.ts';
import type { Context } from '../context.ts';
import { inTurnOf } from '../http/costly.ts';
import type { Report } from './write-import.ts';

/**
 * Runs a write, when its turn has come, and tells how far it is while it goes on; the last word is what
 * it made.
 */
export async function* followWrite<Made>(
  caller: Context,
  run: (report: Report) => Promise<Made>,
): AsyncGenerator<WriteProgress<Made>, void> {
  let progress = { done: 0, total: 0 };
  let wake: () => void = () => undefined;
  let ended: { made: Made } | { thrown: unknown } | undefined;
  const end = (how: typeof ended) => {
    ended = how;
    wake();
  };
  const report: Report = (done, total) => {
    progress = { done, total };
    wake();
  };
  inTurnOf('write', caller, () => run(report)).then(
    (made) => end({ made }),
    (thrown: unknown) => end({ thrown }),
  );
  while (!ended) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      // What ended or moved on before anybody listened is not waited for.
      if (ended) resolve();
    });
    if (!ended) yield { ...progress, finished: false };
  }
  if ('thrown' in ended) throw ended.thrown;
  yield { ...progress, finished: true, import: ended.made };
}
