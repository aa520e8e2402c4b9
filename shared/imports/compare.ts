import type { SnapshotSource } from '../social/metrics.ts';
import { type PostCounts, postMetrics } from '../social/post-metrics.ts';
import type { SourceCounts, SourceValue } from './rows.ts';
import type { Standing } from './schemas.ts';

/** What the sources say of one figure. */
export type Values = Partial<Record<SnapshotSource, number>>;

/** How a figure of a file stands beside what is stored; other sources that differ are told. */
export function compareFigure(
  value: number,
  stored: Values,
): { standing: Standing; others: SourceValue[] } {
  const others = (['api', 'manual'] as const).flatMap((source): SourceValue[] => {
    const said = stored[source];
    return said === undefined || said === value ? [] : [{ source, value: said }];
  });
  if (stored.import === value) return { standing: 'same', others };
  if (others.some(({ source }) => source === 'api')) return { standing: 'conflict', others };
  return { standing: stored.import === undefined ? 'new' : 'changed', others };
}

const sameCounts = (one: PostCounts, other: PostCounts) =>
  postMetrics.every((metric) => one[metric] === other[metric]);

const contradicts = (one: PostCounts, other: PostCounts) =>
  postMetrics.some(
    (metric) =>
      one[metric] !== undefined && other[metric] !== undefined && one[metric] !== other[metric],
  );

/** How the counts of a post stand beside what is stored of it. */
export function comparePost(
  counts: PostCounts,
  stored: Partial<Record<SnapshotSource, PostCounts>>,
): { standing: Standing; others: SourceCounts[] } {
  const others = (['api', 'manual'] as const).flatMap((source): SourceCounts[] => {
    const said = stored[source];
    return said && contradicts(counts, said) ? [{ source, counts: said }] : [];
  });
  if (stored.import && sameCounts(stored.import, counts)) return { standing: 'same', others };
  if (others.some(({ source }) => source === 'api')) return { standing: 'conflict', others };
  return { standing: stored.import ? 'changed' : 'new', others };
}
