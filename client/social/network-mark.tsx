import { Group, Text } from '@mantine/core';
import { IconBrandFacebook, IconBrandInstagram, IconBrandX } from '@tabler/icons-react';
import { type NetworkId, networkNames } from '../../shared/social/networks.ts';

const icons = { facebook: IconBrandFacebook, instagram: IconBrandInstagram, x: IconBrandX };

/** A network by its sign and its name. */
export function NetworkMark({ network }: { network: NetworkId }) {
  const Icon = icons[network];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={18} stroke={1.6} aria-hidden />
      <Text size="sm" span>
        {networkNames[network]}
      </Text>
    </Group>
  );
}
