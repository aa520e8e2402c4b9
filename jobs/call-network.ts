import type { NetworkAnswer, NetworkFailure } from '../shared/social/network-failure.ts';
import type { Connector } from './network-contract.ts';
import { AnswerTooLarge, readNetworkAnswer } from './read-network-answer.ts';

/** One call, ready to go: a GET, or a POST when it has a body. */
export interface NetworkCall {
  url: string;
  headers: Record<string, string>;
  body: string | URLSearchParams | null;
  now(): Date;
  timeoutMs: number;
  answerBytes: number;
  signal: AbortSignal | undefined;
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

/** Error codes of the socket, such as `ECONNRESET`; its message could quote the address. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code.slice(0, 64);
  return cause instanceof Error ? codeOf(cause) : 'unknown';
}

function explainThrown(error: unknown, call: NetworkCall): NetworkFailure {
  if (call.signal?.aborted) return stoppedFailure;
  if (error instanceof AnswerTooLarge) {
    const facts = { limitBytes: call.answerBytes };
    return { kind: 'changed_shape', reason: 'answer_too_large', facts };
  }
  if ((error as Error).name === 'TimeoutError') {
    const facts = { timeoutMs: call.timeoutMs };
    return { kind: 'retry_later', reason: 'timed_out', at: null, facts };
  }
  const facts = { code: codeOf(error) };
  return { kind: 'retry_later', reason: 'connection_lost', at: null, facts };
}

/** Makes one call, bounded in time and size; whatever goes wrong is returned as a failure. */
export async function callNetwork(call: NetworkCall): Promise<NetworkCallResult> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  let headers: Headers | null = null;
  try {
    const response = await fetch(call.url, {
      method: call.body === null ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...call.headers },
      body: call.body,
      // A redirect would carry the token to an address that nobody configured.
      redirect: 'manual',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    headers = response.headers;
    const answer = await readNetworkAnswer(response, call);
    return { answer, headers };
  } catch (error) {
    return { answer: { ok: false, failure: explainThrown(error, call) }, headers };
  }
}
