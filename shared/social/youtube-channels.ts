import { z } from 'zod';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import {
  type CredentialCheck,
  composeReading,
  type MetricCount,
  type PageReading,
  type PageToRead,
} from './network-readings.ts';

const ChannelId = z.string().regex(/^[\w-]{1,64}$/);
/** A list answers without `items` when it found nothing. */
export const ChannelList = z.object({
  items: z.array(z.looseObject({ id: ChannelId, statistics: z.unknown().optional() })).default([]),
});
export type Channel = z.infer<typeof ChannelList>['items'][number];

const Statistics = z.looseObject({ hiddenSubscriberCount: z.unknown().optional() });

/** How a call asks for a channel: by its identifier, or by the handle that people know. */
export type ChannelName = { id: string } | { forHandle: string };

/** What YouTube knows a page by; null when no channel can be called so. */
export function channelNameOf({ externalId, handle }: PageToRead): ChannelName | null {
  if (externalId !== null)
    return ChannelId.safeParse(externalId).success ? { id: externalId } : null;
  const name = handle.replace(/^@/, '');
  if (/^UC[\w-]{22}$/.test(name)) return { id: name };
  return /^[\p{L}\p{N}_.·-]{3,30}$/u.test(name) ? { forHandle: `@${name}` } : null;
}

const hidden: NetworkFailure = {
  kind: 'refused',
  reason: 'value_not_given',
  facts: { field: 'subscriberCount', hidden: true },
};

/** YouTube cuts counts of subscribers down to three figures; smaller ones are whole. */
function readSubscribers(statistics: z.infer<typeof Statistics>): MetricCount {
  const isHidden = statistics.hiddenSubscriberCount === true;
  const count = isHidden
    ? { failure: hidden }
    : readNetworkCount('subscriberCount', statistics.subscriberCount);
  const isCut = 'value' in count && count.value >= 1_000;
  return { metric: 'followers', precision: isCut ? 'rounded' : 'exact', count };
}

/** A channel's subscribers and public videos. */
export function readChannel(page: PageToRead, channel: Channel): PageReading {
  const statistics = Statistics.safeParse(channel.statistics ?? {});
  if (!statistics.success) {
    const failure: NetworkFailure = {
      kind: 'changed_shape',
      reason: 'field_malformed',
      facts: { field: 'statistics' },
    };
    return composeReading(page, channel.id, [
      { metric: 'followers', precision: 'exact', count: { failure } },
      { metric: 'posts', precision: 'exact', count: { failure } },
    ]);
  }
  const videos = readNetworkCount('videoCount', statistics.data.videoCount);
  return composeReading(page, channel.id, [
    readSubscribers(statistics.data),
    { metric: 'posts', precision: 'exact', count: videos },
  ]);
}

const Snippet = z.looseObject({
  title: z.string().max(200).catch(''),
  customUrl: z.string().max(100).catch(''),
});

/** A channel as a page that its owner's token reaches. */
export function readOwnChannel(channel: Channel): CredentialCheck['pages'][number] {
  const { title, customUrl } = Snippet.parse(channel.snippet ?? {});
  const statistics = Statistics.safeParse(channel.statistics ?? {});
  const count = readNetworkCount('subscriberCount', statistics.data?.subscriberCount);
  return {
    externalId: channel.id,
    handle: customUrl.replace(/^@/, '') || channel.id,
    title: title || channel.id,
    followers: 'value' in count ? count.value : null,
  };
}
