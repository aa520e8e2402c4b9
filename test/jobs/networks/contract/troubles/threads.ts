import { passedOn, type TroubleRows } from './trouble.ts';

const id = '17841400000000001';
const me = { path: '/v1.0/me?', body: { id, username: 'oficina' } };
const refusal = (code: number, message: string, more: object = {}) => ({
  status: 400,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'B2', ...more } },
});
const item = (name: string, day: string, more: object = {}) => ({
  id: name,
  media_type: 'TEXT_POST',
  text: name,
  permalink: `https://www.threads.net/@oficina/post/${name}`,
  timestamp: `${day}T14:00:00+0000`,
  ...more,
});
const list = (...data: unknown[]) => ({ path: '/v1.0/me/threads?', body: { data } });
const series = (name: string, value: unknown) => ({
  name,
  period: 'lifetime',
  values: [{ value }],
});
const counted = (...names: string[]) =>
  ['views', 'likes', 'replies', 'reposts', 'quotes']
    .filter((name) => names.length === 0 || names.includes(name))
    .map((name, at) => series(name, at + 3));
const counts = { views: 3, reactions: 4, comments: 5, shares: 6, quotes: 7 };
const insights = { path: '/insights?', body: { data: counted() } };
const insightsOf = (name: string) => `/v1.0/${name}/insights?`;
const followers = (value: unknown) => ({
  path: 'metric=followers_count',
  body: { data: [{ name: 'followers_count', total_value: { value } }] },
});
const others = 'a token reads its own profile alone, and is dead when that profile is closed';

/** What Threads answers in each trouble. */
export const threadsTroubles: TroubleRows = {
  page: { id: 'page-1', handle: 'oficina', externalId: id },
  rows: {
    suspended: others,
    moved: 'a profile has no other that it says it moved to',
    renamed: {
      reads: 'readPages',
      answers: [
        { ...me, body: { id, username: 'alcaldia' } },
        followers(1_284),
        list(
          item('3', '2026-11-20'),
          item('2', '2026-11-19', { media_type: 'REPOST_FACADE' }),
          item('1', '2026-11-18'),
        ),
      ],
      // What others wrote and the profile only passed on is not counted.
      gives: [
        { metric: 'followers', value: 1_284, handle: 'alcaldia' },
        { metric: 'posts', value: 2, handle: 'alcaldia' },
      ],
      tells: [],
    },
    deactivated: others,
    'deleted account': others,
    'negative count': {
      reads: 'readDays',
      answers: [
        me,
        {
          path: 'metric=views',
          body: {
            data: [
              {
                name: 'views',
                values: [
                  { value: 10, end_time: '2026-11-11T08:00:00+0000' },
                  { value: -2, end_time: '2026-11-12T08:00:00+0000' },
                  { value: 12, end_time: '2026-11-13T08:00:00+0000' },
                ],
              },
            ],
          },
        },
      ],
      gives: [
        { metric: 'views', day: '2026-11-10', value: 10 },
        { metric: 'views', day: '2026-11-12', value: 12 },
      ],
      tells: ['value_negative'],
    },
    'count left out': {
      reads: 'readPosts',
      answers: [
        me,
        list(item('1', '2026-11-20')),
        { path: insightsOf('1'), body: { data: counted('views', 'replies') } },
      ],
      gives: [{ externalId: '1', counts: { views: 3 } }],
      tells: [],
    },
    'bad metric': {
      reads: 'readPosts',
      answers: [
        me,
        list(item('2', '2026-11-20'), item('1', '2026-11-19')),
        { path: 'metric=views,likes&', body: { data: counted('views', 'likes') } },
        { path: 'metric=views,likes', ...refusal(100, '(#100) The value must be valid') },
        { path: 'metric=views', body: { data: [series('views', 3)] } },
        { path: 'metric=likes', body: { data: [series('likes', 4)] } },
        {
          path: 'metric=replies',
          ...refusal(100, '(#100) The value must be a valid insights metric'),
        },
        { path: 'metric=reposts', body: { data: [series('reposts', 6), series('quotes', 7)] } },
        { path: 'metric=quotes', body: { data: [series('quotes', 7)] } },
      ],
      gives: [
        { externalId: '2', counts: { views: 3, reactions: 4, shares: 6, quotes: 7 } },
        { externalId: '1', counts: { views: 3, reactions: 4, shares: 6, quotes: 7 } },
      ],
      tells: ['metric_retired'],
    },
    'bad post': {
      reads: 'readPosts',
      answers: [
        me,
        list(
          item('4', '2026-11-20'),
          { media_type: 'IMAGE' },
          item('2', '2026-11-19'),
          item('1', '2026-11-18'),
        ),
        { path: insightsOf('2'), ...refusal(1, 'An unknown error has occurred.') },
        insights,
      ],
      gives: [
        { externalId: '4', counts },
        { externalId: '2', counts: {} },
        { externalId: '1', counts },
      ],
      tells: ['answer_too_heavy', 'field_malformed'],
    },
    'dated-ahead post': {
      reads: 'readPosts',
      answers: [me, list(item('2', '2027-03-01'), item('1', '2026-11-19')), insights],
      gives: [{ externalId: '1', counts }],
      tells: ['post_dated_ahead'],
    },
    'backdated post': {
      reads: 'readPosts',
      answers: [
        me,
        { path: 'after=next', body: { data: [item('1', '2026-11-12')] } },
        {
          path: '/v1.0/me/threads?',
          body: {
            data: [item('3', '2019-05-04'), item('2', '2026-11-19')],
            paging: {
              cursors: { after: 'next' },
              next: 'https://graph.threads.net/v1.0/me/threads?after=next',
            },
          },
        },
        insights,
      ],
      gives: [{ externalId: '3' }, { externalId: '2' }, { externalId: '1' }],
      tells: [],
    },
    'deleted post': {
      reads: 'readPosts',
      answers: [
        me,
        list(item('2', '2026-11-20'), item('1', '2026-11-19')),
        {
          path: insightsOf('2'),
          ...refusal(100, 'Unsupported get request. Object does not exist', { error_subcode: 33 }),
        },
        insights,
      ],
      gives: [
        { externalId: '2', counts: {} },
        { externalId: '1', counts },
      ],
      tells: ['page_unknown'],
    },
    'post passed on': {
      reads: 'readPosts',
      answers: [
        me,
        list(
          item('2', '2026-11-20', { media_type: 'REPOST_FACADE', text: passedOn }),
          item('1', '2026-11-19'),
        ),
        insights,
      ],
      gives: [{ externalId: '1', counts }],
      tells: [],
    },
    'long id': {
      reads: 'readPosts',
      answers: [me, list(item(`18${'0'.repeat(60)}1`, '2026-11-20')), insights],
      gives: [{ externalId: `18${'0'.repeat(60)}1`, counts }],
      tells: [],
    },
    'limit of a day': {
      reads: 'readPages',
      answers: [
        {
          path: '',
          status: 400,
          headers: {
            'x-business-use-case-usage': JSON.stringify({
              [id]: [{ type: 'threads', call_count: 100, estimated_time_to_regain_access: 540 }],
            }),
          },
          body: { error: { message: 'limit', type: 'OAuthException', code: 80_005 } },
        },
      ],
      gives: [],
      tells: ['throttled'],
    },
  },
};
