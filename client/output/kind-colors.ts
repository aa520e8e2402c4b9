import type { OutputKindId } from '../../shared/output/kinds.ts';
import type { SeriesColor } from '../ui/series-colors.ts';

/** The colour of each kind on every screen. */
export const kindColors: Record<OutputKindId, SeriesColor> = {
  event: 'blue',
  community_meeting: 'orange',
  photo_coverage: 'green',
  graphic_piece: 'purple',
  institutional_video: 'vermilion',
  programme_episode: 'yellow',
  print_run: 'sky',
};
