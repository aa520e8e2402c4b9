import { daysBetween } from '../calendar/day.ts';
import type { AlertFacts, AlertRuleFields, PartFailing } from './alerts.ts';
import { renewsItself } from './connection-expiry.ts';
import type { SnapshotPrecision } from './metrics.ts';
import type { NetworkId } from './networks.ts';

/** A figure of a day. */
interface Figure {
  day: string;
  value: number;
  precision: SnapshotPrecision;
}

/** What a rule makes of a page or connection; `unknown` changes nothing, since nobody looked. */
export type Verdict = AlertFacts | 'clear' | 'unknown';

/** The first and the last reading of followers within the rule's days; null where there is none. */
export function judgeFall(
  { percent }: Pick<AlertRuleFields, 'percent'>,
  { first, last }: { first: Figure | null; last: Figure | null },
): Verdict {
  if (percent === null || !first || !last || first.day >= last.day) return 'unknown';
  const lost = first.value - last.value;
  if (lost <= 0 || lost * 100 <= percent * first.value) return 'clear';
  return { kind: 'followers_fall', from: first, to: last };
}

/** What is known of a page's posts; `knownUntil` is the last day on which they were looked at. */
export interface PostsKnown {
  lastPostDay: string | null;
  knownUntil: string | null;
  /** Since when the page is in the list, from where silence counts while no post is known. */
  addedDay: string;
}

/** Days on which nobody looked are not counted as days without posts. */
export function judgeSilence(
  { days }: Pick<AlertRuleFields, 'days'>,
  { lastPostDay, knownUntil, addedDay }: PostsKnown,
  today: string,
): Verdict {
  if (knownUntil === null) return 'unknown';
  const from = lastPostDay ?? addedDay;
  if (daysBetween(from, knownUntil) >= days) {
    return { kind: 'no_post', lastPostDay, knownUntil };
  }
  return daysBetween(from, today) < days ? 'clear' : 'unknown';
}

/** The parts of a page whose last attempt failed, each with the day it was last read. */
export function judgePulls(
  { days }: Pick<AlertRuleFields, 'days'>,
  failing: readonly PartFailing[],
  today: string,
): Verdict {
  const parts = failing.filter(({ since }) => daysBetween(since, today) >= days);
  return parts.length > 0 ? { kind: 'pull_failing', parts } : 'clear';
}

const dayMs = 86_400_000;

/** A connection whose token ends or is refused; one that renews itself is told of once it is dead. */
export function judgeToken(
  { days }: Pick<AlertRuleFields, 'days'>,
  of: {
    network: NetworkId;
    storedFields: readonly string[];
    expiresAt: string | null;
    needsToken: boolean;
  },
  now: Date,
): Verdict {
  const { expiresAt } = of;
  const leftMs = expiresAt === null ? null : Date.parse(expiresAt) - now.getTime();
  const isDead = of.needsToken || (leftMs !== null && leftMs <= 0);
  const isNear =
    leftMs !== null && leftMs <= days * dayMs && !renewsItself(of.network, of.storedFields);
  return isDead || isNear ? { kind: 'token_expiring', expiresAt, isDead } : 'clear';
}

/** What a rule says of one subject: a page, or a connection with the token it has. */
export interface Judged {
  ruleId: string;
  subject: string;
  verdict: Verdict;
}

/** An alert that goes on. */
export interface OpenAlert {
  id: string;
  ruleId: string;
  subject: string;
}

const keyOf = ({ ruleId, subject }: { ruleId: string; subject: string }) => `${ruleId} ${subject}`;

/**
 * Which alerts to raise and which are over. What goes on is not raised again; what a rule does not
 * judge any more (its rule, page or connection is gone) is over; what is unknown stays as it is.
 */
export function settleAlerts<Given extends Judged, Open extends OpenAlert>(
  judged: readonly Given[],
  open: readonly Open[],
): { raise: (Given & { verdict: AlertFacts })[]; close: Open[] } {
  const openKeys = new Set(open.map(keyOf));
  const isRaised = (one: Given): one is Given & { verdict: AlertFacts } =>
    typeof one.verdict !== 'string';
  const staying = new Set(judged.filter(({ verdict }) => verdict !== 'clear').map(keyOf));
  return {
    raise: judged.filter(isRaised).filter((one) => !openKeys.has(keyOf(one))),
    close: open.filter((one) => !staying.has(keyOf(one))),
  };
}
