import { Group, Text } from '@mantine/core';
import {
  type Icon,
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandThreads,
  IconBrandTiktok,
  IconBrandX,
  IconBrandYoutube,
} from '@tabler/icons-react';
import { type NetworkId, networkNames } from '../../shared/social/networks.ts';

const icons: Record<NetworkId, Icon> = {
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  x: IconBrandX,
  youtube: IconBrandYoutube,
  threads: IconBrandThreads,
  tiktok: IconBrandTiktok,
  linkedin: IconBrandLinkedin,
  mastodon: IconBrandMastodon,
  bluesky: IconBrandBluesky,
};

/** A network by its sign and its name. */
export function NetworkMark({ network }: { network: NetworkId }) {
  const Sign = icons[network];
  return (
    <Group gap={6} wrap="nowrap">
      <Sign size={18} stroke={1.6} aria-hidden />
      <Text size="sm" span>
        {networkNames[network]}
      </Text>
    </Group>
  );
}
