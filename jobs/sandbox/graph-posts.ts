import { steadyFraction } from './figures.ts';
import { postsOf, type SandboxPost } from './posts.ts';
import type { SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** Meta writes instants with seconds and a zone without a colon. */
function graphInstant(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, '+0000');
}

type PostField = (page: SandboxPage, id: string, post: SandboxPost) => unknown;

const postFields: Record<string, PostField> = {
  message: (_page, _id, post) => post.text,
  permalink_url: (page, id) => `https://www.facebook.com/${page.handle}/posts/${id}`,
  is_published: () => true,
  status_type: () => 'added_photos',
  shares: (_, id) => ({ count: Math.floor(steadyFraction(id, 'shares') * 40) }),
};

/** Posts carry the fields asked; a field that is not here is left out, as the graph does. */
function composePost(page: SandboxPage, post: SandboxPost, fields: string[]) {
  const id = `${page.id}_${1_000_000_000 + post.number * 7_919}`;
  const values: Record<string, unknown> = { id };
  for (const field of fields) {
    if (field === 'created_time') {
      values[field] = graphInstant(post.publishedAt);
    } else if (postFields[field]) {
      values[field] = postFields[field](page, id, post);
    }
  }
  return values;
}

function cursorAt(offset: number): string {
  return Buffer.from(`posts:${offset}`).toString('base64url');
}

function offsetOf(cursor: string | null): number {
  const offset = Number(
    Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .replace('posts:', ''),
  );
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

/** One page of `published_posts`, newest first, with the address of the next while there is one. */
export function composePostsPage(page: SandboxPage, request: SandboxRequest, limit: number) {
  const { query, address, token, path } = request;
  const fields = (query.get('fields') ?? 'created_time,message').split(',');
  const posts = postsOf(page, page.openedOn, request.day, request.now);
  const start = offsetOf(query.get('after'));
  const last = Math.max(posts.length - start, 0);
  const shown = posts.slice(Math.max(last - limit, 0), last).toReversed();
  const end = start + shown.length;
  if (shown.length === 0) return { data: [] };
  const next = new URL(`${address}${path}`);
  const carried = { fields: fields.join(','), limit: `${limit}`, after: cursorAt(end) };
  next.search = new URLSearchParams({ access_token: token ?? '', ...carried }).toString();
  return {
    data: shown.map((post) => composePost(page, post, fields)),
    paging: {
      cursors: { before: cursorAt(start), after: cursorAt(end) },
      ...(end < posts.length ? { next: next.href } : {}),
    },
  };
}
