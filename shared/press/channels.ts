import { z } from 'zod';

/** What an outlet is. A newspaper's own site is press, as the paper is. */
export const mediums = ['press', 'digital', 'television', 'radio'] as const;
export const Medium = z.enum(mediums);
export type Medium = z.infer<typeof Medium>;

/** The two columns in which yearly reports add up free press. */
export const channels = ['press', 'broadcast_digital'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

const channelByMedium: Record<Medium, Channel> = {
  press: 'press',
  digital: 'broadcast_digital',
  television: 'broadcast_digital',
  radio: 'broadcast_digital',
};

/** The one column of the yearly report that an outlet's appearances add to. */
export function channelOf(medium: Medium): Channel {
  return channelByMedium[medium];
}
