import { z } from 'zod';
import { type ComposedPost, composePost } from './compose-post.ts';
import { readHtmlText } from './html-text.ts';
import type { PostKind } from './post-metrics.ts';

/** One batch of what an account wrote; each is read by itself. */
export const StatusList = z.array(z.unknown());
export const Status = z.looseObject({ id: z.string().min(1).max(200) });
type Status = z.infer<typeof Status>;

const Attachments = z.array(z.looseObject({ type: z.string() })).catch([]);

function kindOf(status: Status): PostKind {
  const types = Attachments.parse(status.media_attachments).map(({ type }) => type);
  if (types.some((type) => type === 'video' || type === 'gifv')) return 'video';
  if (types.includes('audio')) return 'other';
  if (types.length > 0) return types.length > 1 ? 'album' : 'photo';
  return status.card ? 'link' : 'text';
}

/** What others wrote and the account only passed on; not every server leaves it out when asked to. */
export function isBoost(item: unknown): boolean {
  const { reblog } = (item ?? {}) as { reblog?: unknown };
  return reblog !== undefined && reblog !== null;
}

/** A status as a post; counts that a server does not keep, as older ones do not of quotes, are absent. */
export function readStatus(status: Status): ComposedPost {
  return composePost({
    externalId: status.id,
    publishedAt: status.created_at,
    kind: kindOf(status),
    text: readHtmlText(status.content),
    permalink: status.url,
    counts: [
      ['reactions', 'favourites_count', status.favourites_count],
      ['comments', 'replies_count', status.replies_count],
      ['shares', 'reblogs_count', status.reblogs_count],
      ['quotes', 'quotes_count', status.quotes_count],
    ],
  });
}

/** Where the next batch begins, by the `Link` header; null after the last. */
export function readNextStatus(link: string | null): string | null {
  const next = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  if (next === undefined || !URL.canParse(next)) return null;
  const id = new URL(next).searchParams.get('max_id');
  return id !== null && /^\w{1,64}$/.test(id) ? id : null;
}
