import type { PullPart } from '../../shared/social/pull.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import type { PagePlan } from './plan-pull.ts';
import type { CredentialPull, PagesPulled } from './pull-credential.ts';
import { readOldDays } from './read-days.ts';
import { composeStep, onlyOnce, type PartRead, type PartToRead } from './read-part.ts';
import { readOldPosts } from './read-posts.ts';

const readers: Partial<Record<PullPart, (task: PartToRead) => AsyncGenerator<PartRead>>> = {
  days: readOldDays,
  posts: readOldPosts,
};

/** Reads one part backwards; each piece is stored as it comes, and where to go on from. */
async function fillPart(
  { house, credential, turn, signal }: CredentialPull,
  plan: PagePlan,
  part: PullPart,
): Promise<{ isStopped: boolean; isFailed: boolean }> {
  const task = { house, credential, plan };
  const pieces = readers[part]?.(task);
  if (!pieces) throw new Error(`${part} have no history`);
  const sum = { calls: 0, readings: 0, postsRead: 0, failures: [] as PageFailure[] };
  let isFailed = false;
  let before = credential.client.calls;
  for await (const piece of pieces) {
    if (piece.isStopped) return { isStopped: true, isFailed };
    const step = composeStep(task, part, piece, credential.client.calls - before);
    before = credential.client.calls;
    sum.calls += step.calls;
    sum.readings += step.readings;
    sum.postsRead += step.postsRead;
    sum.failures = onlyOnce([...sum.failures, ...step.failures]);
    isFailed ||= step.outcome !== 'ok';
    const soFar = sum.readings + sum.postsRead > 0 && isFailed ? 'partial' : step.outcome;
    await turn.record({
      ...piece,
      calls: step.calls,
      steps: [{ ...step, ...sum, outcome: soFar }],
    });
    if (signal.aborted) return { isStopped: true, isFailed };
  }
  await turn.record({ stepsDone: 1 });
  return { isStopped: false, isFailed };
}

/**
 * Reads all that a network still has of the pages of one credential: days backwards and posts
 * batch by batch. What is stopped goes on from there the next time.
 */
export async function pullHistory(
  pull: CredentialPull,
  plans: readonly PagePlan[],
): Promise<PagesPulled> {
  const pulled = { pagesRead: 0, pagesFailed: 0 };
  for (const plan of plans) {
    let isPageFailed = false;
    for (const part of plan.parts) {
      if (pull.signal.aborted) return pulled;
      const { isStopped, isFailed } = await fillPart(pull, plan, part);
      if (isStopped) return pulled;
      isPageFailed ||= isFailed;
    }
    if (isPageFailed) pulled.pagesFailed += 1;
    else pulled.pagesRead += 1;
    await pull.turn.record({ pagesDone: 1, pagesFailed: isPageFailed ? 1 : 0 });
  }
  return pulled;
}
