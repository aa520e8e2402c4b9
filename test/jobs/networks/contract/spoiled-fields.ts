import type { NetworkId } from '../../../../shared/social/networks.ts';
import type { Capability } from '../../../support/connector-readings.ts';
import type { CaseFault } from './cases.ts';

/** Which words of a network's answers the sandbox spoils, for what is read of them. */
export interface SpoiledFields {
  /** A field that holds a count, or for a credential what may be left out. */
  count: string;
  /** The field that takes another form; absent: the count. */
  shape?: string;
  /** A metric that goes. */
  retires?: string;
  /** What makes the page an empty one; absent: every list is empty. */
  whenEmpty?: CaseFault[];
}

const zero = (field: string): CaseFault => ({ kind: 'spoiled', how: 'zero', field });
const noPosts: CaseFault = { kind: 'spoiled', how: 'emptied', path: 'published_posts' };
const noLinkedinPosts: CaseFault = { kind: 'spoiled', how: 'emptied', path: '/rest/posts' };
const noThreads: CaseFault = { kind: 'spoiled', how: 'emptied', path: '/threads$' };
const noAccounts: CaseFault = { kind: 'spoiled', how: 'emptied', path: 'me/accounts' };

/** By subject, for everything that it reads. */
export const spoiledFields: Record<string, Partial<Record<Capability, SpoiledFields>>> = {
  facebook: {
    readPages: {
      count: 'followers_count',
      retires: 'followers_count',
      whenEmpty: [zero('followers_count'), noPosts],
    },
    readDays: { count: 'value', retires: 'page_media_view' },
    readPosts: { count: 'total_count', retires: 'post_media_view' },
    readAudience: { count: 'value', retires: 'page_follows_city' },
    checkCredential: { count: 'followers_count', shape: 'id', whenEmpty: [noAccounts] },
  },
  instagram: {
    readPages: {
      count: 'followers_count',
      retires: 'media_count',
      whenEmpty: [zero('followers_count'), zero('media_count')],
    },
    readDays: { count: 'value', retires: 'views' },
    readPosts: { count: 'like_count', retires: 'views' },
    readAudience: { count: 'value' },
    checkCredential: { count: 'followers_count', shape: 'id', whenEmpty: [noAccounts] },
    refreshCredential: { count: 'access_token' },
  },
  threads: {
    readPages: {
      count: 'value',
      retires: 'followers_count',
      whenEmpty: [zero('value'), noThreads],
    },
    readDays: { count: 'value' },
    readPosts: { count: 'value', retires: 'views' },
    readAudience: { count: 'value' },
    checkCredential: { count: 'id' },
    refreshCredential: { count: 'access_token' },
  },
  x: {
    readPages: {
      count: 'followers_count',
      whenEmpty: [zero('followers_count'), zero('post_count')],
    },
    readPosts: { count: 'like_count' },
    checkCredential: { count: 'followers_count', shape: 'id' },
  },
  'x-older': {
    readPages: {
      count: 'followers_count',
      whenEmpty: [zero('followers_count'), zero('tweet_count')],
    },
    readPosts: { count: 'like_count' },
    checkCredential: { count: 'followers_count', shape: 'id' },
  },
  youtube: {
    readPages: {
      count: 'subscriberCount',
      whenEmpty: [zero('subscriberCount'), zero('videoCount')],
    },
    readDays: { count: 'rows', retires: 'views' },
    readPosts: { count: 'likeCount' },
    readAudience: { count: 'rows' },
    checkCredential: { count: 'subscriberCount', shape: 'id' },
    refreshCredential: { count: 'access_token' },
  },
  tiktok: {
    readPages: {
      count: 'follower_count',
      whenEmpty: [zero('follower_count'), zero('video_count')],
    },
    readPosts: { count: 'like_count' },
    checkCredential: { count: 'follower_count', shape: 'open_id' },
    refreshCredential: { count: 'access_token' },
  },
  linkedin: {
    readPages: { count: 'firstDegreeSize', whenEmpty: [zero('firstDegreeSize'), noLinkedinPosts] },
    readDays: { count: 'impressionCount' },
    readPosts: { count: 'likeCount' },
    checkCredential: { count: 'organization', shape: 'organization' },
    refreshCredential: { count: 'access_token' },
  },
  mastodon: {
    readPages: {
      count: 'followers_count',
      whenEmpty: [zero('followers_count'), zero('statuses_count')],
    },
    readPosts: { count: 'favourites_count' },
  },
  bluesky: {
    readPages: {
      count: 'followersCount',
      whenEmpty: [zero('followersCount'), zero('postsCount')],
    },
    readPosts: { count: 'likeCount' },
  },
} satisfies Partial<Record<NetworkId | 'x-older', unknown>>;
