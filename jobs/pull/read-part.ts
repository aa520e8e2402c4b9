import type { House } from '../../server/context.ts';
import type { PulledStep, PulledTurn } from '../../server/social/record-pull.ts';
import { outcomeOf, type PullPart } from '../../shared/social/pull.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import { learnFrom } from './guard-connector.ts';
import type { Credential } from './open-credential.ts';
import type { PagePlan } from './plan-pull.ts';

/** One part of one page that is to be read, through what. */
export interface PartToRead {
  house: House;
  credential: Credential;
  plan: PagePlan;
}

/** What reading a part brought, piece by piece; `isStopped` when the pull was told to stop in it. */
export interface PartRead
  extends Pick<PulledTurn, 'snapshots' | 'posts' | 'audiences'>,
    Pick<PulledStep, 'filled'> {
  failures: PageFailure[];
  isStopped: boolean;
}

/** A part of which nothing is read yet. */
export function beginPart(): PartRead {
  return { snapshots: [], posts: [], audiences: [], failures: [], isStopped: false };
}

/** The failures of a part, each once however many calls met it. */
export function onlyOnce(failures: readonly PageFailure[]): PageFailure[] {
  return [...new Map(failures.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** The failure of a reading as a whole: nothing came, and why. */
function wholeFailure(failures: readonly PageFailure[], readings: number) {
  const whole = failures.find(({ metric }) => metric === null);
  return readings === 0 ? (whole?.failure ?? null) : null;
}

/** How many figures or posts a part holds. */
function countOf({ snapshots, posts, audiences }: PartRead) {
  const postsRead = posts.reduce((sum, batch) => sum + batch.posts.length, 0);
  const slices = audiences.reduce((sum, batch) => sum + batch.slices.length, 0);
  return { readings: snapshots.length + slices, postsRead };
}

/** What the pull's record keeps of a part that was read, and what the credential learns of it. */
export function composeStep(
  { credential, plan }: PartToRead,
  part: PullPart,
  read: PartRead,
  calls: number,
): PulledStep {
  const { readings, postsRead } = countOf(read);
  const failures = onlyOnce(read.failures).map((entry) => ({ ...entry, part }));
  if (calls > 0) learnFrom(credential, wholeFailure(failures, readings + postsRead));
  return {
    pageId: plan.page.id,
    part,
    outcome: outcomeOf(readings + postsRead, failures),
    failures,
    calls,
    readings,
    postsRead,
    ...(read.filled ? { filled: read.filled } : {}),
  };
}
