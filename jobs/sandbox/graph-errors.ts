import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { sandboxTokenPrefix } from './protocol.ts';

/** An error in the form of Meta's Graph API. */
export function graphError(
  status: number,
  code: number,
  message: string,
  more: { subcode?: number; headers?: Record<string, string> } = {},
): SandboxAnswer {
  return {
    status,
    headers: more.headers,
    body: {
      error: {
        message,
        type: code === 100 ? 'GraphMethodException' : 'OAuthException',
        code,
        ...(more.subcode === undefined ? {} : { error_subcode: more.subcode }),
        fbtrace_id: 'Asandbox0trace',
      },
    },
  };
}

/** The error of an object that does not exist: aliases and numbers have their own. */
export function unknownObject(names: string[]): SandboxAnswer {
  const number = names.find((name) => /^\d+$/.test(name));
  if (number === undefined) {
    const list = names.join(',');
    return graphError(404, 803, `(#803) Some of the aliases you requested do not exist: ${list}`);
  }
  const message = `Unsupported get request. Object with ID '${number}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return graphError(400, 100, message, { subcode: 33 });
}

/** The gauges that come with every answer, in percent. */
export function usageHeaders(percent: number, regainMinutes = 0): Record<string, string> {
  const gauges = { call_count: percent, total_cputime: 1, total_time: 1 };
  const pages = [
    { type: 'pages', ...gauges, estimated_time_to_regain_access: Math.ceil(regainMinutes) },
  ];
  return {
    'x-app-usage': JSON.stringify(gauges),
    'x-business-use-case-usage': JSON.stringify({ '314159265358979': pages }),
  };
}

function refuseToken(request: SandboxRequest): SandboxAnswer | null {
  if (request.token === null) {
    return graphError(400, 104, 'An access token is required to request this resource.');
  }
  if (request.faults.take('expired_token', request)) {
    const message = 'Error validating access token: Session has expired.';
    return graphError(400, 190, message, { subcode: 463 });
  }
  if (request.token.startsWith(sandboxTokenPrefix)) return null;
  return graphError(400, 190, `Malformed access token ${request.token}`);
}

/** The refusals that come before the request is looked at: token, limit, permission, breakdown. */
export function refuseGraphRequest(request: SandboxRequest): SandboxAnswer | null {
  const { faults } = request;
  const refused = refuseToken(request);
  if (refused) return refused;
  const throttled = faults.take('throttled', request);
  if (throttled?.retryAfterSeconds !== undefined) {
    const headers = { 'retry-after': `${throttled.retryAfterSeconds}` };
    return graphError(429, 4, '(#4) Application request limit reached', { headers });
  }
  if (throttled) {
    const message = '(#80001) There have been too many calls to this Page account.';
    return graphError(400, 80_001, message, { headers: usageHeaders(100, throttled.minutes) });
  }
  if (faults.take('missing_permission', request)) {
    const message =
      "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature.";
    return graphError(403, 10, message);
  }
  if (faults.take('server_error', request)) {
    return graphError(500, 2, 'An unexpected error has occurred. Please retry your request later.');
  }
  return null;
}
