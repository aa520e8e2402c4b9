import { parseFeed } from 'feedsmith';
import { composeEntries, type FeedEntry } from '../../../shared/press/feed-entries.ts';
import { decodePage } from '../capture/decode-page.ts';

/** A feed as it came, from where, and the office's time zone, of which its days are. */
export interface FeedBody {
  body: Uint8Array;
  contentType: string | undefined;
  address: string;
  timeZone: string;
}

function parse(text: string): unknown {
  try {
    return parseFeed(text).feed;
  } catch {
    // Whatever the library says of it, it is no feed that can be read.
    return undefined;
  }
}

/** Reads what a feed brings, or that it is none. Pure: the reader's. */
export function parseFeedBody({ body, contentType, ...from }: FeedBody): {
  isFeed: boolean;
  rows: FeedEntry[];
} {
  const feed = parse(decodePage(Buffer.from(body), contentType));
  return { isFeed: feed !== undefined, rows: composeEntries(feed, from) };
}
