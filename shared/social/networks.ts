import { z } from 'zod';

/** The networks that pages can be on. */
export const networks = [
  'facebook',
  'instagram',
  'x',
  'youtube',
  'threads',
  'tiktok',
  'linkedin',
  'mastodon',
  'bluesky',
] as const;
export const NetworkId = z.enum(networks);
export type NetworkId = z.infer<typeof NetworkId>;

/** What each network calls itself, in any language. */
export const networkNames: Record<NetworkId, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
  youtube: 'YouTube',
  threads: 'Threads',
  tiktok: 'TikTok',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
};
