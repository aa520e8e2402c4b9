import { dayFigureOn, pageFigureOn } from './figures.ts';
import { findRefusal, type Refusal } from './find-refusal.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';
import { answerRenewal } from './renewed-token.ts';
import { findSandboxPage, type SandboxPage, sandboxPages } from './sandbox-pages.ts';

const mostElements = 100;

function say(status: number, serviceErrorCode: number, code: string, message: string) {
  return { status, body: { status, serviceErrorCode, code, message } };
}

function refuse(refusal: Refusal): SandboxAnswer {
  switch (refusal.kind) {
    case 'dead_token':
      return say(401, 65_602, 'EXPIRED_ACCESS_TOKEN', 'The token has expired');
    case 'throttled': {
      const answer = say(429, 101, 'TOO_MANY_REQUESTS', 'Resource level throttle limit reached');
      return { ...answer, headers: { 'retry-after': refusal.retryAfter } };
    }
    case 'capped':
      return say(429, 101, 'TOO_MANY_REQUESTS', 'Resource level throttle limit reached');
    case 'forbidden':
      return say(403, 100, 'ACCESS_DENIED', 'Not enough permissions to access this resource');
    case 'broken':
      return say(500, 0, 'INTERNAL_SERVER_ERROR', 'Internal Server Error');
  }
}

const notFound = say(404, 0, 'NOT_FOUND', 'Could not find the entity');

function findShown(name: string, { faults }: SandboxRequest): SandboxPage | undefined {
  const page = findSandboxPage('linkedin', name);
  return page && !faults.hides('linkedin', page.handle) ? page : undefined;
}

function findByUrn(urn: string, request: SandboxRequest): SandboxPage | undefined {
  const id = /^urn:li:organization:(\d+)$/.exec(urn)?.[1];
  return id === undefined ? undefined : findShown(id, request);
}

function answerOrganizations(request: SandboxRequest): SandboxAnswer {
  const page = findShown(request.query.get('vanityName') ?? '', request);
  const elements = page
    ? [{ id: Number(page.id), vanityName: page.handle, localizedName: page.title }]
    : [];
  const paging = { start: 0, count: 10, links: [], total: elements.length };
  return { status: 200, body: { elements, paging } };
}

function answerSize(request: SandboxRequest): SandboxAnswer {
  const urn = decodeURIComponent(request.path.split('/').at(-1) ?? '');
  const page = findByUrn(urn, request);
  if (!page) return notFound;
  const followers = pageFigureOn(page, 'followers', request.day) ?? 0;
  const isChanged = request.faults.take('changed_shape', request) !== undefined;
  return { status: 200, body: { firstDegreeSize: isChanged ? [followers] : followers } };
}

function postUrn(page: SandboxPage, { number }: SandboxPost): string {
  return `urn:li:share:72${page.id}${String(number).padStart(8, '0')}`;
}

const contentOf: Partial<Record<SandboxPost['kind'], object>> = {
  photo: { media: { id: 'urn:li:image:C5610AQ' } },
  album: { multiImage: { images: [{ id: 'urn:li:image:C5610AQ' }] } },
  video: { media: { id: 'urn:li:video:C5F10AQ' } },
  short_video: { media: { id: 'urn:li:video:C5F10AQ' } },
  link: { article: { source: 'https://www.laestrella.example/noticias', title: 'Noticias' } },
};

function composePost(page: SandboxPage, post: SandboxPost) {
  const at = post.publishedAt.getTime();
  const content = contentOf[post.kind];
  return {
    id: postUrn(page, post),
    author: `urn:li:organization:${page.id}`,
    commentary: post.text,
    ...(content ? { content } : {}),
    createdAt: at,
    publishedAt: at,
    lastModifiedAt: at,
    lifecycleState: 'PUBLISHED',
    visibility: 'PUBLIC',
  };
}

function answerPosts(request: SandboxRequest): SandboxAnswer {
  const { query, day, now } = request;
  const page = findByUrn(query.get('author') ?? '', request);
  if (!page) return notFound;
  const start = Number(query.get('start') ?? 0);
  const count = Math.min(Number(query.get('count') ?? 10), mostElements);
  const posts = postsOf(page, page.openedOn, day, now).toReversed();
  const elements = posts.slice(start, start + count).map((post) => composePost(page, post));
  return { status: 200, body: { elements, paging: { start, count, links: [] } } };
}

function totalsOf(counts: ReturnType<typeof postCountsOn>) {
  return {
    impressionCount: counts.views,
    uniqueImpressionsCount: counts.reach,
    clickCount: counts.clicks,
    likeCount: counts.reactions,
    commentCount: counts.comments,
    shareCount: counts.shares,
    engagement: 0.041,
  };
}

