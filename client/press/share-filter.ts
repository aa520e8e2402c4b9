import type { CoveragePart, CoverageShare, ToneCounts } from '../../shared/press/coverage.ts';
import type { PressSearch } from './press-search.ts';

/** The filters of the table that find the appearances of one share of the coverage. */
export function filterOfShare(
  part: CoveragePart,
  { key }: Pick<CoverageShare, 'key'>,
): Partial<PressSearch> {
  return key === null ? { lacking: part } : { [part]: key };
}

/** The filter that finds the appearances of one series of a drawing by tone. */
export function filterOfTone(series: string): Partial<PressSearch> {
  return { tone: series as keyof ToneCounts };
}
