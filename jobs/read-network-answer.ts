import type { NetworkAnswer, NetworkFailure } from '../shared/social/network-failure.ts';
import type { Connector } from './network-contract.ts';

/** An answer whose body would not fit the bound. */
export class AnswerTooLarge extends Error {}

/** The text of an answer of at most `limitBytes`. @throws {AnswerTooLarge} */
async function readBoundedText(response: Response, limitBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  if (!response.body) return text;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) throw new AnswerTooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

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

function notJson(response: Response): NetworkFailure {
  const contentType = (response.headers.get('content-type') ?? '').slice(0, 80);
  return {
    kind: 'changed_shape',
    reason: 'not_json',
    facts: { status: response.status, contentType },
  };
}

/** How the answers of a network are read. */
export interface AnswerRules {
  answerBytes: number;
  explainRefusal: Connector['explainRefusal'];
  now(): Date;
}

/** Turns an answer into its JSON, or into the failure that it is; the body's text goes no further. */
export async function readNetworkAnswer(
  response: Response,
  { answerBytes, explainRefusal, now }: AnswerRules,
): Promise<NetworkAnswer> {
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    return {
      ok: false,
      failure: { kind: 'changed_shape', reason: 'redirected', facts: { status } },
    };
  }
  const parsed = parseJson(await readBoundedText(response, answerBytes));
  if (response.ok) {
    if (!parsed) return { ok: false, failure: notJson(response) };
    return { ok: true, body: parsed.body, link: response.headers.get('link') };
  }
  if (!parsed && !speaksForItself(status)) return { ok: false, failure: notJson(response) };
  const explained = parsed
    ? explainRefusal({ status, body: parsed.body, receivedAt: now() })
    : null;
  return { ok: false, failure: explained ?? explainStatus(status) };
}
