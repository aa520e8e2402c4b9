import type { TroubleRows } from './trouble.ts';

const id = '17841400000000001';
const node = { id, username: 'oficina', followers_count: 1_284, media_count: 613 };
const nodes = (given: object = node) => [{ path: `ids=${id}`, body: { [id]: given } }];
const refusal = (code: number, message: string, more: object = {}) => ({
  status: 400,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'B2', ...more } },
});
const figures = (more: object = {}) => [
  { metric: 'followers', value: 1_284, precision: 'exact', ...more },
  { metric: 'posts', value: 613, precision: 'exact', ...more },
];
const series = (name: string, value: number) => ({ name, period: 'lifetime', values: [{ value }] });
const all = [series('views', 9), series('reach', 8), series('shares', 7), series('saved', 6)];
const counts = { reactions: 4, comments: 2, views: 9, reach: 8, shares: 7, saves: 6 };
const medium = (name: string, day: string, more: object = {}) => ({
  id: name,
  caption: name,
  media_type: 'IMAGE',
  permalink: `https://www.instagram.com/p/${name}/`,
  timestamp: `${day}T14:00:00+0000`,
  like_count: 4,
  comments_count: 2,
  ...more,
});
const whole = (name: string, day: string, more: object = {}) =>
  medium(name, day, { insights: { data: all }, ...more });
const media = `/v26.0/${id}/media?`;
/** The list with insights inside is refused; without them it is given. */
const refusedList = (refused: object, ...data: object[]) => [
  { path: 'insights.metric(', body: null, ...refused },
  { path: media, body: { data } },
];
const unknown = (message: string) => refusal(100, message, { error_subcode: 33 });
const closed = 'the graph says of it what it says of an account that is not there';
const day = (on: string, name: string, value: unknown) => ({
  path: `since=${on}`,
  body: { data: [{ name, total_value: { value } }] },
});

/** What Instagram answers in each trouble. */
export const instagramTroubles: TroubleRows = {
  page: { id: 'page-1', handle: 'oficina', externalId: id },
  rows: {
    suspended: closed,
    moved: 'an account has no other that it says it moved to',
    renamed: {
      reads: 'readPages',
      answers: nodes({ ...node, username: 'alcaldia' }),
      gives: figures({ handle: 'alcaldia' }),
      tells: [],
    },
    deactivated: closed,
    // The graph says the same of an account that is hidden from the token.
    'deleted account': {
      reads: 'readPages',
      answers: [{ path: '', ...unknown('Object does not exist') }],
      gives: [],
      tells: ['page_unknown'],
    },
    'negative count': {
      reads: 'readDays',
      answers: [
        { path: 'metric=reach', body: { data: [] } },
        { path: 'metric=follows_and_unfollows', body: { data: [] } },
        {
          path: 'since=2026-11-11',
          body: {
            data: [
              { name: 'views', total_value: { value: 10 } },
              { name: 'total_interactions', total_value: { value: -2 } },
            ],
          },
        },
        day('2026-11-12', 'total_interactions', 7),
        { path: '', body: { data: [] } },
      ],
      gives: [
        { metric: 'views', day: '2026-11-11', value: 10 },
        { metric: 'engagements', day: '2026-11-12', value: 7 },
      ],
      tells: ['value_negative'],
    },
    'count left out': {
      reads: 'readPosts',
      answers: [
        {
          path: media,
          body: { data: [whole('1', '2026-11-20', { like_count: undefined })] },
        },
      ],
      gives: [{ externalId: '1', counts: { comments: 2, views: 9 } }],
      tells: [],
    },
    'bad metric': {
      reads: 'readPosts',
      answers: [
        { path: 'saved)', ...refusal(100, '(#100) The value must be a valid insights metric') },
        {
          path: media,
          body: { data: [medium('1', '2026-11-20', { insights: { data: all.slice(0, 3) } })] },
        },
      ],
      gives: [{ externalId: '1', counts: { reactions: 4, comments: 2, views: 9, reach: 8 } }],
      tells: ['metric_retired'],
    },
    'bad post': {
      reads: 'readPosts',
      answers: [
        ...refusedList(
          refusal(1, 'An unknown error has occurred.'),
          medium('4', '2026-11-20'),
          { caption: 'sin número' },
          medium('2', '2026-11-19'),
        ),
        { path: '/4/insights', ...refusal(1, 'An unknown error has occurred.') },
        { path: '/insights', body: { data: all } },
      ],
      gives: [
        { externalId: '4', counts: { reactions: 4, comments: 2 } },
        { externalId: '2', counts },
      ],
      tells: ['answer_too_heavy', 'field_malformed'],
    },
    'dated-ahead post': {
      reads: 'readPosts',
      answers: [
        { path: media, body: { data: [whole('2', '2027-03-01'), whole('1', '2026-11-19')] } },
      ],
      gives: [{ externalId: '1', counts }],
      tells: ['post_dated_ahead'],
    },
    'backdated post': {
      reads: 'readPosts',
      answers: [
        { path: 'after=next', body: { data: [whole('1', '2026-11-12')] } },
        {
          path: media,
          body: {
            data: [whole('3', '2019-05-04'), whole('2', '2026-11-19')],
            paging: { next: `https://graph.facebook.com${media}after=next` },
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
          medium('2', '2026-11-20'),
          medium('1', '2026-11-19'),
        ),
        { path: '/2/insights', ...unknown('Object does not exist') },
        { path: '/insights', body: { data: all } },
      ],
      gives: [
        { externalId: '2', counts: { reactions: 4, comments: 2 } },
        { externalId: '1', counts },
      ],
      tells: ['page_unknown'],
    },
    'post passed on': 'the list of media holds what the account itself published, and nothing else',
    'long id': {
      reads: 'readPages',
      pages: [{}, { externalId: '9'.repeat(60) }],
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
              [id]: [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 540 }],
            }),
          },
          body: { error: { message: 'limit', type: 'OAuthException', code: 80_002 } },
        },
      ],
      gives: [],
      tells: ['throttled'],
    },
  },
};
