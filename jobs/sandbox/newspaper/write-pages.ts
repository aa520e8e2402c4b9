import type { Paper, Story } from './stories.ts';

/** Where a paper stands, and when it is. */
export interface Edition {
  paper: Paper;
  /** Such as `http://elcolombiano.localhost:4990`. */
  base: string;
  now: Date;
}

/** Text as it may stand in HTML and XML, attributes included. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const dayMs = 86_400_000;

/** When a story came out: at three in the afternoon, universal time, some days before. */
function publishedAt({ daysAgo }: Story, now: Date): Date {
  const day = new Date(now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10);
  return new Date(`${day}T15:00:00Z`);
}

const addressOf = (story: Story, base: string) => `${base}/noticias/${story.slug}`;

/** A page of news with what it says of itself, by OpenGraph and linked data. */
export function writeStory(story: Story, { paper, base, now }: Edition): string {
  const address = addressOf(story, base);
  const datePublished = publishedAt(story, now).toISOString();
  const { title, summary, author, section } = story;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary,
    datePublished,
    articleSection: section,
    author: { '@type': 'Person', name: author },
    publisher: { '@type': 'Organization', name: paper.outlet },
  };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="es"><head><meta charset="${paper.charset}">
<title>${escaped(title)} | ${escaped(paper.outlet)}</title>
<meta property="og:type" content="article">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(summary)}">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="${escaped(paper.outlet)}">
<meta property="article:published_time" content="${datePublished}">
<meta property="article:section" content="${escaped(section)}">
<script type="application/ld+json">${json}</script>
</head><body><h1>${escaped(title)}</h1><p>${escaped(summary)}</p>
<p>${escaped(author)} · Noticia de demostración</p></body></html>`;
}

/** The front page, with the way to each story. */
export function writeFront(stories: readonly Story[], { paper, base }: Edition): string {
  const links = stories
    .map((story) => `<li><a href="${addressOf(story, base)}">${escaped(story.title)}</a></li>`)
    .join('\n');
  return `<!doctype html>
<html lang="es"><head><meta charset="${paper.charset}"><title>${escaped(paper.outlet)}</title></head>
<body><h1>${escaped(paper.outlet)}</h1><p>Noticias de demostración</p><ul>${links}</ul></body></html>`;
}

function writeRss(stories: readonly Story[], { paper, base, now }: Edition): string {
  const items = stories.map(
    (story) => `<item><title>${escaped(story.title)}</title>
<link>${addressOf(story, base)}</link><guid>${addressOf(story, base)}</guid>
<description>${escaped(story.summary)}</description>
<pubDate>${publishedAt(story, now).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="${paper.charset}"?>
<rss version="2.0"><channel><title>${escaped(paper.outlet)}</title><link>${base}/</link>
<description>Noticias de demostración</description>${items.join('\n')}</channel></rss>`;
}

function writeAtom(stories: readonly Story[], { paper, base, now }: Edition): string {
  const entries = stories.map(
    (story) => `<entry><title>${escaped(story.title)}</title>
<id>${addressOf(story, base)}</id><link href="${addressOf(story, base)}"/>
<author><name>${escaped(story.author)}</name></author>
<summary>${escaped(story.summary)}</summary>
<published>${publishedAt(story, now).toISOString()}</published>
<updated>${publishedAt(story, now).toISOString()}</updated></entry>`,
  );
  return `<?xml version="1.0" encoding="${paper.charset}"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(paper.outlet)}</title>
<id>${base}/</id><updated>${now.toISOString().slice(0, 10)}T00:00:00Z</updated>
${entries.join('\n')}</feed>`;
}

function writeJsonFeed(stories: readonly Story[], { paper, base, now }: Edition): string {
  const items = stories.map((story) => ({
    id: addressOf(story, base),
    url: addressOf(story, base),
    title: story.title,
    summary: story.summary,
    content_text: story.summary,
    date_published: publishedAt(story, now).toISOString(),
    authors: [{ name: story.author }],
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title: paper.outlet, home_page_url: `${base}/`, items });
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed };

/** What each kind of feed is sent as. */
export const feedTypes: Record<Paper['feed'], string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The feed of a paper, of the kind it has. */
export function writeFeed(stories: readonly Story[], edition: Edition): string {
  return writers[edition.paper.feed](stories, edition);
}
