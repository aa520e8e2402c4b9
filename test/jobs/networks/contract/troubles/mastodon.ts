import { passedOn, type TroubleRows } from './trouble.ts';

const id = '109000000000000001';
const account = {
  id,
  username: 'oficina',
  acct: 'oficina',
  suspended: false,
  url: 'https://social.example/@oficina',
  followers_count: 1_284,
  statuses_count: 613,
};
const status = (name: string, day: string, more: object = {}) => ({
  id: name,
  created_at: `${day}T14:00:00.000Z`,
  content: `<p>${name}</p>`,
  url: `https://social.example/@oficina/${name}`,
  favourites_count: 4,
  replies_count: 2,
  reblogs_count: 1,
  media_attachments: [],
  ...more,
});
const answering = (body: object) => [{ path: `/api/v1/accounts/${id}`, body }];
const statuses = `/api/v1/accounts/${id}/statuses`;
const listing = (...body: unknown[]) => [{ path: statuses, body }];
const figures = (more: object = {}) => [
  { metric: 'followers', value: 1_284, precision: 'exact', ...more },
  { metric: 'posts', value: 613, precision: 'exact', ...more },
];
const suspended = { ...account, suspended: true, followers_count: 0, statuses_count: 0 };
const farAway = `comunicaciones.${'municipio-de-nombre-largo.'.repeat(8)}gov.example`;

/** What Mastodon answers in each trouble. */
export const mastodonTroubles: TroubleRows = {
  page: { id: 'page-1', handle: 'oficina', externalId: id },
  rows: {
    suspended: {
      reads: 'readPages',
      answers: answering(suspended),
      gives: [],
      tells: ['page_suspended'],
    },
    moved: {
      reads: 'readPages',
      answers: answering({
        ...account,
        moved: { id: '7', acct: 'alcaldia@otro.example', url: 'https://otro.example/@alcaldia' },
      }),
      gives: figures({ movedTo: 'https://otro.example/@alcaldia' }),
      tells: [],
    },
    renamed: {
      reads: 'readPages',
      answers: answering({ ...account, acct: 'alcaldia' }),
      gives: figures({ handle: 'alcaldia' }),
      tells: [],
    },
    deactivated: 'who closes an account deletes it; the server then answers that it has none',
    'deleted account': {
      reads: 'readPages',
      answers: [
        { path: `/api/v1/accounts/${id}`, status: 404, body: { error: 'Record not found' } },
      ],
      gives: [],
      tells: ['page_deleted'],
    },
    'negative count': {
      reads: 'readPages',
      answers: answering({ ...account, followers_count: -1 }),
      gives: [{ metric: 'posts', value: 613 }],
      tells: ['value_negative'],
    },
    'count left out': {
      reads: 'readPosts',
      answers: listing(
        status('1', '2026-11-20', { quotes_count: null, favourites_count: undefined }),
      ),
      gives: [{ externalId: '1', counts: { comments: 2, shares: 1 } }],
      tells: [],
    },
    'bad metric': 'counts are fields of an account or of a status: none is asked for by name',
    'bad post': {
      reads: 'readPosts',
      answers: listing(
        status('3', '2026-11-20'),
        { created_at: 'ayer' },
        status('1', '2026-11-18'),
      ),
      gives: [{ externalId: '3' }, { externalId: '1' }],
      tells: ['field_malformed'],
    },
    'dated-ahead post': {
      reads: 'readPosts',
      answers: listing(status('3', '2027-03-01'), status('2', '2026-11-19')),
      gives: [{ externalId: '2' }],
      tells: ['post_dated_ahead'],
    },
    'backdated post': {
      reads: 'readPosts',
      answers: [
        { path: 'max_id=2', body: [status('1', '2026-11-12')] },
        {
          path: statuses,
          headers: { link: `<https://social.example${statuses}?max_id=2>; rel="next"` },
          body: [status('3', '2019-05-04'), status('2', '2026-11-19')],
        },
      ],
      gives: [{ externalId: '3' }, { externalId: '2' }, { externalId: '1' }],
      tells: [],
    },
    'deleted post': 'a list holds the statuses that are there, with their counts in it',
    // Not every server leaves them out when asked to.
    'post passed on': {
      reads: 'readPosts',
      answers: listing(
        status('2', '2026-11-20', { reblog: status('9', '2026-11-19'), content: passedOn }),
        status('1', '2026-11-18'),
      ),
      gives: [{ externalId: '1' }],
      tells: [],
    },
    'long id': {
      reads: 'readPages',
      pages: [{ handle: `oficina@${farAway}`, externalId: null }],
      answers: [
        { path: `acct=oficina@${farAway}`, body: { ...account, acct: `oficina@${farAway}` } },
      ],
      gives: figures({ handle: `oficina@${farAway}` }),
      tells: [],
    },
    'limit of a day': {
      reads: 'readPages',
      answers: [
        {
          path: '',
          status: 429,
          headers: {
            'x-ratelimit-limit': '300',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': '2026-11-23T00:00:00.000000Z',
          },
          body: { error: 'Too many requests' },
        },
      ],
      gives: [],
      tells: ['throttled'],
    },
  },
};
