import { setTimeout as delay } from 'node:timers/promises';
import type { WebAccess } from '../server/context.ts';
import type { Secret } from '../shared/social/credentials.ts';
import type { NetworkAnswer, NetworkFailure } from '../shared/social/network-failure.ts';
import { callNetwork, stoppedFailure } from './call-network.ts';
import { NetworkBudget } from './network-budget.ts';
import type {
  Authorization,
  Connector,
  NetworkClient,
  NetworkRequest,
} from './network-contract.ts';

/** Bounds of every call; milliseconds and bytes. */
export interface NetworkBounds {
  timeoutMs: number;
  answerBytes: number;
  /** The longest throttle that is waited out inside a run; a longer one comes back as a failure. */
  longestWaitMs: number;
  /** The pauses before a transient failure is tried again; their count is that of the tries. */
  retryAfterMs: number[];
}

const usualBounds: NetworkBounds = {
  timeoutMs: 20_000,
  answerBytes: 5_000_000,
  longestWaitMs: 60_000,
  retryAfterMs: [1_000, 4_000],
};

/** Which credential of which network to open, and the clock to go by. */
export interface NetworkClientOptions {
  connector: Pick<
    Connector,
    'defaultBaseUrl' | 'services' | 'versions' | 'authorize' | 'explainRefusal'
  >;
  /** The versions to ask for instead of the connector's own, the preferred first. */
  versions?: readonly string[] | undefined;
  /** Null answers every call with `reauthorise`. */
  secret: Secret | null;
  /** Null for the network's own addresses. */
  baseUrl: string | null;
  now(): Date;
  sleep?(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Ends the waiting and the calls under way; they come back as `stopped`. */
  signal?: AbortSignal;
  /** What may be reached beside public addresses; nothing when absent. */
  web?: WebAccess | undefined;
  /** The credential's, kept over runs. */
  budget?: NetworkBudget;
  bounds?: Partial<NetworkBounds>;
}

/** A client that also counts the calls it made. */
export interface CountingClient extends NetworkClient {
  readonly calls: number;
}

const tokenMissing: NetworkFailure = { kind: 'reauthorise', reason: 'token_missing', facts: {} };
/** A token that no header can carry never reaches the network, which would refuse it. */
const tokenUnusable: NetworkFailure = { kind: 'reauthorise', reason: 'token_invalid', facts: {} };

function isRetired(answer: NetworkAnswer): boolean {
  return !answer.ok && answer.failure.reason === 'version_retired';
}

function bearer(secret: Secret, request: NetworkRequest): Authorization | null {
  const token = request.token ?? secret.accessToken;
  return token ? { headers: { authorization: `Bearer ${token}` } } : null;
}

function bodyOf({ json, form }: NetworkRequest, { headers = {} }: Authorization) {
  if (form) return { headers, body: new URLSearchParams(form) };
  if (json === undefined) return { headers, body: null };
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  };
}

async function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal });
}

function isThrottle(failure: NetworkFailure): boolean {
  return failure.kind === 'retry_later' && failure.reason === 'throttled';
}

/** The moment from which a network is known to answer again, in milliseconds since 1970. */
function momentOf(failure: NetworkFailure): number | null {
  return failure.kind === 'retry_later' && failure.at !== null ? Date.parse(failure.at) : null;
}

/** Whether the same call may well work a moment later. */
function isTransient(failure: NetworkFailure): boolean {
  if (failure.kind !== 'retry_later') return false;
  return !['stopped', 'answer_too_heavy', 'address_not_public'].includes(failure.reason);
}

class BudgetedClient implements CountingClient {
  calls = 0;
  readonly #options: NetworkClientOptions;
  readonly #bounds: NetworkBounds;
  readonly #budget: NetworkBudget;
  readonly #versions: readonly string[];
  /** The place in the list of the version that is spoken: those before it the network knows no more. */
  #version = 0;
  readonly secret: Secret;

  constructor(options: NetworkClientOptions) {
    this.#options = options;
    this.#bounds = { ...usualBounds, ...options.bounds };
    this.#budget = options.budget ?? new NetworkBudget();
    this.#versions = options.versions ?? options.connector.versions ?? [];
    this.secret = options.secret ?? {};
  }

