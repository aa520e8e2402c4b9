import type { IncomingHttpHeaders } from 'node:http';
import type { WebAccess } from '../server/context.ts';
import { BodyTooLarge, packings } from '../server/reach/read-body.ts';
import { NotPublic, sendRequest } from '../server/reach/send-request.ts';
import type { NetworkAnswer, NetworkFailure } from '../shared/social/network-failure.ts';
import type { Connector } from './network-contract.ts';
import { readNetworkAnswer } from './read-network-answer.ts';

/** One call, ready to go: a GET, or a POST when it has a body. */
export interface NetworkCall {
  url: string;
  headers: Record<string, string>;
  body: string | URLSearchParams | null;
  now(): Date;
  timeoutMs: number;
  answerBytes: number;
  signal: AbortSignal | undefined;
  /** What may be reached beside public addresses. */
  web: WebAccess | undefined;
  explainRefusal: Connector['explainRefusal'];
}

/** What came of a call; `headers` is null when no answer came. */
export interface NetworkCallResult {
  answer: NetworkAnswer;
  headers: Headers | null;
}

/** The failure of a run that was told to stop. */
export const stoppedFailure: NetworkFailure = {
  kind: 'retry_later',
  reason: 'stopped',
  at: null,
  facts: {},
};

const ofUs = {
  accept: 'application/json',
  'accept-encoding': packings,
  'user-agent': 'Altavoz (redes de una entidad publica)',
};

/** Error codes of the socket, such as `ECONNRESET`; its message could quote the address. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code.slice(0, 64);
  return cause instanceof Error ? codeOf(cause) : 'unknown';
}

function explainThrown(
  error: unknown,
  call: NetworkCall,
  { aborted: isLate }: AbortSignal,
): NetworkFailure {
  if (call.signal?.aborted) return stoppedFailure;
  if (error instanceof NotPublic) {
    return { kind: 'retry_later', reason: 'address_not_public', at: null, facts: {} };
  }
  if (error instanceof BodyTooLarge) {
    const facts = { limitBytes: call.answerBytes };
    return { kind: 'changed_shape', reason: 'answer_too_large', facts };
  }
  if (isLate) {
    const facts = { timeoutMs: call.timeoutMs };
    return { kind: 'retry_later', reason: 'timed_out', at: null, facts };
  }
  const facts = { code: codeOf(error) };
  return { kind: 'retry_later', reason: 'connection_lost', at: null, facts };
}

/** Headers that came several times, as one each. */
function headersOf(given: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}

function bodyOf({ body }: NetworkCall): { body: string | null; headers: Record<string, string> } {
  if (!(body instanceof URLSearchParams)) return { body, headers: {} };
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  return { body: body.toString(), headers };
}

/**
 * Makes one call, bounded in time and size; whatever goes wrong is returned as a failure. A
 * redirect is not followed: it would carry the token to an address that nobody configured.
 */
export async function callNetwork(call: NetworkCall): Promise<NetworkCallResult> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const { body, headers: ofBody } = bodyOf(call);
  let headers: Headers | null = null;
  try {
    const response = await sendRequest(call.web, {
      url: new URL(call.url),
      headers: { ...ofUs, ...ofBody, ...call.headers },
      body,
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      isKept: true,
    });
    headers = headersOf(response.headers);
    try {
      return { answer: await readNetworkAnswer(response, headers, call), headers };
    } finally {
      // Of what was not read to its end nothing more is wanted; a whole answer leaves the connection.
      if (!response.complete) response.destroy();
    }
  } catch (error) {
    return { answer: { ok: false, failure: explainThrown(error, call, timeout) }, headers };
  }
}
