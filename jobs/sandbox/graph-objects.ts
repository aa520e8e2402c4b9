import { pageFigureOn } from './figures.ts';
import { type AskedField, UnknownField } from './graph-fields.ts';
import type { SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxPage, sandboxPages } from './sandbox-pages.ts';

type Values = Record<string, unknown>;
type FieldReader = (page: SandboxPage, request: SandboxRequest) => unknown;

const followers: FieldReader = (page, request) => {
  const count = pageFigureOn(page, 'followers', request.day) ?? 0;
  return request.faults.take('changed_shape', request) ? { total: count } : count;
};

const pageFields: Record<string, FieldReader> = {
  id: (page) => page.id,
  name: (page) => page.title,
  username: (page) => page.handle,
  link: (page) => `https://www.facebook.com/${page.handle}`,
  followers_count: followers,
  // Likes of the page run a little behind its followers.
  fan_count: (page, request) =>
    Math.floor((pageFigureOn(page, 'followers', request.day) ?? 0) * 0.93),
  is_published: () => true,
  access_token: (page) => `sandbox-page-${page.id}`,
  talking_about_count: (page, request) =>
    Math.floor((pageFigureOn(page, 'followers', request.day) ?? 0) * 0.02),
};

const accountFields: Record<string, FieldReader> = {
  id: (page) => page.id,
  username: (page) => page.handle,
  name: (page) => page.title,
  followers_count: followers,
  follows_count: () => 148,
  media_count: (page, request) => pageFigureOn(page, 'posts', request.day) ?? 0,
};

/** The Instagram account that belongs to a page: the office's main pages have one. */
function accountOf(page: SandboxPage): SandboxPage | undefined {
  if (page.network !== 'facebook' || page.department !== null) return undefined;
  return sandboxPages.find((other) => other.network === 'instagram');
}

function isRetired(request: SandboxRequest, field: string): boolean {
  return request.faults.take('retired_metric', request, (at) => at.metric === field) !== undefined;
}

function nodeTypeOf(page: SandboxPage): string {
  return page.network === 'instagram' ? 'IGUser' : 'Page';
}

/** One object with the fields asked. @throws {UnknownField} */
export function composeNode(
  page: SandboxPage,
  fields: AskedField[],
  request: SandboxRequest,
): Values {
  const readers = page.network === 'instagram' ? accountFields : pageFields;
  const node: Values = {};
  for (const { name, inside } of fields) {
    const account = accountOf(page);
    if (name === 'instagram_business_account' && page.network === 'facebook') {
      if (account)
        node[name] = composeNode(
          account,
          [{ name: 'id', inside: [], modifiers: {} }, ...inside],
          request,
        );
      continue;
    }
    const read = readers[name];
    if (!read || isRetired(request, name)) throw new UnknownField(name, nodeTypeOf(page));
    node[name] = read(page, request);
  }
  return { ...node, id: page.id };
}

/** The object of the graph by its name: pages by handle or number, accounts by number only. */
export function findObject(request: SandboxRequest, name: string): SandboxPage | undefined {
  const page = findSandboxPage('facebook', name) ?? findAccount(name);
  return page && !request.faults.hides(page.network, page.handle) ? page : undefined;
}

function findAccount(id: string): SandboxPage | undefined {
  return /^\d+$/.test(id) ? findSandboxPage('instagram', id) : undefined;
}

/** The pages that the token manages, as `/me/accounts` lists them. */
export function listManagedPages(): SandboxPage[] {
  return sandboxPages.filter((page) => page.network === 'facebook');
}