  async getJson(request: NetworkRequest): Promise<NetworkAnswer> {
    let spoken = this.#version;
    let answer = await this.#ask(request);
    while (isRetired(answer) && spoken < this.#versions.length - 1) {
      // Another call may have found it out meanwhile.
      this.#version = Math.max(this.#version, spoken + 1);
      spoken = this.#version;
      answer = await this.#ask(request);
    }
    return answer;
  }

  async #ask(request: NetworkRequest): Promise<NetworkAnswer> {
    const authorization = this.#authorize(request);
    if (!authorization) return { ok: false, failure: tokenMissing };
    const carried = Object.values(authorization.headers ?? {});
    if (!carried.every((value) => /^[\x20-\x7e]+$/.test(value))) {
      return { ok: false, failure: tokenUnusable };
    }
    let answer = await this.#callInTurn(request, authorization);
    for (const pause of this.#bounds.retryAfterMs) {
      if (answer.ok || !isTransient(answer.failure)) return answer;
      if (this.#mustWait(answer.failure)) return answer;
      const isAwake = await this.#sleep(isThrottle(answer.failure) ? 0 : pause);
      if (!isAwake) return { ok: false, failure: stoppedFailure };
      answer = await this.#callInTurn(request, authorization);
    }
    return answer;
  }

  now(): Date {
    return this.#options.now();
  }

  #authorize(request: NetworkRequest): Authorization | null {
    const { connector, secret } = this.#options;
    if (secret === null) return null;
    return (connector.authorize ?? bearer)(secret, request, this.#versions[this.#version] ?? '');
  }

  #addressOf({ service, path }: NetworkRequest): string {
    const { connector, baseUrl } = this.#options;
    const own = service === undefined ? connector.defaultBaseUrl : connector.services?.[service];
    if (own === undefined) throw new Error(`the network has no service called ${service}`);
    return `${(baseUrl ?? own).replace(/(?<!\/)\/+$/, '')}${path}`;
  }

  /** Whether a throttle lasts longer than a run should wait. */
  #mustWait(failure: NetworkFailure): boolean {
    return isThrottle(failure) && this.#wait() > this.#bounds.longestWaitMs;
  }

  async #callInTurn(request: NetworkRequest, authorization: Authorization): Promise<NetworkAnswer> {
    const wait = this.#wait();
    if (wait > this.#bounds.longestWaitMs) return { ok: false, failure: this.#throttled({}) };
    if (!(await this.#sleep(wait))) return { ok: false, failure: stoppedFailure };
    return this.#call(request, authorization);
  }

  async #call(request: NetworkRequest, authorization: Authorization): Promise<NetworkAnswer> {
    const query = new URLSearchParams({ ...request.query, ...authorization.query }).toString();
    this.calls += 1;
    const { answer, headers } = await callNetwork({
      url: `${this.#addressOf(request)}${query ? `?${query}` : ''}`,
      ...bodyOf(request, authorization),
      now: this.#options.now,
      timeoutMs: this.#bounds.timeoutMs,
      answerBytes: this.#bounds.answerBytes,
      signal: this.#options.signal,
      web: this.#options.web,
      explainRefusal: this.#options.connector.explainRefusal,
    });
    if (headers) this.#budget.observe(headers, this.#now());
    if (answer.ok || !isThrottle(answer.failure)) return answer;
    this.#budget.throttle(headers ?? new Headers(), this.#now(), momentOf(answer.failure));
    return { ok: false, failure: this.#throttled(answer.failure.facts) };
  }

  #throttled(facts: NetworkFailure['facts']): NetworkFailure {
    const at = new Date(this.#now() + this.#wait()).toISOString();
    return { kind: 'retry_later', reason: 'throttled', at, facts };
  }

  /** Sleeps unless there is nothing to wait for; false when told to stop. */
  async #sleep(milliseconds: number): Promise<boolean> {
    const { signal, sleep = sleepFor } = this.#options;
    try {
      if (milliseconds > 0) await sleep(milliseconds, signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
    return !signal?.aborted;
  }

  #now(): number {
    return this.#options.now().getTime();
  }

  #wait(): number {
    return this.#budget.waitAt(this.#now());
  }
}

/**
 * Opens a client of one credential of one network. Every call carries the credential as the
 * connector says, is bounded in time and size, and is spaced and stopped as the budget says;
 * transient failures and short throttles are tried again. Failures are returned, never thrown.
 */
export function openNetworkClient(options: NetworkClientOptions): CountingClient {
  return new BudgetedClient(options);
}
