import type { KindId } from '../../shared/output/kind-id.ts';
import type { OutputKindId } from '../../shared/output/kinds.ts';
import type { SeriesColor } from '../ui/series-colors.ts';

const kindColors: Record<OutputKindId, SeriesColor> = {
  event: 'blue',
  community_meeting: 'orange',
  photo_coverage: 'green',
  graphic_piece: 'purple',
  institutional_video: 'vermilion',
  programme_episode: 'yellow',
  print_run: 'sky',
};

/** The colour of a kind on every screen; the office's own kinds are grey. */
export function kindColor(id: KindId): SeriesColor {
  return (kindColors as Partial<Record<string, SeriesColor>>)[id] ?? 'grey';
}
