import type { NetworkId } from '../../../../../shared/social/networks.ts';
import { blueskyTroubles } from './bluesky.ts';
import { facebookTroubles } from './facebook.ts';
import { instagramTroubles } from './instagram.ts';
import { mastodonTroubles } from './mastodon.ts';
import { threadsTroubles } from './threads.ts';
import type { TroubleRows } from './trouble.ts';

/** The rows of every network. */
export const troubleRows: Partial<Record<NetworkId, TroubleRows>> = {
  facebook: facebookTroubles,
  instagram: instagramTroubles,
  threads: threadsTroubles,
  mastodon: mastodonTroubles,
  bluesky: blueskyTroubles,
};
