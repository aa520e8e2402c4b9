import { type House, today } from '../../server/context.ts';
import {
  listConnectionsSaved,
  listPagesToPull,
  listStandings,
  type PageToPull,
  type PartStanding,
} from '../../server/social/list-pages-to-pull.ts';
import { addDays, dayInZone } from '../../shared/calendar/day.ts';
import { isDue, type PullPart } from '../../shared/social/pull.ts';
import type { PullKind } from '../../shared/social/pull-rows.ts';
import type { PullReason } from '../../shared/social/rows.ts';
import type { Connector } from '../network-contract.ts';
import type { PullPace } from './open-credential.ts';

/** Why pages are read, which, and what of them. */
export interface PullWish {
  reason: PullReason;
  /** Absent: what is new. */
  kind?: PullKind;
  /** Absent: of a request, every page; otherwise the pages that are due at this moment. */
  pageIds?: readonly string[];
  /** The request that this pull answers. */
  requestId?: string;
  /** How it waits; absent: as long as a person would. */
  pace?: PullPace;
}

/** A page, the parts of it that a pull reads, and where they stand. */
export interface PagePlan {
  page: PageToPull;
  connector: Connector;
  parts: PullPart[];
  standing: Partial<Record<PullPart, PartStanding>>;
}

/** Who follows a page changes slowly: it is read again after so many days. */
const audienceDays = 7;

/** What a network gives of a page; its history is of its days and posts. */
function offeredParts({ readDays, readPosts, readAudience }: Connector, kind: PullKind) {
  const parts: PullPart[] = kind === 'daily' ? ['counts'] : [];
  if (readDays) parts.push('days');
  if (readPosts) parts.push('posts');
  if (readAudience && kind === 'daily') parts.push('audience');
  return parts;
}

type Standing = PagePlan['standing'];
type DueParts = (page: PageToPull, parts: PullPart[], standing: Standing) => PullPart[];

/** Which parts a scheduled pull reads at this moment. */
async function planSchedule(house: House): Promise<DueParts> {
  const saved = await listConnectionsSaved(house);
  const { timeZone } = house;
  const freshFrom = addDays(today(house), 1 - audienceDays);
  return ({ connectionId }, parts, standing) => {
    const connectionSavedAt = saved.get(connectionId ?? '') ?? null;
    const isPartDue = (part: PullPart) => {
      const found = standing[part];
      if (!isDue(found?.last, { now: house.now(), timeZone, connectionSavedAt })) return false;
      const { succeededAt = null } = found ?? {};
      if (part !== 'audience' || succeededAt === null) return true;
      const day = dayInZone(new Date(succeededAt), timeZone);
      // A day to come was read before the clock was set back.
      return day < freshFrom || day > today(house);
    };
    const counts = standing.counts?.last?.outcome;
    const areCountsDue = isPartDue('counts');
    // Of a page that could not be read at all nothing else is asked before it can.
    const isReadable = areCountsDue || counts === 'ok' || counts === 'partial';
    return isReadable ? parts.filter(isPartDue) : [];
  };
}

const unfilled: DueParts = (_page, parts, standing) =>
  parts.filter((part) => (standing[part]?.filledAt ?? null) === null);

/** Posts that are read whole are read again where somebody asks it of a page: so those are found that are gone. */
const unfilledOrPosts: DueParts = (page, parts, standing) => {
  const lacking = unfilled(page, parts, standing);
  return parts.filter((part) => part === 'posts' || lacking.includes(part));
};

function planDue(house: House, { reason, kind, pageIds }: PullWish): DueParts | Promise<DueParts> {
  if (kind === 'history') return pageIds === undefined ? unfilled : unfilledOrPosts;
  const isAsked = reason === 'request' || pageIds !== undefined;
  return isAsked ? (_page, parts) => parts : planSchedule(house);
}

/** The pages that a pull reads and what of each; pages of which nothing is due are left out. */
export async function planPull(
  house: House,
  connectors: ReadonlyMap<string, Connector>,
  wish: PullWish,
): Promise<PagePlan[]> {
  const pages = await listPagesToPull(house, wish.pageIds);
  const standings = await listStandings(
    house,
    pages.map(({ id }) => id),
  );
  const due = await planDue(house, wish);
  return pages.flatMap((page) => {
    const connector = connectors.get(page.network);
    if (!connector) throw new Error(`no connector reads the pages of ${page.network}`);
    const standing = standings.get(page.id) ?? {};
    const parts = due(page, offeredParts(connector, wish.kind ?? 'daily'), standing);
    return parts.length > 0 ? [{ page, connector, parts, standing }] : [];
  });
}
