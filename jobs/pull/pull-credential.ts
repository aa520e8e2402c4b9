import type { House } from '../../server/context.ts';
import type { PulledStep } from '../../server/social/record-pull.ts';
import type { PullPart } from '../../shared/social/pull.ts';
import type { Credential } from './open-credential.ts';
import type { PagePlan } from './plan-pull.ts';
import { readAudience } from './read-audience.ts';
import { readCounts } from './read-counts.ts';
import { readNewDays } from './read-days.ts';
import { composeStep, type PartRead, type PartToRead } from './read-part.ts';
import { readNewPosts } from './read-posts.ts';
import type { PullTurn } from './turn.ts';

/** What a pull made of its pages: how many it read whole, how many failed in part or whole. */
export interface PagesPulled {
  pagesRead: number;
  pagesFailed: number;
}

/** One credential's share of a pull. */
export interface CredentialPull {
  house: House;
  credential: Credential;
  turn: PullTurn;
  signal: AbortSignal;
}

const readers: Record<Exclude<PullPart, 'counts'>, (task: PartToRead) => Promise<PartRead>> = {
  days: readNewDays,
  posts: readNewPosts,
  audience: readAudience,
};

const isBad = ({ outcome }: PulledStep) => outcome !== 'ok';

/** Nothing more is asked of a page that could not be read at all. */
function isUnread({ outcome }: PulledStep): boolean {
  return outcome !== 'ok' && outcome !== 'partial';
}

/** How much a batch of counts finished: all of the pages of which nothing more is read. */
function countDone(plans: readonly PagePlan[], steps: readonly PulledStep[]) {
  const done = { stepsDone: 0, pagesDone: 0, pagesFailed: 0 };
  for (const step of steps) {
    const parts = plans.find(({ page }) => page.id === step.pageId)?.parts.length ?? 1;
    const isLast = isUnread(step) || parts === 1;
    done.stepsDone += isLast ? parts : 1;
    done.pagesDone += isLast ? 1 : 0;
    done.pagesFailed += isLast && isBad(step) ? 1 : 0;
  }
  return done;
}

/** Followers and posts of all pages, batch by batch; each batch is stored as it is read. */
async function pullCounts(
  { house, credential, turn, signal }: CredentialPull,
  plans: readonly PagePlan[],
): Promise<Map<string, PulledStep>> {
  const stepOf = new Map<string, PulledStep>();
  const { batchSize } = credential.connector;
  for (let start = 0; start < plans.length && !signal.aborted; start += batchSize) {
    const some = plans.slice(start, start + batchSize);
    const read = await readCounts(
      house,
      credential,
      some.map(({ page }) => page),
    );
    for (const { page } of some) {
      page.externalId =
        read.learned.find(({ pageId }) => pageId === page.id)?.externalId ?? page.externalId;
    }
    await turn.record({ ...read, ...countDone(some, read.steps) });
    for (const step of read.steps) stepOf.set(step.pageId, step);
  }
  return stepOf;
}

/** The other parts of one page; false when the pull was told to stop in it. */
async function pullParts(
  { house, credential, turn }: CredentialPull,
  plan: PagePlan,
  counts: PulledStep | undefined,
): Promise<{ isStopped: boolean; isFailed: boolean }> {
  let isFailed = counts !== undefined && isBad(counts);
  for (const part of plan.parts) {
    if (part === 'counts') continue;
    const task = { house, credential, plan };
    const before = credential.client.calls;
    const read = await readers[part](task);
    if (read.isStopped) return { isStopped: true, isFailed };
    const step = composeStep(task, part, read, credential.client.calls - before);
    turn.add(read, step);
    turn.count({ stepsDone: 1, pagesDone: 0, pagesFailed: 0 });
    isFailed ||= isBad(step);
  }
  turn.count({ stepsDone: 0, pagesDone: 1, pagesFailed: isFailed ? 1 : 0 });
  return { isStopped: false, isFailed };
}

/**
 * Reads what is new of the pages of one credential: first what all of them have today, then days,
 * posts and audience page by page. Pages not reached when `signal` stops the pull are left as they were.
 */
export async function pullNew(
  pull: CredentialPull,
  plans: readonly PagePlan[],
): Promise<PagesPulled> {
  const { turn, signal } = pull;
  const withCounts = plans.filter(({ parts }) => parts.includes('counts'));
  const counts = await pullCounts(pull, withCounts);
  const pulled = { pagesRead: 0, pagesFailed: 0 };
  const tell = (isFailed: boolean) => {
    if (isFailed) pulled.pagesFailed += 1;
    else pulled.pagesRead += 1;
  };
  for (const plan of plans) {
    const step = counts.get(plan.page.id);
    if (plan.parts.includes('counts') && !step) continue;
    if (step && (isUnread(step) || plan.parts.length === 1)) {
      tell(isBad(step));
      continue;
    }
    if (signal.aborted) continue;
    const { isStopped, isFailed } = await pullParts(pull, plan, step);
    if (!isStopped) tell(isFailed);
    await turn.storeWhenFull();
  }
  await turn.store();
  return pulled;
}
