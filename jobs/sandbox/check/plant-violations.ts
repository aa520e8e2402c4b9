import type { CheckedCall } from './collect-calls.ts';

/** Every value under a name, anywhere in the answer, made another. */
function replaceNamed(body: unknown, name: string, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => replaceNamed(item, name, change));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      key === name ? change(value) : replaceNamed(value, name, change),
    ]),
  );
}

/** Every field under a name given another name. */
function renameField(body: unknown, from: string, to: string): unknown {
  if (Array.isArray(body)) return body.map((item) => renameField(item, from, to));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key === from ? to : key,
      renameField(value, from, to),
    ]),
  );
}

type Spoil = (body: unknown) => unknown;

const spoils: [string, Spoil][] = [
  ['a count as text', (body) => replaceNamed(body, 'followers_count', String)],
  ['a count as text, in one word', (body) => replaceNamed(body, 'followersCount', String)],
  ['a field of another name, in one word', (body) => renameField(body, 'likeCount', 'likes')],
  ['an instant without its day', (body) => replaceNamed(body, 'indexedAt', () => '14:05')],
  ['a field too few', (body) => replaceNamed(body, 'author', () => ({ handle: 'a.example' }))],
  ['favourites as text', (body) => replaceNamed(body, 'favourites_count', String)],
  ['subscribers as a number', (body) => replaceNamed(body, 'subscriberCount', Number)],
  ['a column without its name', (body) => renameField(body, 'columnHeaders', 'columns')],
  ['followers as text', (body) => replaceNamed(body, 'follower_count', String)],
  ['more to come, in words', (body) => replaceNamed(body, 'has_more', () => 'yes')],
  ['impressions as text', (body) => replaceNamed(body, 'impressionCount', String)],
  ['a size of another name', (body) => renameField(body, 'firstDegreeSize', 'size')],
  ['figures of another form', (body) => renameField(body, 'total_value', 'total')],
  ['likes as text', (body) => replaceNamed(body, 'like_count', String)],
  ['a field of another name', (body) => renameField(body, 'followers_count', 'followersCount')],
  ['an identifier as a number', (body) => replaceNamed(body, 'id', Number)],
  ['an instant as a number', (body) => replaceNamed(body, 'created_time', () => 1_795_359_600)],
  ['the name of another version', (body) => renameField(body, 'post_count', 'tweet_count')],
  ['the name of a later version', (body) => renameField(body, 'tweet_count', 'post_count')],
  [
    'shares as another version has them',
    (body) => renameField(body, 'repost_count', 'retweet_count'),
  ],
  [
    'shares as a later version has them',
    (body) => renameField(body, 'retweet_count', 'repost_count'),
  ],
  ['reactions that are no list', (body) => replaceNamed(body, 'reactions', () => ({ count: 3 }))],
];

function spoilOne(calls: CheckedCall[], about: string, spoil: Spoil): CheckedCall[] {
  for (const call of calls) {
    const body = spoil(call.body);
    const isSpoiled = JSON.stringify(body) !== JSON.stringify(call.body);
    if (isSpoiled) return [{ ...call, about: `planted: ${about}`, body }];
  }
  return [];
}

/** Good answers spoiled on purpose: a check that finds nothing in one of them checks nothing. */
export function plantViolations(calls: CheckedCall[]): CheckedCall[] {
  const good = calls.filter((call) => call.status === 200);
  return spoils.flatMap(([about, spoil]) => spoilOne(good, about, spoil));
}
