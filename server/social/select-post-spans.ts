import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';

/** The days of which a network gave all the posts of a page, both included. */
export interface PostSpan {
  /** `0000-01-01` when its whole history was read. */
  from: string;
  to: string;
}

const sinceEver = '0000-01-01';
const dayOf = (instant: string) => instant.slice(0, 10);

/** How far the posts of each page are read; pages of which no network ever gave them are missing. */
export async function selectPostSpans(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, PostSpan>> {
  const rows = await db
    .selectFrom('pagePart')
    .select(['pageId', 'succeededAt', 'filledFrom', 'filledAt'])
    .where('pageId', 'in', [...ids])
    .where('part', '=', 'posts')
    .execute();
  return new Map(
    rows.flatMap(({ pageId, succeededAt, filledFrom, filledAt }) => {
      const from = filledAt === null ? filledFrom : sinceEver;
      const read = [succeededAt, filledAt].filter((at) => at !== null).sort();
      const last = read.at(-1);
      return from === null || last === undefined
        ? []
        : [[pageId, { from, to: dayOf(last) }] as const];
    }),
  );
}

/**
 * Whether the posts of a page are known over days: those that its network gave reach back far enough, or a
 * file brought some of these days. What nobody read is unknown, never none.
 */
export function arePostsKnown(
  span: PostSpan | undefined,
  { from }: { from: string },
  { kept, ofFiles }: { kept: number; ofFiles: number },
): boolean {
  if (!span) return kept > 0;
  return (span.from <= from && from <= span.to) || ofFiles > 0;
}