/** Engagements of a day as the network divides them. */
function dayTotals(page: SandboxPage, day: string) {
  const engagements = dayFigureOn(page, 'engagements', day) ?? 0;
  const commentCount = Math.floor(engagements / 12);
  const shareCount = Math.floor(engagements / 9);
  return {
    impressionCount: dayFigureOn(page, 'views', day),
    uniqueImpressionsCount: dayFigureOn(page, 'reach', day),
    likeCount: engagements - commentCount - shareCount,
    commentCount,
    shareCount,
    clickCount: 0,
    engagement: 0.041,
  };
}

const dayMillis = 86_400_000;

function composeDays(page: SandboxPage, intervals: string, today: string): object[] {
  const [, from, to] = /start:(\d+),end:(\d+)/.exec(intervals) ?? [];
  const starts: number[] = [];
  for (let at = Number(from); at < Number(to); at += dayMillis) starts.push(at);
  const dayOf = (start: number) => new Date(start).toISOString().slice(0, 10);
  const told = starts.filter((start) => dayOf(start) >= page.openedOn && dayOf(start) < today);
  return told.map((start) => ({
    organizationalEntity: `urn:li:organization:${page.id}`,
    timeRange: { start, end: start + dayMillis },
    totalShareStatistics: dayTotals(page, dayOf(start)),
  }));
}

function composeShares(page: SandboxPage, list: string, { day, now }: SandboxRequest): object[] {
  const urns = list.replace(/^List\(|\)$/g, '').split(',');
  const posts = new Map(
    postsOf(page, page.openedOn, day, now).map((post) => [postUrn(page, post), post]),
  );
  return urns.flatMap((share) => {
    const post = posts.get(share);
    return post ? [{ share, totalShareStatistics: totalsOf(postCountsOn(page, post, now)) }] : [];
  });
}

function answerStatistics(request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const page = findByUrn(query.get('organizationalEntity') ?? '', request);
  if (!page) return notFound;
  const intervals = query.get('timeIntervals');
  const elements =
    intervals === null
      ? composeShares(page, query.get('shares') ?? '', request)
      : composeDays(page, intervals, request.day);
  return { status: 200, body: { elements, paging: { start: 0, count: 10, links: [] } } };
}

function answerAccess(): SandboxAnswer {
  const managed = sandboxPages.filter(({ network }) => network === 'linkedin');
  const elements = managed.map(({ id }) => ({
    organization: `urn:li:organization:${id}`,
    role: 'ADMINISTRATOR',
    state: 'APPROVED',
  }));
  return { status: 200, body: { elements, paging: { start: 0, count: 100, links: [] } } };
}

function answerOrganizationsById(list: string, request: SandboxRequest): SandboxAnswer {
  const ids = list.replace(/^List\(|\)$/g, '').split(',');
  const found = ids.flatMap((id) => {
    const page = findShown(id, request);
    return page
      ? [[id, { id: Number(id), vanityName: page.handle, localizedName: page.title }]]
      : [];
  });
  return { status: 200, body: { results: Object.fromEntries(found), statuses: {}, errors: {} } };
}

/** LinkedIn's versioned API, as far as organizations, their followers and their posts go. */
export function answerLinkedin(request: SandboxRequest): SandboxAnswer {
  if (request.path === '/oauth/v2/accessToken') {
    return answerRenewal(request, {
      clientIdField: 'client_id',
      lastsSeconds: 60 * 86_400,
      more: { scope: 'r_organization_social,rw_organization_admin' },
      refuse,
    });
  }
  if (!request.token?.startsWith(sandboxTokenPrefix)) {
    return say(401, 65_600, 'INVALID_ACCESS_TOKEN', 'Invalid access token');
  }
  const refusal = findRefusal(request);
  if (refusal) return refuse(refusal);
  const version = request.header('linkedin-version') ?? '';
  if (!/^20\d{4}$/.test(version)) {
    return say(400, 0, 'VERSION_MISSING', 'A version must be present');
  }
  if (request.faults.take('retired_version', request, (fault) => fault.version === version)) {
    return say(426, 0, 'NONEXISTENT_VERSION', `Requested version ${version}01 is not active`);
  }
  const ids = request.query.get('ids');
  if (request.path === '/rest/organizations' && ids) return answerOrganizationsById(ids, request);
  if (request.path === '/rest/organizations') return answerOrganizations(request);
  if (request.path === '/rest/organizationAcls') return answerAccess();
  if (request.path === '/rest/organizationalEntityShareStatistics')
    return answerStatistics(request);
  if (request.path.startsWith('/rest/networkSizes/')) return answerSize(request);
  if (request.path === '/rest/posts') return answerPosts(request);
  return notFound;
}
