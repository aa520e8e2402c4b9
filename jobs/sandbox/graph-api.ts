import { graphError, refuseGraphRequest, unknownObject, usageHeaders } from './graph-errors.ts';
import { parseFields, UnknownField, UnknownMetric } from './graph-fields.ts';
import { answerInsights } from './graph-insights.ts';
import { composeList } from './graph-lists.ts';
import { answerMediumInsights, composeMediaPage } from './graph-media.ts';
import { composeNode, findObject, listManagedPages } from './graph-objects.ts';
import { composePostsPage } from './graph-posts.ts';
import { answerDebugToken, answerRefresh } from './graph-tokens.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** The app's calls a quarter of an hour that make its gauge full. */
const callsAllowed = 20_000;

function tooMuchData(): SandboxAnswer {
  return graphError(
    500,
    1,
    "Please reduce the amount of data you're asking for, then retry your request",
  );
}

function answerPosts(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const limit = Number(request.query.get('limit') ?? 25);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 100) {
    return graphError(400, 100, '(#100) Please reduce the limit to 100 or fewer.');
  }
  if (request.faults.take('too_heavy', request, (fault) => limit > fault.most)) {
    return tooMuchData();
  }
  if (request.faults.take('changed_shape', request)) {
    return { status: 200, body: { data: { items: [] } } };
  }
  const compose = page.network === 'instagram' ? composeMediaPage : composePostsPage;
  return { status: 200, body: compose(page, request, limit) };
}

function answerObjects(request: SandboxRequest, names: string[]): SandboxAnswer {
  const unknown = names.filter((name) => findObject(request, name) === undefined);
  if (unknown.length > 0) return unknownObject(unknown);
  if (request.faults.take('too_heavy', request, (fault) => names.length > fault.most)) {
    return tooMuchData();
  }
  const fields = parseFields(request.query.get('fields') ?? 'id,name');
  const nodes = names.flatMap((name) => {
    const page = findObject(request, name);
    return page ? [[name, composeNode(page, fields, request)]] : [];
  });
  return { status: 200, body: Object.fromEntries(nodes) };
}

/** What each kind of object calls the list of what it published. */
const postsEdges: Partial<Record<SandboxPage['network'], string>> = {
  facebook: 'published_posts',
  instagram: 'media',
};

function answerObject(request: SandboxRequest, name: string, edge: string): SandboxAnswer {
  const page = findObject(request, name);
  const medium = edge === 'insights' && !page ? answerMediumInsights(name, request) : undefined;
  if (!page) return medium ?? unknownObject([name]);
  if (edge === 'insights') return answerInsights(page, request);
  if (edge === postsEdges[page.network]) return answerPosts(page, request);
  if (edge !== '')
    return graphError(400, 100, `(#100) Tried accessing nonexisting field (${edge})`);
  const fields = parseFields(request.query.get('fields') ?? 'id,name');
  return { status: 200, body: composeNode(page, fields, request) };
}

function answerAccounts(request: SandboxRequest): SandboxAnswer {
  const fields = parseFields(request.query.get('fields') ?? 'id,name,access_token');
  const limit = Number(request.query.get('limit') ?? 25);
  const pages = listManagedPages().toReversed();
  const body = composeList(pages, request, limit, (page) => composeNode(page, fields, request));
  return { status: 200, body };
}

function route(request: SandboxRequest): SandboxAnswer {
  const [, version, name = '', edge = '', ...rest] = request.path.split('/');
  if (version === 'refresh_access_token' && request.network === 'instagram') {
    return answerRefresh(request, 'ig_refresh_token');
  }
  if (version !== 'v26.0' || rest.length > 0) {
    return graphError(400, 2_500, 'Unknown path components');
  }
  const ids = (request.query.get('ids') ?? '').split(',').filter(Boolean);
  if (name === '') return answerObjects(request, ids);
  if (name === 'me' && edge === 'accounts') return answerAccounts(request);
  if (name === 'debug_token' && edge === '') return answerDebugToken(request);
  return answerObject(request, name, edge);
}

function routeOrRefuse(request: SandboxRequest): SandboxAnswer {
  try {
    return route(request);
  } catch (error) {
    if (error instanceof UnknownMetric) {
      const message = '(#100) The value must be a valid insights metric';
      return graphError(400, 100, message);
    }
    if (!(error instanceof UnknownField)) throw error;
    const message = `(#100) Tried accessing nonexisting field (${error.field}) on node type (${error.nodeType})`;
    return graphError(400, 100, message);
  }
}

/** Meta's Graph API v26.0, as far as pages, their posts and insights, and Instagram accounts go. */
export function answerGraph(request: SandboxRequest): SandboxAnswer {
  const answer = refuseGraphRequest(request) ?? routeOrRefuse(request);
  const spent = request.faults.take('nearly_spent', request)?.percent;
  const percent = spent ?? Math.floor((request.recentRequests * 100) / callsAllowed);
  return { ...answer, headers: { ...usageHeaders(percent), ...answer.headers } };
}
