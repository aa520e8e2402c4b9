/** A percentage from which calls are spaced out, and one from which they stop. */
const slowFromPercent = 75;
const stopFromPercent = 95;
const longestSpacingMs = 5_000;
/** How long a throttle holds when the network does not say; X's windows last as long. */
const unsaidPauseMs = 15 * 60_000;
/** Near its limit Meta's gauge falls by itself, call by call of an hour ago: it is looked at again. */
const nearLimitPauseMs = 2 * 60_000;
const longestPauseMs = 24 * 3_600_000;

interface Usage {
  percent: number;
  regainMinutes: number;
}

function numberIn(record: Record<string, unknown>, name: string): number {
  const value = record[name];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function usageOf(record: unknown): Usage {
  if (typeof record !== 'object' || record === null) return { percent: 0, regainMinutes: 0 };
  const fields = record as Record<string, unknown>;
  return {
    percent: Math.max(
      numberIn(fields, 'call_count'),
      numberIn(fields, 'total_time'),
      numberIn(fields, 'total_cputime'),
    ),
    regainMinutes: numberIn(fields, 'estimated_time_to_regain_access'),
  };
}

/** A header that is not the JSON it should be says nothing of the budget; the answer still counts. */
function parseHeader(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The fullest of Meta's gauges: the app's, and each business use case of each page. */
function readMetaUsage(headers: Headers): Usage | null {
  const app = headers.get('x-app-usage');
  const business = headers.get('x-business-use-case-usage');
  if (app === null && business === null) return null;
  const cases = Object.values(parseHeader(business ?? '{}') ?? {}).flat();
  const usages = [parseHeader(app ?? '{}'), ...cases].map(usageOf);
  return {
    percent: Math.max(...usages.map((usage) => usage.percent)),
    regainMinutes: Math.max(...usages.map((usage) => usage.regainMinutes)),
  };
}

/**
 * The same three headers under every network's own names; X counts calls of a quarter of an hour
 * and, beside them, those of a day, of the application and of each account.
 */
const windowNames = [
  'x-rate-limit-',
  'x-app-limit-24hour-',
  'x-user-limit-24hour-',
  'x-ratelimit-',
  'ratelimit-',
];

interface CallWindow {
  limit: number | null;
  remaining: number | null;
  /** Milliseconds since 1970. */
  reset: number;
}

/** A moment given as unix seconds or as an ISO instant, in milliseconds. */
function readReset(headers: Headers, name: string): number | null {
  const seconds = digitsOf(headers, name);
  if (seconds !== null) return seconds * 1_000;
  const instant = Date.parse(headers.get(name) ?? '');
  return Number.isNaN(instant) ? null : instant;
}

function readWindows(headers: Headers): CallWindow[] {
  return windowNames.flatMap((prefix) => {
    const reset = readReset(headers, `${prefix}reset`);
    if (reset === null) return [];
    const limit = digitsOf(headers, `${prefix}limit`);
    return [{ limit, remaining: digitsOf(headers, `${prefix}remaining`), reset }];
  });
}

/** When a throttled call may be made again: once all that is spent has ended, or what ends first. */
function reopensAt(windows: readonly CallWindow[]): number | null {
  const spent = windows.filter(({ remaining }) => remaining === 0);
  if (spent.length > 0) return Math.max(...spent.map(({ reset }) => reset));
  return windows.length > 0 ? Math.min(...windows.map(({ reset }) => reset)) : null;
}

/** A header of plain digits; null when absent or anything else. */
function digitsOf(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function retryAfterMs(headers: Headers, now: number): number | null {
  const seconds = digitsOf(headers, 'retry-after');
  if (seconds !== null) return now + seconds * 1_000;
  const date = Date.parse(headers.get('retry-after') ?? '');
  return Number.isNaN(date) ? null : date;
}

/**
 * What one credential may still spend, as the answers' headers say: Meta's percentages
 * (`X-App-Usage`, `X-Business-Use-Case-Usage`), the windows of X (of a quarter of an hour and of a
 * day) and Bluesky (unix seconds) and of Mastodon (an ISO instant), and `Retry-After`. Keep one per credential, over runs. Times are milliseconds since 1970.
 */
export class NetworkBudget {
  #closedUntil = 0;
  #spacingMs = 0;

  /** Learns from the headers of an answer that came at `now`. */
  observe(headers: Headers, now: number): void {
    this.#spacingMs = 0;
    const usage = readMetaUsage(headers);
    if (usage) this.#observeUsage(usage, now);
    for (const window of readWindows(headers)) this.#observeWindow(window, now);
  }

  #observeUsage({ percent, regainMinutes }: Usage, now: number): void {
    if (percent >= stopFromPercent || regainMinutes > 0) {
      this.#close(now, now + (regainMinutes > 0 ? regainMinutes * 60_000 : nearLimitPauseMs));
    } else if (percent >= slowFromPercent) {
      const share = (percent - slowFromPercent) / (stopFromPercent - slowFromPercent);
      this.#spacingMs = Math.round(1_000 + share * (longestSpacingMs - 1_000));
    }
  }

  #observeWindow({ limit, remaining, reset }: CallWindow, now: number): void {
    if (remaining === null || reset <= now) return;
    if (remaining === 0) {
      this.#close(now, reset);
    } else if (limit !== null && remaining <= limit * (1 - slowFromPercent / 100)) {
      const spacing = Math.min((reset - now) / remaining, longestSpacingMs);
      this.#spacingMs = Math.max(this.#spacingMs, spacing);
    }
  }

  /**
   * Learns that the network throttled a call. Until when, its headers say, or else what is known
   * of the network (`known`), or else the usual pause.
   */
  throttle(headers: Headers, now: number, known: number | null = null): void {
    const until = retryAfterMs(headers, now) ?? reopensAt(readWindows(headers)) ?? known;
    const alreadyKnown = until === null && this.#closedUntil > now;
    if (!alreadyKnown) this.#close(now, until);
  }

  #close(now: number, until: number | null): void {
    // A moment already past comes from a clock that differs; a second keeps the call from looping.
    const open = Math.max(until ?? now + unsaidPauseMs, now + 1_000);
    this.#closedUntil = Math.max(this.#closedUntil, Math.min(open, now + longestPauseMs));
  }

  /** How long the next call must wait at `now`; 0 when it may go at once. */
  waitAt(now: number): number {
    return Math.max(this.#closedUntil - now, this.#spacingMs);
  }
}
