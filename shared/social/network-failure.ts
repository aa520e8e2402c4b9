import { z } from 'zod';

/** Codes, numbers and names that say what happened; never prose and never a token. */
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * Why something was not read from a network. `retry_later`: the same call may work at `at` (ISO
 * UTC; null: at the next run). `reauthorise`: the token is dead or missing, no call works until a
 * person gives another. `refused`: asking again changes nothing until a person changes something.
 * `changed_shape`: the network answered something that nobody here knows how to read.
 */
export const NetworkFailure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('retry_later'),
    reason: z.enum([
      'throttled',
      'timed_out',
      'connection_lost',
      // No public address stands behind it: one of a local network, or none at all, without saying which.
      'address_not_public',
      'network_unavailable',
      'answer_too_heavy',
      'stopped',
    ]),
    at: z.iso.datetime().nullable(),
    facts: Facts,
  }),
  z.object({
    kind: z.literal('reauthorise'),
    reason: z.enum(['token_missing', 'token_expired', 'token_invalid', 'token_sealed']),
    facts: Facts,
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum([
      'page_unknown',
      'page_suspended',
      'page_deactivated',
      // It was there: its identifier is known, and the network has it no more.
      'page_deleted',
      'page_replaced',
      'handle_malformed',
      'permission_missing',
      'usage_capped',
      'metric_retired',
      'value_not_given',
      // A count below zero: no figure is made of it.
      'value_negative',
      // A post of a day to come: it is read once its day has come.
      'post_dated_ahead',
      // The network no longer speaks this version of its interface.
      'version_retired',
      'request_refused',
    ]),
    facts: Facts,
  }),
  z.object({
    kind: z.literal('changed_shape'),
    reason: z.enum([
      'not_json',
      'answer_too_large',
      'redirected',
      'field_malformed',
      'page_missing',
      'paging_endless',
    ]),
    facts: Facts,
  }),
]);
export type NetworkFailure = z.infer<typeof NetworkFailure>;

/** A failed answer as the network gave it; `body` is undefined when it was not JSON. */
export interface RefusedAnswer {
  status: number;
  body: unknown;
  /** When it came; quotas that end at a fixed hour are reckoned from it. */
  receivedAt: Date;
}

/** What came of a call: parsed JSON of a 2xx answer with its `Link` header, or why there is none. */
export type NetworkAnswer =
  | { ok: true; body: unknown; link: string | null }
  | { ok: false; failure: NetworkFailure };
