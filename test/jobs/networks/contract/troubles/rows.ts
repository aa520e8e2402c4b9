import type { NetworkId } from '../../../../../shared/social/networks.ts';
import { blueskyTroubles } from './bluesky.ts';
import { facebookTroubles } from './facebook.ts';
import { instagramTroubles } from './instagram.ts';
import { mastodonTroubles } from './mastodon.ts';
import { threadsTroubles } from './threads.ts';
import type { TroubleRows } from './trouble.ts';

/** Networks whose rows are still to be written; a new one is not among them. */
type Unwritten = 'x' | 'youtube' | 'tiktok' | 'linkedin';

/** The rows of every network. */
export const troubleRows: Record<Exclude<NetworkId, Unwritten>, TroubleRows> &
  Partial<Record<Unwritten, TroubleRows>> = {
  facebook: facebookTroubles,
  instagram: instagramTroubles,
  threads: threadsTroubles,
  mastodon: mastodonTroubles,
  bluesky: blueskyTroubles,
};
