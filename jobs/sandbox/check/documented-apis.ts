import type { OpenApi } from './read-spec.ts';

/*
 * Two networks publish no file that describes their API. What follows says of the calls that are
 * made of them what their documentation says: the fields, their types and the words of a query.
 */

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const truth: Schema = { type: 'boolean' };
const int32: Schema = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 };
const int64: Schema = { type: 'integer', minimum: 0 };
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: 'object',
  properties,
  required,
});
const asked = (schemas: Record<string, Schema>) =>
  Object.entries(schemas).map(([name, schema]) => ({ name, in: 'query', schema }));
const answered = (schema: Schema) => ({ content: { 'application/json': { schema } } });
const names = (fields: Record<string, Schema>) =>
  list({ type: 'string', enum: Object.keys(fields) });

function call(query: Record<string, Schema>, good: Schema, bad: Schema, body?: Schema) {
  return {
    parameters: asked(query),
    ...(body ? { requestBody: answered(body) } : {}),
    responses: { 200: answered(good), default: answered(bad) },
  };
}

/** developers.tiktok.com/doc/tiktok-api-v2-get-user-info */
const tiktokUser = {
  open_id: text,
  union_id: text,
  avatar_url: text,
  avatar_url_100: text,
  avatar_large_url: text,
  display_name: text,
  bio_description: text,
  profile_deep_link: text,
  is_verified: truth,
  username: text,
  follower_count: int64,
  following_count: int64,
  likes_count: int64,
  video_count: int64,
};
/** developers.tiktok.com/doc/tiktok-api-v2-video-object */
const tiktokVideo = {
  id: text,
  create_time: int64,
  cover_image_url: text,
  share_url: text,
  video_description: text,
  duration: int32,
  height: int32,
  width: int32,
  title: text,
  embed_html: text,
  embed_link: text,
  like_count: int32,
  comment_count: int32,
  share_count: int32,
  view_count: int64,
  is_aigc: truth,
};
/** developers.tiktok.com/doc/tiktok-api-v2-error-handling */
const tiktokError = object(
  { code: text, message: text, log_id: text },
  ...['code', 'message', 'log_id'],
);
const tiktokRefusal = object({ data: object({}), error: tiktokError }, 'error');
const tiktokAnswer = (data: Schema) => object({ data, error: tiktokError }, 'data', 'error');

/** TikTok's API v2, as its documentation of August 2026 has it. */
export const tiktokApi: OpenApi = {
  info: { version: 'v2' },
  paths: {
    '/v2/user/info/': {
      get: call(
        { fields: names(tiktokUser) },
        tiktokAnswer(object({ user: object(tiktokUser) }, 'user')),
        tiktokRefusal,
      ),
    },
    // developers.tiktok.com/doc/tiktok-api-v2-video-list
    '/v2/video/list/': {
      post: call(
        { fields: names(tiktokVideo) },
        tiktokAnswer(
          object(
            { videos: list(object(tiktokVideo)), cursor: int64, has_more: truth },
            ...['videos', 'cursor', 'has_more'],
          ),
        ),
        tiktokRefusal,
        object({ cursor: int64, max_count: { type: 'integer', minimum: 1, maximum: 20 } }),
      ),
    },
  },
  components: { schemas: {}, parameters: {} },
};

