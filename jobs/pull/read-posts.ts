import { today } from '../../server/context.ts';
import { addDays, dayInZone } from '../../shared/calendar/day.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import { PostsReading } from '../../shared/social/network-readings.ts';
import { postsReadAgainDays } from '../../shared/social/pull.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import type { PostsWish } from '../network-contract.ts';
import { isStopped, readThrough } from './guard-connector.ts';
import { beginPart, type PartRead, type PartToRead } from './read-part.ts';

/** More batches than any page has of four weeks, or of its whole life. */
const mostNewBatches = 60;
const mostOldBatches = 10_000;

const endless: NetworkFailure = { kind: 'changed_shape', reason: 'paging_endless', facts: {} };

/** Reads one batch of posts into a part; returns where the next begins, null when none is to be read. */
async function readBatch(
  { house, credential, plan }: PartToRead,
  wish: PostsWish,
  part: PartRead,
): Promise<string | null> {
  const { page } = plan;
  const { client, connector } = credential;
  const { posts, cursor, failures } = await readThrough(
    house,
    credential,
    async () => PostsReading.parse(await connector.readPosts?.(client, page, wish)),
    (failure): PostsReading => ({
      posts: [],
      cursor: null,
      failures: [{ metric: null, failure }],
    }),
  );
  if (isStopped(failures)) {
    part.isStopped = true;
    return null;
  }
  const capturedAt = house.now().toISOString();
  if (posts.length > 0) part.posts.push({ pageId: page.id, source: 'api', capturedAt, posts });
  part.failures.push(...failures.map(asPageFailure));
  const isOver = failures.some(({ metric, post }) => metric === null && post === undefined);
  if (cursor !== null && cursor === wish.cursor) part.failures.push(asPageFailure(noEnd));
  return isOver || cursor === wish.cursor ? null : cursor;
}

const noEnd = { metric: null, failure: endless };

/** Counts of posts are none of a page's own: which one, or which post, is a fact of the failure. */
function asPageFailure({ metric, failure, post }: PostsReading['failures'][number]): PageFailure {
  const facts = {
    ...failure.facts,
    ...(metric === null ? {} : { postMetric: metric }),
    ...(post === undefined ? {} : { post }),
  };
  return { metric: null, failure: { ...failure, facts } };
}

/** Since when the posts of a page are known, where a daily reading lacked none of them. */
function knownSince(
  { failures, isStopped }: PartRead,
  since: string,
  filledFrom: string | null | undefined,
): Pick<PartRead, 'filled'> {
  if (isStopped || failures.some(({ failure }) => failure.kind !== 'refused')) return {};
  if (failures.some(endsReading)) return {};
  return { filled: { filledFrom: filledFrom && filledFrom < since ? filledFrom : since } };
}

/** The posts of a page of the last weeks, and all since its last pull, in one part. */
export async function readNewPosts(task: PartToRead): Promise<PartRead> {
  const { house, plan } = task;
  const part = beginPart();
  const { succeededAt = null } = plan.standing.posts ?? {};
  const lively = addDays(today(house), -postsReadAgainDays);
  const last = succeededAt === null ? lively : dayInZone(new Date(succeededAt), house.timeZone);
  const since = last < lively ? last : lively;
  let cursor: string | null = null;
  for (let batches = 0; batches < mostNewBatches; batches += 1) {
    cursor = await readBatch(task, { since, cursor }, part);
    const newest = part.posts.at(-1)?.posts ?? [];
    const isOlder = (post: { publishedAt: string }) =>
      dayInZone(new Date(post.publishedAt), house.timeZone) < since;
    if (cursor === null || (newest.length > 0 && newest.every(isOlder))) {
      return { ...part, ...knownSince(part, since, plan.standing.posts?.filledFrom) };
    }
  }
  part.failures.push(asPageFailure(noEnd));
  return part;
}

/** All posts that the network still has, going on where history stopped, each batch a part by itself. */
export async function* readOldPosts(task: PartToRead): AsyncGenerator<PartRead> {
  const { connector, standing } = task.plan;
  let cursor = (connector.keepsCursors ? standing.posts?.fillCursor : null) ?? null;
  const began = task.house.now().toISOString();
  // What goes on where it stopped began when its first piece was read.
  const beganAt = cursor === null ? began : (standing.posts?.fillBeganAt ?? null);
  const reading = { beganAt, listed: connector.postsListed ?? 'newest' } as const;
  for (let batches = 0; batches < mostOldBatches; batches += 1) {
    const part = beginPart();
    const next = await readBatch(task, { since: null, cursor }, part);
    const ending = part.failures.find(endsReading);
    if (!part.isStopped && !ending) {
      part.filled = { fillCursor: next, isFilled: next === null, ...reading };
    }
    // A cursor that the network takes no more must not be where every later attempt begins.
    if (ending && ending.failure.kind !== 'retry_later') part.filled = { fillCursor: null };
    yield part;
    if (next === null) return;
    cursor = next;
  }
  yield { ...beginPart(), failures: [asPageFailure(noEnd)] };
}

/** Whether the posts themselves failed, not one of them nor one of their counts. */
function endsReading({ failure }: PageFailure): boolean {
  return failure.facts.postMetric === undefined && failure.facts.post === undefined;
}
