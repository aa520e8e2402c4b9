import { passedOn, type TroubleRows } from './trouble.ts';

const did = 'did:plc:44ybard66vv44zksje25o7dz';
const longDid = `did:web:comunicaciones.${'municipio-de-nombre-largo.'.repeat(8)}gov.example`;
const profile = {
  did,
  handle: 'oficina.bsky.social',
  followersCount: 1_284,
  postsCount: 613,
};
const post = (key: string, createdAt: string, more: object = {}) => ({
  post: {
    uri: `at://${did}/app.bsky.feed.post/${key}`,
    cid: `bafy${key}`,
    author: { did, handle: profile.handle },
    record: { $type: 'app.bsky.feed.post', text: key, createdAt },
    indexedAt: createdAt,
    likeCount: 4,
    replyCount: 2,
    repostCount: 1,
    quoteCount: 3,
    ...more,
  },
});
const profiles = 'app.bsky.actor.getProfiles';
const profilesAre = (...given: object[]) => ({ path: profiles, body: { profiles: given } });
/** Left out of the answer about many; alone the network says why. */
const alone = (error: string, message: string) => [
  profilesAre(),
  { path: 'app.bsky.actor.getProfile?', status: 400, body: { error, message } },
];
const feedOf = (...feed: object[]) => [{ path: 'getAuthorFeed', body: { feed } }];
const figures = (more: object = {}) => [
  { metric: 'followers', value: 1_284, precision: 'exact', ...more },
  { metric: 'posts', value: 613, precision: 'exact', ...more },
];

/** What Bluesky answers in each trouble. */
export const blueskyTroubles: TroubleRows = {
  page: { id: 'page-1', handle: 'oficina.bsky.social', externalId: did },
  rows: {
    suspended: {
      reads: 'readPages',
      answers: alone('AccountTakedown', 'Account has been suspended'),
      gives: [],
      tells: ['page_suspended'],
    },
    moved: 'who moves takes the account along: its identifier stays, wherever it is kept',
    renamed: {
      reads: 'readPages',
      answers: [profilesAre({ ...profile, handle: 'alcaldia.gov.example' })],
      gives: figures({ handle: 'alcaldia.gov.example' }),
      tells: [],
    },
    deactivated: {
      reads: 'readPages',
      answers: alone('AccountDeactivated', 'Account is deactivated'),
      gives: [],
      tells: ['page_deactivated'],
    },
    'deleted account': {
      reads: 'readPages',
      answers: alone('InvalidRequest', 'Profile not found'),
      gives: [],
      tells: ['page_deleted'],
    },
    'negative count': {
      reads: 'readPages',
      answers: [profilesAre({ ...profile, followersCount: -3 })],
      gives: [{ metric: 'posts', value: 613 }],
      tells: ['value_negative'],
    },
    'count left out': {
      reads: 'readPosts',
      answers: feedOf(post('a', '2026-11-20T10:00:00Z', { likeCount: undefined })),
      gives: [{ counts: { comments: 2, shares: 1, quotes: 3 } }],
      tells: [],
    },
    'bad metric': 'counts are fields of an account or of a post: none is asked for by name',
    'bad post': {
      reads: 'readPosts',
      answers: feedOf(
        post('a', '2026-11-20T10:00:00Z'),
        post('b', '2026-11-19T10:00:00Z', { author: null }),
        { post: null },
        post('c', '2026-11-18T10:00:00Z'),
      ),
      gives: [{ text: 'a' }, { text: 'c' }],
      tells: ['field_malformed'],
    },
    'dated-ahead post': {
      reads: 'readPosts',
      answers: feedOf(
        post('a', '2031-01-01T00:00:00Z', { indexedAt: '2026-11-20T10:00:00.000Z' }),
        post('b', '2031-01-01T00:00:00Z', { indexedAt: undefined }),
      ),
      gives: [
        {
          text: 'a',
          publishedAt: '2026-11-20T10:00:00.000Z',
          permalink: `https://bsky.app/profile/${did}/post/a`,
        },
      ],
      tells: ['post_dated_ahead'],
    },
    'backdated post': {
      reads: 'readPosts',
      answers: [
        { path: 'cursor=next', body: { feed: [post('c', '2026-11-12T10:00:00Z')] } },
        {
          path: 'getAuthorFeed',
          body: {
            cursor: 'next',
            feed: [
              {
                ...post('a', '2019-05-04T10:00:00Z', { indexedAt: '2026-11-20T10:00:00.000Z' }),
                reason: { $type: 'app.bsky.feed.defs#reasonPin' },
              },
              post('b', '2026-11-19T10:00:00Z'),
            ],
          },
        },
      ],
      gives: [{ text: 'a', publishedAt: '2019-05-04T10:00:00.000Z' }, { text: 'b' }, { text: 'c' }],
      tells: [],
    },
    'deleted post': 'a list holds the posts that are there, with their counts in it',
    'post passed on': {
      reads: 'readPosts',
      answers: feedOf(post('a', '2026-11-20T10:00:00Z'), {
        ...post('b', '2026-11-19T10:00:00Z', {
          author: { did: 'did:plc:otra', handle: 'otra.example' },
          record: { text: passedOn, createdAt: '2026-11-19T10:00:00Z' },
        }),
        reason: { $type: 'app.bsky.feed.defs#reasonRepost' },
      }),
      gives: [{ text: 'a' }],
      tells: [],
    },
    'long id': {
      reads: 'readPages',
      pages: [{}, { handle: 'larga.gov.example', externalId: longDid }],
      answers: [profilesAre(profile, { ...profile, did: longDid, handle: 'larga.gov.example' })],
      gives: [...figures(), ...figures({ handle: 'larga.gov.example' })],
      tells: [],
    },
    'limit of a day': {
      reads: 'readPages',
      answers: [
        {
          path: '',
          status: 429,
          headers: {
            'ratelimit-limit': '3000',
            'ratelimit-remaining': '0',
            'ratelimit-reset': `${Date.parse('2026-11-23T00:00:00Z') / 1_000}`,
          },
          body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
        },
      ],
      gives: [],
      tells: ['throttled'],
    },
  },
};
