import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage, optionalId, optionalLine, RecordId, requiredLine } from '../records.ts';
import { Metric, SnapshotPrecision, SnapshotSource } from './metrics.ts';
import { longestPageId } from './network-readings.ts';
import { NetworkId } from './networks.ts';
import { isAddress, readPageName } from './page-address.ts';
import { pullKinds, pullStates } from './pull-rows.ts';
import { optionalServer } from './server-address.ts';

const handleForm = /^(?:[\p{L}\p{N}._-]+(?:@[a-z0-9.-]+)?|did:[a-z]+:[\w.:%-]+)$/u;

/** What a person typed or pasted to name an account, settled as the account that it names. */
function settleName<
  Fields extends {
    network: NetworkId;
    handle: string;
    externalId: string | null;
    baseUrl: string | null;
  },
>(fields: Fields, context: z.RefinementCtx): Fields {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', path: ['handle'], message });
    return z.NEVER;
  };
  const { network, handle, externalId, baseUrl } = fields;
  const named = readPageName(network, handle);
  if (named === null) return refuse(isAddress(handle) ? 'address_of_no_page' : 'handle');
  if (named.network !== network) return refuse('address_elsewhere');
  // Another server was named to read it through: there the account is known with its own.
  const isThrough = named.baseUrl !== null && baseUrl !== null && baseUrl !== named.baseUrl;
  const settled = isThrough ? handle.trim().replace(/^@/, '') : named.handle;
  if (!handleForm.test(settled) || settled.length > longestPageId) return refuse('handle');
  return {
    ...fields,
    handle: settled,
    externalId: named.externalId ?? externalId,
    baseUrl: isThrough ? baseUrl : (named.baseUrl ?? baseUrl),
  };
}

/** One account on one network; the handle is kept without its `@`, and may be given as an address. */
export const PageFields = z
  .object({
    network: NetworkId,
    handle: requiredLine(1_000),
    /** The network's own identifier, where it is known. */
    externalId: optionalLine(longestPageId),
    title: requiredLine(200),
    departmentId: optionalId,
    isMain: z.boolean().default(false),
    /** Whether scheduled pulls read it; a page without API is kept by hand. */
    isPulled: z.boolean().default(true),
    /** The connection that reads it; absent: the network's first. */
    connectionId: optionalId,
    /** The page's own server, on networks that are read without credentials. */
    baseUrl: optionalServer,
  })
  .transform(settleName);
export type PageFields = z.infer<typeof PageFields>;

/** Which pages to list; `removed` lists the ones that can be brought back. */
export const PageList = ListPage.extend({
  network: NetworkId.optional(),
  departmentId: RecordId.optional(),
  removed: z.boolean().default(false),
});
export type PageList = z.infer<typeof PageList>;

/** A page's reading of one metric over a closed period of days, ten years at most. */
export const GrowthQuery = z
  .object({ pageId: RecordId, metric: Metric, from: Day, to: Day })
  .refine((query) => query.from <= query.to, { error: 'period_reversed', path: ['to'] })
  .refine((query) => Date.parse(query.to) - Date.parse(query.from) < 3_660 * 86_400_000, {
    error: 'period_too_long',
    path: ['to'],
  });
export type GrowthQuery = z.infer<typeof GrowthQuery>;

/** One reading as it is stored; `capturedAt` is an ISO instant. */
export const Snapshot = z.object({
  pageId: RecordId,
  metric: Metric,
  day: Day,
  source: SnapshotSource,
  value: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  precision: SnapshotPrecision,
  capturedAt: z.iso.datetime(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A figure that somebody typed for a page and day. */
export const TypedSnapshot = Snapshot.pick({
  pageId: true,
  metric: true,
  day: true,
  value: true,
  precision: true,
});
export type TypedSnapshot = z.infer<typeof TypedSnapshot>;

/** "Capturar ahora" or "traer historia": of one page, or of every page when absent. */
export const PullRequestFields = z.object({
  pageId: optionalId,
  kind: z.enum(pullKinds).default('daily'),
});
export type PullRequestFields = z.infer<typeof PullRequestFields>;

/** Which pulls to list; the search is of the pages that they read. */
export const PullList = ListPage.extend({
  kind: z.enum(pullKinds).optional(),
  state: z.enum(pullStates).optional(),
});
export type PullList = z.infer<typeof PullList>;

/** The steps of a pull, searched by page, and those of one outcome alone. */
export const PullStepList = ListPage.extend({
  pullId: RecordId,
  failedOnly: z.boolean().default(false),
});
export type PullStepList = z.infer<typeof PullStepList>;
