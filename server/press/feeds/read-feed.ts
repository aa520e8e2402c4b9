import { AltavozFailure, type FileRefusal } from '../../../shared/failure.ts';
import type { FeedEntry } from '../../../shared/press/feed-entries.ts';
import type { FeedFailure } from '../../../shared/press/feeds.ts';
import { readApart } from '../../apart/read-apart.ts';
import type { House } from '../../context.ts';
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
  // Feeds of news are far smaller.
  largestBytes: 2 * 1024 * 1024,
  timeoutMs: 20_000,
};

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value.length <= 500 ? value : null;
}

/** A feed whose reading was ended from outside may be read the next time; one that asks for too much is none. */
function ofReading({ reason }: { reason: FileRefusal }): FeedFailure {
  return { reason: reason === 'interrupted' ? 'unreachable' : 'not_a_feed' };
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
    const { timeZone } = house;
    const contentType = page.headers['content-type'];
    const { body, finalAddress: address } = page;
    const read = await readApart('feed', { body, contentType, address, timeZone });
    if (!read.isFeed) return { outcome: 'failed', failure: { reason: 'not_a_feed' } };
    const etag = headerText(page.headers.etag);
    const lastModified = headerText(page.headers['last-modified']);
    return { outcome: 'ok', entries: read.rows, etag, lastModified };
  } catch (error) {
    const failure = error instanceof AltavozFailure ? error.failure : undefined;
    if (failure?.code === 'file_refused') return { outcome: 'failed', failure: ofReading(failure) };
    if (failure?.code !== 'address_refused') throw error;
    const { reason, status } = failure;
    return { outcome: 'failed', failure: { reason, ...(status === undefined ? {} : { status }) } };
  }
}
