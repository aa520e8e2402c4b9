import type { TroubleRows } from './trouble.ts';

const id = '100064000000001';
const node = { id, username: 'oficina', followers_count: 1_284, access_token: 'page-token' };
const token = { path: 'fields=id,access_token', body: { id, access_token: 'page-token' } };
const list = `/v26.0/${id}/published_posts?`;
const nodes = (given: object = node) => [
  { path: `ids=${id}`, body: { [id]: given } },
  { path: list, body: { data: [{ id: `${id}_1`, created_time: '2026-11-20T14:00:00+0000' }] } },
];
const refusal = (code: number, message: string, more: object = {}) => ({
  status: 400,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1', ...more } },
});
const figures = (more: object = {}) => [
  { metric: 'followers', value: 1_284, precision: 'exact', ...more },
  { metric: 'posts', value: 1, precision: 'exact', ...more },
];
const series = (name: string, value: number) => ({ name, period: 'lifetime', values: [{ value }] });
const all = [
  series('post_media_view', 9),
  series('post_total_media_view_unique', 8),
  series('post_clicks', 7),
];
const counts = { reactions: 4, comments: 2, shares: 1, views: 9, reach: 8, clicks: 7 };
const post = (name: string, day: string, more: object = {}) => ({
  id: name,
  created_time: `${day}T14:00:00+0000`,
  message: name,
  permalink_url: `https://www.facebook.com/${id}/posts/${name}`,
  reactions: { data: [], summary: { total_count: 4 } },
  comments: { data: [], summary: { total_count: 2 } },
  shares: { count: 1 },
  ...more,
});
const whole = (name: string, day: string, more: object = {}) =>
  post(name, day, { insights: { data: all }, ...more });
const refusedList = (refused: object, ...data: object[]) => [
  token,
  { path: 'insights.metric(', body: null, ...refused },
  { path: list, body: { data } },
];
const unknown = (message: string) => refusal(100, message, { error_subcode: 33 });
const closed = 'the graph says of it what it says of a page that is not there';

/** What Facebook answers in each trouble. */
export const facebookTroubles: TroubleRows = {
  page: { id: 'page-1', handle: 'oficina', externalId: id },
  rows: {
    suspended: closed,
    moved: 'pages that are joined keep one number, and the graph knows no other address',
    renamed: {
      reads: 'readPages',
      answers: nodes({ ...node, username: 'alcaldia' }),
      gives: figures({ handle: 'alcaldia' }),
      tells: [],
    },
    deactivated:
      'a page that is not published keeps its followers, and tells them to who manages it',
    // The graph says the same of a page that is hidden from the token.
    'deleted account': {
      reads: 'readPages',
      answers: [{ path: '', ...unknown('Object does not exist') }],
      gives: [],
      tells: ['page_unknown'],
    },
    'negative count': {
      reads: 'readDays',
      answers: [
        token,
        {
          path: '/insights',
          body: {
            data: [
              {
                name: 'page_post_engagements',
                values: [
                  { value: 5, end_time: '2026-11-11T08:00:00+0000' },
                  { value: -3, end_time: '2026-11-12T08:00:00+0000' },
                  { value: 7, end_time: '2026-11-13T08:00:00+0000' },
                ],
              },
            ],
          },
        },
      ],
      gives: [
        { metric: 'engagements', day: '2026-11-10', value: 5 },
        { metric: 'engagements', day: '2026-11-12', value: 7 },
      ],
      tells: ['value_negative'],
    },
    'count left out': {
      reads: 'readPosts',
      answers: [
        token,
        { path: list, body: { data: [whole('1', '2026-11-20', { shares: undefined })] } },
      ],
      gives: [{ externalId: '1', counts: { reactions: 4, comments: 2, views: 9 } }],
      tells: [],
    },
    'bad metric': {
      reads: 'readPosts',
      answers: [
        token,
        {
          path: 'post_clicks',
          ...refusal(100, '(#100) The value must be a valid insights metric'),
        },
        {
          path: list,
          body: { data: [post('1', '2026-11-20', { insights: { data: all.slice(0, 2) } })] },
        },
      ],
      gives: [
        { externalId: '1', counts: { reactions: 4, comments: 2, shares: 1, views: 9, reach: 8 } },
      ],
      tells: ['metric_retired'],
    },
    'bad post': {
      reads: 'readPosts',
      answers: [
        ...refusedList(
          refusal(1, 'An unknown error has occurred.'),
          post('4', '2026-11-20'),
          { message: 'sin número' },
          post('2', '2026-11-19'),
        ),
        { path: '/4/insights', ...refusal(1, 'An unknown error has occurred.') },
        { path: '/insights', body: { data: all } },
      ],
      gives: [
        { externalId: '4', counts: { reactions: 4, comments: 2, shares: 1 } },
        { externalId: '2', counts },
      ],
      tells: ['answer_too_heavy', 'field_malformed'],
    },
    'dated-ahead post': {
      reads: 'readPosts',
      answers: [
        token,
        { path: list, body: { data: [whole('2', '2027-03-01'), whole('1', '2026-11-19')] } },
      ],
      gives: [{ externalId: '1', counts }],
      tells: ['post_dated_ahead'],
    },
    'backdated post': {
      reads: 'readPosts',
      answers: [
        token,
        { path: 'after=next', body: { data: [whole('1', '2026-11-12')] } },
        {
          path: list,
          body: {
            data: [whole('3', '2019-05-04'), whole('2', '2026-11-19')],
            paging: { next: `https://graph.facebook.com${list}after=next` },
          },
        },
      ],
      gives: [{ externalId: '3' }, { externalId: '2' }, { externalId: '1' }],
      tells: [],
    },
    'deleted post': {
      reads: 'readPosts',
      answers: [
        ...refusedList(
          unknown('Object does not exist'),
          post('2', '2026-11-20'),
          post('1', '2026-11-19'),
        ),
        { path: '/2/insights', ...unknown('Object does not exist') },
        { path: '/insights', body: { data: all } },
      ],
      gives: [
        { externalId: '2', counts: { reactions: 4, comments: 2, shares: 1 } },
        { externalId: '1', counts },
      ],
      tells: ['page_unknown'],
    },
    'post passed on': 'what a page shares is a post of its own, with counts of its own',
    'long id': {
      reads: 'readPages',
      pages: [{}, { externalId: '9'.repeat(140) }],
      answers: nodes(),
      gives: figures(),
      tells: ['handle_malformed'],
    },
    'limit of a day': {
      reads: 'readPages',
      answers: [
        {
          path: '',
          status: 400,
          headers: {
            'x-business-use-case-usage': JSON.stringify({
              [id]: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 540 }],
            }),
          },
          body: { error: { message: 'limit', type: 'OAuthException', code: 80_001 } },
        },
      ],
      gives: [],
      tells: ['throttled'],
    },
  },
};
