import type { Kysely } from 'kysely';
import { type PullPart, pullParts } from '../../shared/social/pull.ts';
import type { PageFailure, PagePull, PullOutcome } from '../../shared/social/rows.ts';
import type { Tables } from '../database/schema.ts';

const idsPerQuery = 500;

interface PartRow {
  pageId: string;
  part: string;
  attemptedAt: string | null;
  outcome: string | null;
  details: string;
}

/** Of a page that could not be read at all nothing else was asked: what others came to is of before. */
function withoutEarlier(parts: readonly PartRow[]): readonly PartRow[] {
  const counts = parts.find(({ part }) => part === 'counts');
  const isRead = counts?.outcome === 'ok' || counts?.outcome === 'partial';
  if (!counts || isRead) return parts;
  const isEarlier = ({ attemptedAt }: PartRow) => (attemptedAt ?? '') < (counts.attemptedAt ?? '');
  return parts.filter((part) => !isEarlier(part));
}

/** What the last attempts at the parts of a page come to together. */
function composePull(all: readonly PartRow[]): PagePull {
  const parts = withoutEarlier(all);
  const inOrder = parts.toSorted(
    (a, b) => pullParts.indexOf(a.part as PullPart) - pullParts.indexOf(b.part as PullPart),
  );
  const outcomes = inOrder.map(({ outcome }) => outcome as PullOutcome);
  const failures = inOrder.flatMap(({ details }) => JSON.parse(details) as PageFailure[]);
  const bad = outcomes.find((outcome) => outcome !== 'ok');
  const isPartial = bad !== undefined && outcomes.some((one) => one === 'ok' || one === 'partial');
  const at =
    inOrder
      .map(({ attemptedAt }) => attemptedAt ?? '')
      .toSorted()
      .at(-1) ?? '';
  return { at, outcome: isPartial ? 'partial' : (bad ?? 'ok'), failures };
}

/** What the last attempts made of each page; pages that none tried are missing. */
export async function selectLastPulls(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, PagePull>> {
  const parts = new Map<string, PartRow[]>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const rows = await db
      .selectFrom('pagePart')
      .select(['pageId', 'part', 'attemptedAt', 'outcome', 'details'])
      .where('pageId', 'in', ids.slice(start, start + idsPerQuery))
      .where('attemptedAt', 'is not', null)
      .execute();
    for (const row of rows) parts.set(row.pageId, [...(parts.get(row.pageId) ?? []), row]);
  }
  return new Map([...parts].map(([id, rows]) => [id, composePull(rows)]));
}
