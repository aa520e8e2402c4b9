import type { PostsReading } from './network-readings.ts';

/** A batch as it was read: its posts, and what of them could not be. */
type Batch = Pick<PostsReading, 'posts' | 'failures'>;

/**
 * A batch of a list that begins with the newest, and whether it came to what is older than wanted
 * (null: all is). A post may stand among newer ones than itself, dated back or fixed at the top: it
 * is kept as what it is, and only a batch in which all are older ends the reading.
 */
export function keepSince(
  { posts, failures }: Batch,
  since: string | null,
): Batch & { isOver: boolean } {
  const isOld = ({ publishedAt }: Batch['posts'][number]) => since !== null && publishedAt < since;
  return { posts, failures, isOver: posts.length > 0 && posts.every(isOld) };
}
