import type { IncomingMessage } from 'node:http';
import { readBody } from '../server/reach/read-body.ts';
import type { NetworkAnswer, NetworkFailure } from '../shared/social/network-failure.ts';
import type { Connector } from './network-contract.ts';

function parseJson(text: string): { body: unknown } | null {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** What a status alone says, where the network's own words say nothing. */
function explainStatus(status: number): NetworkFailure {
  const facts = { status };
  if (status === 401) return { kind: 'reauthorise', reason: 'token_invalid', facts };
  if (status === 402) return { kind: 'refused', reason: 'usage_capped', facts };
  if (status === 403) return { kind: 'refused', reason: 'permission_missing', facts };
  if (status === 408) return { kind: 'retry_later', reason: 'timed_out', at: null, facts };
  if (status === 429) return { kind: 'retry_later', reason: 'throttled', at: null, facts };
  if (status >= 500) {
    return { kind: 'retry_later', reason: 'network_unavailable', at: null, facts };
  }
  return { kind: 'refused', reason: 'request_refused', facts };
}

/** Statuses that mean the same whoever sends them; a page of HTML with another is no answer. */
function speaksForItself(status: number): boolean {
  return [401, 402, 408, 429].includes(status) || status >= 500;
}

function notJson(status: number, headers: Headers): NetworkFailure {
  const contentType = (headers.get('content-type') ?? '').slice(0, 80);
  return { kind: 'changed_shape', reason: 'not_json', facts: { status, contentType } };
}

/** How the answers of a network are read. */
export interface AnswerRules {
  answerBytes: number;
  explainRefusal: Connector['explainRefusal'];
  now(): Date;
}

/**
 * Turns an answer into its JSON, or into the failure that it is; the body's text goes no further.
 * @throws {BodyTooLarge}
 */
export async function readNetworkAnswer(
  response: IncomingMessage,
  headers: Headers,
  { answerBytes, explainRefusal, now }: AnswerRules,
): Promise<NetworkAnswer> {
  const { statusCode: status = 0 } = response;
  if (status >= 300 && status < 400) {
    return {
      ok: false,
      failure: { kind: 'changed_shape', reason: 'redirected', facts: { status } },
    };
  }
  const parsed = parseJson(new TextDecoder().decode(await readBody(response, answerBytes)));
  if (status >= 200 && status < 300) {
    if (!parsed) return { ok: false, failure: notJson(status, headers) };
    return { ok: true, body: parsed.body, link: headers.get('link') };
  }
  if (!parsed && !speaksForItself(status)) return { ok: false, failure: notJson(status, headers) };
  const explained = parsed
    ? explainRefusal({ status, body: parsed.body, receivedAt: now() })
    : null;
  return { ok: false, failure: explained ?? explainStatus(status) };
}
