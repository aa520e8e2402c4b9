import { z } from 'zod';
import type { Secret } from '../shared/social/credentials.ts';
import { Metric } from '../shared/social/metrics.ts';
import type {
  NetworkAnswer,
  NetworkFailure,
  RefusedAnswer,
} from '../shared/social/network-failure.ts';
import type {
  AudienceReading,
  CredentialCheck,
  DaysReading,
  PageReading,
  PageToRead,
  PostsReading,
  RefreshedCredential,
} from '../shared/social/network-readings.ts';
import { type PostsListed, postsListed } from '../shared/social/pull.ts';

/** One call: a GET, or a POST when it has a body; `path` begins with `/` and is joined to the base address. */
export interface NetworkRequest {
  path: string;
  query?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form, for the networks that renew tokens so. */
  form?: Record<string, string>;
  /** Used instead of the connection's token, for networks that give each page its own. */
  token?: string;
  /** One of the connector's `services`; absent: its main address. */
  service?: string;
}

/** The only way a connector reaches its network: bounded in time and size, within the budget. */
export interface NetworkClient {
  getJson(request: NetworkRequest): Promise<NetworkAnswer>;
  /** What people gave to connect the network; empty where it needs nothing. Never to be put into facts. */
  readonly secret: Secret;
  now(): Date;
}

/** How a call carries its credential. */
export interface Authorization {
  headers?: Record<string, string>;
  query?: Record<string, string>;
}

/** A metric of a network's days: how far back it is given, and when it stops changing. */
export interface DaysRule {
  metrics: readonly Metric[];
  /** Days before today that the network still gives. */
  reachesBackDays: number;
  /** The most days that one call of `readDays` takes. */
  daysPerCall: number;
  /** A day's figure may still change for so many days: it is read again until then. */
  settlesAfterDays: number;
}

/** One network: what to call, and how its answers and errors read. */
export interface Connector {
  /** The network's code, as pages and connections carry it. */
  network: string;
  /** Address without a slash at the end; a connection may put another in its place. */
  defaultBaseUrl: string;
  /** Other addresses of the same network, by name; a connection's own address replaces them all. */
  services?: Readonly<Record<string, string>>;
  /** The most pages that one call of `readPages` takes. */
  batchSize: number;
  /** The versions of its API that the connector speaks, the preferred first, where calls have to name one. */
  versions?: readonly string[];
  /** How calls carry the credential and the version; absent: the `accessToken` as a bearer. Null: it lacks what the call needs. */
  authorize?(secret: Secret, request: NetworkRequest, version: string): Authorization | null;
  /** Reads every page given, in the order given; failures are returned, one reading per page. */
  readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]>;
  /** What the network gives by day; absent, with `readDays`, where it gives nothing. */
  days?: DaysRule;
  /** Reads the days from one to another, both included, of a page. */
  readDays?(client: NetworkClient, page: PageToRead, period: DaysPeriod): Promise<DaysReading>;
  /** Whether a cursor of `readPosts` still works another day. */
  keepsCursors?: boolean;
  /** What a list of posts that was read to its end says of those it leaves out; absent: `newest`. */
  postsListed?: PostsListed;
  /** Reads one batch of posts: from the newest (or as the network ranks them) when `cursor` is null. */
  readPosts?(client: NetworkClient, page: PageToRead, wish: PostsWish): Promise<PostsReading>;
  readAudience?(client: NetworkClient, page: PageToRead): Promise<AudienceReading>;
  /** Tries a credential: what it reads, until when. Absent for networks that need none. */
  checkCredential?(client: NetworkClient): Promise<CredentialCheck>;
  /** Makes a credential new before it ends; absent where only a person can. */
  refreshCredential?(
    client: NetworkClient,
  ): Promise<RefreshedCredential | { failure: NetworkFailure }>;
  /** What a refused answer means on this network; null leaves it to the status code. */
  explainRefusal(answer: RefusedAnswer): NetworkFailure | null;
}

/** Days from one to another, both included, as `2026-01-31`. */
export interface DaysPeriod {
  from: string;
  to: string;
}

/** Which posts are wanted. */
export interface PostsWish {
  /** Only posts from this day on; null: all that the network still has. */
  since: string | null;
  /** From the batch before; null for the first. */
  cursor: string | null;
}

const ConnectorShape = z.object({
  network: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a lower-case word'),
  defaultBaseUrl: z
    .url({ protocol: /^https$/, error: 'must be an https address' })
    .regex(/[^/]$/, 'must not end with a slash'),
  services: z.record(z.string(), z.url({ protocol: /^https$/ })).optional(),
  batchSize: z.number().int().min(1).max(1_000),
  versions: z.array(z.string().min(1)).min(1).optional(),
  readPages: z.function(),
  days: z
    .object({
      metrics: z.array(Metric).min(1),
      reachesBackDays: z.number().int().min(1),
      daysPerCall: z.number().int().min(1),
      settlesAfterDays: z.number().int().min(0),
    })
    .optional(),
  readDays: z.function().optional(),
  postsListed: z.enum(postsListed).optional(),
  readPosts: z.function().optional(),
  readAudience: z.function().optional(),
  checkCredential: z.function().optional(),
  refreshCredential: z.function().optional(),
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
  if ((parsed.data.days === undefined) !== (parsed.data.readDays === undefined)) {
    throw new ConnectorRefused(`jobs/networks/${fileName}: days: stands only beside readDays`);
  }
  return exported as Connector;
}
