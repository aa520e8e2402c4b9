import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ListPage } from '../records.ts';
import { alertKinds, alertStates } from './alert-kinds.ts';
import { SnapshotPrecision } from './metrics.ts';
import type { NetworkFailure } from './network-failure.ts';
import { NetworkId } from './networks.ts';
import { pullParts } from './pull.ts';

/** Of what to tell: a kind, from how many days on, of one network or of all. */
export const AlertRuleFields = z
  .object({
    kind: z.enum(alertKinds),
    /** Of falls alone: the percentage of followers, of which more must be lost. */
    percent: z
      .number()
      .min(0.1)
      .max(99)
      .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, {
        error: 'one_decimal',
      })
      .nullish()
      .transform((value) => value ?? null),
    days: z.number().int().min(1).max(365),
    /** Absent: every network. */
    network: NetworkId.nullish().transform((value) => value ?? null),
    /** Whether it is sent by e-mail too. */
    isMailed: z.boolean().default(true),
  })
  .refine((rule) => (rule.kind === 'followers_fall') === (rule.percent !== null), {
    error: 'percent_of_falls',
    path: ['percent'],
  });
export type AlertRuleFields = z.infer<typeof AlertRuleFields>;

/** A rule as it is kept. */
export interface AlertRuleRow extends AlertRuleFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  /** Alerts of it that are open and that nobody put aside. */
  open: number;
}

const Figure = z.object({ day: Day, value: z.number(), precision: SnapshotPrecision });

const PartFailing = z.object({
  part: z.enum(pullParts),
  /** The day on which it was read for the last time, or since when the page is in the list. */
  since: Day,
  outcome: z.string(),
  /** Why, as the network failed; null when that is not known. */
  reason: z.custom<NetworkFailure['reason']>((value) => typeof value === 'string').nullable(),
});
export type PartFailing = z.infer<typeof PartFailing>;

/** What an alert was raised for. */
export const AlertFacts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('followers_fall'), from: Figure, to: Figure }),
  z.object({
    kind: z.literal('no_post'),
    /** Null when no post is known. */
    lastPostDay: Day.nullable(),
    /** The day on which somebody last looked. */
    knownUntil: Day,
  }),
  z.object({ kind: z.literal('pull_failing'), parts: z.array(PartFailing).min(1) }),
  z.object({
    kind: z.literal('token_expiring'),
    /** An ISO instant, as far as the end is known. */
    expiresAt: z.string().nullable(),
    /** Whether the network refuses it already, or its end has come. */
    isDead: z.boolean(),
  }),
]);
export type AlertFacts = z.infer<typeof AlertFacts>;

/** An alert: of one page, or of one connection. */
export interface AlertRow {
  id: string;
  ruleId: string;
  network: NetworkId;
  pageId: string | null;
  connectionId: string | null;
  /** The page's title, or what the office calls the connection; may be empty. */
  title: string;
  facts: AlertFacts;
  openedAt: string;
  /** When what it told of was over; null while it goes on. */
  closedAt: string | null;
  dismissedAt: string | null;
  dismissedBy: string | null;
  mailedAt: string | null;
}

export const AlertList = ListPage.extend({
  state: z.enum(alertStates).default('open'),
  kind: z.enum(alertKinds).optional(),
});
export type AlertList = z.infer<typeof AlertList>;

/**
 * How a message with alerts stands: under way, taken by the server, certainly not taken, so that it
 * is tried again, or nobody knows, and so it is not sent twice.
 */
export type DigestState = 'sending' | 'sent' | 'failed' | 'uncertain';

/** Whether this installation sends e-mail, and how the last message ended. */
export interface AlertMail {
  isSetUp: boolean;
  last: {
    state: DigestState;
    attemptedAt: string;
    alerts: number;
    /** The mail server's code. */
    failure: string | null;
  } | null;
}
