import { pageFigureOn } from './figures.ts';
import { findRefusal, type Refusal } from './find-refusal.ts';
import { postsOf, type SandboxPost } from './posts.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

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

/** LinkedIn's versioned API, as far as organizations, their followers and their posts go. */
export function answerLinkedin(request: SandboxRequest): SandboxAnswer {
  const refusal = findRefusal(request);
  if (refusal) return refuse(refusal);
  if (!/^20\d{4}$/.test(request.header('linkedin-version') ?? '')) {
    return say(400, 0, 'VERSION_MISSING', 'A version must be present');
  }
  if (request.path === '/rest/organizations') return answerOrganizations(request);
  if (request.path.startsWith('/rest/networkSizes/')) return answerSize(request);
  if (request.path === '/rest/posts') return answerPosts(request);
  return notFound;
}
