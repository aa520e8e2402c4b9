import type { Channel } from '../../shared/press/channels.ts';
import type { SeriesColor } from '../ui/series-colors.ts';

/** The colour of each channel on every screen. */
export const channelColors: Record<Channel, SeriesColor> = {
  press: 'blue',
  broadcast_digital: 'orange',
};
