import { postCountsOn, type SandboxPost } from './posts.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** What a status is made of. */
export interface StatusParts {
  page: SandboxPage;
  post: SandboxPost;
  id: string;
  account: object;
  now: Date;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function writeHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  const linked = escaped.replace(
    /#(\p{L}+)/gu,
    '<a href="https://mastodon.example/tags/$1" class="mention hashtag" rel="tag">#<span>$1</span></a>',
  );
  return `<p>${linked}</p>`;
}

const media: Partial<Record<SandboxPost['kind'], string[]>> = {
  photo: ['image'],
  album: ['image', 'image', 'image'],
  video: ['video'],
  short_video: ['video'],
};

function composeCard(post: SandboxPost) {
  return {
    url: 'https://www.laestrella.example/noticias',
    title: post.text.slice(0, 60),
    description: '',
    type: 'link',
    author_name: '',
    author_url: '',
    authors: [],
    provider_name: 'Alcaldía',
    provider_url: 'https://www.laestrella.example/',
    html: '',
    width: 0,
    height: 0,
    embed_url: '',
  };
}

/** A status as everybody sees it. */
export function composeStatus({ page, post, id, account, now }: StatusParts) {
  const counts = postCountsOn(page, post, now);
  const address = `https://mastodon.example/@${page.handle}/${id}`;
  return {
    id,
    created_at: post.publishedAt.toISOString(),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'es',
    uri: address,
    url: address,
    replies_count: counts.comments,
    reblogs_count: counts.shares,
    favourites_count: counts.reactions,
    quotes_count: counts.quotes,
    edited_at: null,
    content: writeHtml(post.text),
    reblog: null,
    account,
    media_attachments: (media[post.kind] ?? []).map((type, at) => ({ id: `${id}${at}`, type })),
    mentions: [],
    tags: [],
    emojis: [],
    card: post.kind === 'link' ? composeCard(post) : null,
    poll: null,
  };
}
