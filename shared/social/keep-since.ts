import type { PostsReading } from './network-readings.ts';

/** A batch as it was read: its posts, and what of them could not be. */
type Batch = Pick<PostsReading, 'posts' | 'failures'>;

/**
 * The posts of a batch that are wanted, from a day on (null: all). A post may stand among newer ones
 * than itself, dated back or fixed at the top: only a batch in which all are older ends the reading.
 */
export function keepSince(
  { posts, failures }: Batch,
  since: string | null,
): Batch & { isOver: boolean } {
  const isOld = ({ publishedAt }: Batch['posts'][number]) => since !== null && publishedAt < since;
  return {
    posts: posts.filter((post) => !isOld(post)),
    failures,
    isOver: posts.length > 0 && posts.every(isOld),
  };
}
