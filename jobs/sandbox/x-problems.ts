import type { SandboxAnswer, SandboxRequest } from './protocol.ts';

/** Addresses of problems moved from one domain to the other along with the names. */
function problemType(request: SandboxRequest, name: string): string {
  const host = request.options.xNames === 'post' ? 'api.x.com' : 'api.twitter.com';
  return `https://${host}/2/problems/${name}`;
}

/** What is wrong with a call, in the words of the version spoken. */
export function problem(
  request: SandboxRequest,
  status: number,
  name: string,
  title: string,
): SandboxAnswer {
  const body = { type: problemType(request, name), title, detail: title, status };
  return { status, body };
}

/** A failure of no particular kind; the form of it, too, changed with the names. */
export function plainFailure(
  request: SandboxRequest,
  status: number,
  title: string,
): SandboxAnswer {
  if (request.options.xNames === 'post') return { status, body: { code: status, message: title } };
  return { status, body: { type: 'about:blank', title, detail: title, status } };
}

/** An account that is not there, as a part of a good answer. */
export function notFound(
  request: SandboxRequest,
  parameter: 'usernames' | 'ids' | 'id',
  value: string,
) {
  return {
    value,
    detail: `Could not find user with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: 'user',
    parameter,
    resource_id: value,
    type: problemType(request, 'resource-not-found'),
  };
}