const urn = (kind: string): Schema => ({ type: 'string', pattern: `^urn:li:(${kind}):\\d+$` });
const whole = { type: 'integer' };
const paging = object(
  {
    start: whole,
    count: whole,
    total: whole,
    links: list(object({ rel: text, href: text, type: text })),
  },
  ...['start', 'count'],
);
const elements = (one: Schema) => object({ elements: list(one), paging }, 'elements');
/** learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
const linkedinError = object(
  { status: whole, code: text, message: text, serviceErrorCode: whole },
  ...['status', 'message'],
);
const ask = (query: Record<string, Schema>, good: Schema) => ({
  get: call(query, good, linkedinError),
});
const listOf = (one: string): Schema => ({
  type: 'string',
  pattern: `^List\\(${one}(,${one})*\\)$`,
});

/** learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics */
const shareStatistics = object({
  clickCount: whole,
  commentCount: whole,
  commentMentionsCount: whole,
  engagement: { type: 'number' },
  impressionCount: whole,
  likeCount: whole,
  shareCount: whole,
  shareMentionsCount: whole,
  uniqueImpressionsCount: whole,
});
/** learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
const linkedinPost = object(
  {
    id: urn('share|ugcPost'),
    author: urn('organization|person'),
    commentary: text,
    content: object({
      media: object({ id: text, title: text, altText: text }, 'id'),
      multiImage: object({
        images: list(object({ id: text, altText: text }, 'id')),
        altText: text,
      }),
      article: object({ source: text, title: text, description: text, thumbnail: text }),
    }),
    distribution: object({}),
    createdAt: int64,
    publishedAt: int64,
    lastModifiedAt: int64,
    lifecycleState: { enum: ['DRAFT', 'PUBLISHED', 'PUBLISH_REQUESTED', 'PUBLISH_FAILED'] },
    lifecycleStateInfo: object({ isEditedByAuthor: truth }),
    visibility: { enum: ['CONNECTIONS', 'PUBLIC', 'LOGGED_IN', 'CONTAINER'] },
    isReshareDisabledByAuthor: truth,
    reshareContext: object({ parent: text, root: text }),
  },
  ...['id', 'author', 'createdAt', 'lastModifiedAt', 'lifecycleState', 'visibility'],
);
/** learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
const organization = object({ id: whole, vanityName: text, localizedName: text });
const encodedUrn = 'urn(:|%3A)li(:|%3A)(share|ugcPost)(:|%3A)\\d+';

/** LinkedIn's versioned API, as its documentation of 2026 has it. */
export const linkedinApi: OpenApi = {
  info: { version: '202610' },
  paths: {
    '/rest/networkSizes/{urn}': ask(
      { edgeType: { enum: ['COMPANY_FOLLOWED_BY_MEMBER'] } },
      object({ firstDegreeSize: whole }, 'firstDegreeSize'),
    ),
    '/rest/posts': ask(
      {
        q: { enum: ['author'] },
        author: urn('organization|person'),
        start: whole,
        count: { type: 'integer', maximum: 100 },
        sortBy: { enum: ['CREATED', 'LAST_MODIFIED'] },
      },
      elements(linkedinPost),
    ),
    '/rest/organizationalEntityShareStatistics': ask(
      {
        q: { enum: ['organizationalEntity'] },
        organizationalEntity: urn('organization'),
        timeIntervals: {
          type: 'string',
          pattern: '^\\(timeRange:\\(start:\\d+,end:\\d+\\),timeGranularityType:(DAY|MONTH)\\)$',
        },
        shares: listOf(encodedUrn),
        ugcPosts: listOf(encodedUrn),
      },
      elements(
        object(
          {
            organizationalEntity: urn('organization'),
            share: urn('share'),
            ugcPost: urn('ugcPost'),
            timeRange: object({ start: int64, end: int64 }, 'start', 'end'),
            totalShareStatistics: shareStatistics,
          },
          'totalShareStatistics',
        ),
      ),
    ),
    // learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control
    '/rest/organizationAcls': ask(
      {
        q: { enum: ['roleAssignee'] },
        state: { enum: ['APPROVED', 'REJECTED', 'REQUESTED', 'REVOKED'] },
        role: text,
        count: whole,
        start: whole,
      },
      elements(
        object(
          { organization: urn('organization'), role: text, state: text, roleAssignee: text },
          ...['organization', 'role', 'state'],
        ),
      ),
    ),
    '/rest/organizations': ask(
      { q: { enum: ['vanityName'] }, vanityName: text, ids: listOf('\\d+') },
      object({
        elements: list(organization),
        paging,
        results: { type: 'object', additionalProperties: organization },
        statuses: { type: 'object' },
        errors: { type: 'object' },
      }),
    ),
  },
  components: { schemas: {}, parameters: {} },
};
