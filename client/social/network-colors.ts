import type { NetworkId } from '../../shared/social/networks.ts';
import type { SeriesColor } from '../ui/series-colors.ts';

/** The colour of each network. */
export const networkColors: Record<NetworkId, SeriesColor> = {
  facebook: 'blue',
  instagram: 'purple',
  x: 'grey',
  youtube: 'vermilion',
  threads: 'yellow',
  tiktok: 'green',
  linkedin: 'sky',
  mastodon: 'orange',
  bluesky: 'sky',
};

/** The colours of pages drawn together, in their order, where the network alone tells too little. */
const pageColors: SeriesColor[] = [
  'blue',
  'orange',
  'green',
  'purple',
  'vermilion',
  'yellow',
  'grey',
];

/** A colour for each page: its network's while no two share it, otherwise the next of a list. */
export function colorsOfPages(networks: readonly NetworkId[]): SeriesColor[] {
  const isTold = new Set(networks).size === networks.length;
  return networks.map((network, index) =>
    isTold ? networkColors[network] : (pageColors[index % pageColors.length] ?? 'grey'),
  );
}
