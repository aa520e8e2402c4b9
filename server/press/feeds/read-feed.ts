import { AltavozFailure } from '../../../shared/failure.ts';
import { composeEntries, type FeedEntry } from '../../../shared/press/feed-entries.ts';
import type { FeedFailure } from '../../../shared/press/feeds.ts';
import type { House } from '../../context.ts';
import { decodePage } from '../capture/decode-page.ts';
import { fetchPublic } from '../../reach/fetch-public.ts';
import type { FeedToRead } from './list-feeds-to-read.ts';

/** What came of reading a feed. */
export type FeedReading =
  | { outcome: 'ok'; entries: FeedEntry[]; etag: string | null; lastModified: string | null }
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; failure: FeedFailure };

const limits = {
  // Many sites send their feed as any of these.
  accept: [
    ...['application/rss+xml', 'application/atom+xml', 'application/rdf+xml'],
    ...['application/feed+json', 'application/json', 'application/xml', 'text/xml'],
    ...['text/html', 'text/plain'],
  ],
  // Feeds of news are far smaller, and reading one lets nothing else be answered meanwhile.
  largestBytes: 2 * 1024 * 1024,
  timeoutMs: 20_000,
};

async function parse(text: string): Promise<unknown> {
  // Only where a feed is read: no server waits for it to start.
  const { parseFeed } = await import('feedsmith');
  try {
    return parseFeed(text).feed;
  } catch {
    // Whatever the library says of it, it is no feed that can be read.
    return undefined;
  }
}

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value.length <= 500 ? value : null;
}

/** Reads a feed, asking only for what changed since the last reading; stores nothing. */
export async function readFeed(
  house: Pick<House, 'web' | 'timeZone'>,
  feed: Pick<FeedToRead, 'address' | 'etag' | 'lastModified'>,
): Promise<FeedReading> {
  try {
    const since = { etag: feed.etag ?? undefined, lastModified: feed.lastModified ?? undefined };
    const page = await fetchPublic(house, feed.address, { ...limits, ...since });
    if (page.status === 304) return { outcome: 'unchanged' };
    const parsed = await parse(decodePage(page.body, page.headers['content-type']));
    if (parsed === undefined) return { outcome: 'failed', failure: { reason: 'not_a_feed' } };
    const etag = headerText(page.headers.etag);
    const lastModified = headerText(page.headers['last-modified']);
    return { outcome: 'ok', entries: composeEntries(parsed, house.timeZone), etag, lastModified };
  } catch (error) {
    const failure = error instanceof AltavozFailure ? error.failure : undefined;
    if (failure?.code !== 'address_refused') throw error;
    const { reason, status } = failure;
    return { outcome: 'failed', failure: { reason, ...(status === undefined ? {} : { status }) } };
  }
}
