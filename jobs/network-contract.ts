import { z } from 'zod';
import type { NetworkCount } from '../shared/social/network-count.ts';
import {
  type NetworkAnswer,
  NetworkFailure,
  type RefusedAnswer,
} from '../shared/social/network-failure.ts';

/** What a connector reads of a page today. */
export const PulledMetric = z.enum(['followers', 'posts']);
export type PulledMetric = z.infer<typeof PulledMetric>;

/** One page that a connector is asked to read. */
export interface PageToRead {
  id: string;
  handle: string;
  /** The network's own identifier; null until a first answer teaches it. */
  externalId: string | null;
}

/** What one call of `readPages` brought of one page: every metric is either read or explained. */
export const PageReading = z.object({
  pageId: z.string().min(1),
  /** The network's identifier, when this answer taught it; keep it for the next reading. */
  externalId: z.string().min(1).max(64).nullable(),
  readings: z.array(
    z.object({
      metric: PulledMetric,
      value: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
      precision: z.enum(['exact', 'rounded', 'estimated']),
    }),
  ),
  failures: z.array(
    z.object({
      /** Null when the whole page could not be read. */
      metric: PulledMetric.nullable(),
      failure: NetworkFailure,
    }),
  ),
});
export type PageReading = z.infer<typeof PageReading>;

/** The reading of a page of which nothing could be read. */
export function failPage(page: PageToRead, failure: NetworkFailure): PageReading {
  return {
    pageId: page.id,
    externalId: null,
    readings: [],
    failures: [{ metric: null, failure }],
  };
}

/** One metric of a page, read or explained. */
export interface MetricCount {
  metric: PulledMetric;
  precision: 'exact' | 'rounded' | 'estimated';
  count: NetworkCount;
}

/** The reading of a page that answered; each metric is either a value or a failure of its own. */
export function composeReading(
  page: PageToRead,
  externalId: string | null,
  counts: MetricCount[],
): PageReading {
  const reading: PageReading = { pageId: page.id, externalId, readings: [], failures: [] };
  for (const { metric, precision, count } of counts) {
    if ('value' in count) reading.readings.push({ metric, value: count.value, precision });
    else reading.failures.push({ metric, failure: count.failure });
  }
  return reading;
}

/** One GET; `path` begins with `/` and is joined to the connection's base address. */
export interface NetworkRequest {
  path: string;
  query?: Record<string, string>;
  /** Used instead of the connection's token, for networks that give each page its own. */
  token?: string;
}

/** The only way a connector reaches its network: bounded in time and size, within the budget. */
export interface NetworkClient {
  getJson(request: NetworkRequest): Promise<NetworkAnswer>;
}

/** One network: what to call, and how its answers and errors read. */
export interface Connector {
  /** The network's code, as pages and connections carry it. */
  network: string;
  /** Address without a slash at the end; a connection may put another in its place. */
  defaultBaseUrl: string;
  /** The most pages that one call of `readPages` takes. */
  batchSize: number;
  /** Reads every page given, in the order given; failures are returned, one reading per page. */
  readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]>;
  /** What a refused answer means on this network; null leaves it to the status code. */
  explainRefusal(answer: RefusedAnswer): NetworkFailure | null;
}

const ConnectorShape = z.object({
  network: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a lower-case word'),
  defaultBaseUrl: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .regex(/[^/]$/, 'must not end with a slash'),
  batchSize: z.number().int().min(1).max(1_000),
  readPages: z.function(),
  explainRefusal: z.function(),
});

/** A file of `jobs/networks` that is not a connector; the message is one line that says why. */
export class ConnectorRefused extends Error {}

/**
 * Checks that what a file exports is a connector of the network that the file is named after.
 * @throws {ConnectorRefused}
 */
export function checkConnector(fileName: string, exported: unknown): Connector {
  const parsed = ConnectorShape.safeParse(exported);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') || 'connector';
    throw new ConnectorRefused(`jobs/networks/${fileName}: ${where}: ${issue?.message}`);
  }
  if (`${parsed.data.network}.ts` !== fileName) {
    throw new ConnectorRefused(
      `jobs/networks/${fileName}: network: is "${parsed.data.network}", unlike the file's name`,
    );
  }
  return exported as Connector;
}
