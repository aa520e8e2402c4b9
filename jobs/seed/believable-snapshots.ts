import type { OpenDatabase } from '../../server/database/connection.ts';
import { findPage } from '../../server/social/find-page.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import type { Snapshot } from '../../shared/social/schemas.ts';
import { figureOn } from '../sandbox/figures.ts';
import { type SandboxPage, sandboxPages } from '../sandbox/sandbox-pages.ts';
import { makeDraw } from './steady-draw.ts';

/** Days that were not read, counted from the first: nobody fills them in afterwards. */
interface Gap {
  /** Absent: no page was read, as when the machine was off. */
  network?: SandboxPage['network'];
  from: number;
  to: number;
}
const gaps: Gap[] = [
  { from: 96, to: 98 },
  { network: 'instagram', from: 203, to: 211 },
  { network: 'x', from: 268, to: 269 },
];

function isGap(page: SandboxPage, index: number): boolean {
  return gaps.some(
    (gap) => (gap.network ?? page.network) === page.network && gap.from <= index && index <= gap.to,
  );
}

/** A pull of half past four in the morning in Bogotá, some seconds later for each page. */
function capturedAt(day: Day, seconds: number): string {
  return `${day}T09:30:${String(seconds).padStart(2, '0')}.000Z`;
}

/** A figure as its network tells it: YouTube gives subscribers to three figures. */
function asTold({ network }: SandboxPage, metric: Snapshot['metric'], value: number) {
  const unit = 10 ** Math.max(String(value).length - 3, 0);
  return network === 'youtube' && metric === 'followers'
    ? ({ value: Math.floor(value / unit) * unit, precision: 'rounded' } as const)
    : ({ value, precision: 'exact' } as const);
}

function snapshotsOf(page: SandboxPage, pageId: string, from: Day, until: Day): Snapshot[] {
  const draw = makeDraw(Number(page.id.replace(/\D/g, '').slice(-6)));
  const snapshots: Snapshot[] = [];
  for (let index = 0, day = from; day < until; index += 1, day = addDays(from, index)) {
    const isMissed = draw.chance(0.006) || isGap(page, index);
    for (const metric of ['followers', 'posts'] as const) {
      const value = figureOn({ network: page.network, handle: page.handle, metric, day });
      if (isMissed || value === null) continue;
      const at = capturedAt(day, draw.between(1, 20));
      const origin = { pageId, metric, day, source: 'api', capturedAt: at } as const;
      snapshots.push({ ...origin, ...asTold(page, metric, value) });
    }
  }
  return snapshots;
}

/**
 * What the pulls of each day before `until` left of the pages that the database knows, with
 * the days on which they failed left out.
 */
export async function believableSnapshots(
  database: OpenDatabase,
  from: Day,
  until: Day,
): Promise<Snapshot[]> {
  const all: Snapshot[] = [];
  for (const page of sandboxPages) {
    const known = await findPage(database, page);
    if (known) all.push(...snapshotsOf(page, known.id, from, until));
  }
  return all;
}
