import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PageRow } from '../../shared/social/rows.ts';
import { useFormat } from '../format/use-format.ts';

/** How many followers a page gained or lost since the reading of a month before; null without two readings. */
function followersChange({ followers, followersBefore }: PageRow): number | null {
  return followers && followersBefore ? followers.value - followersBefore.value : null;
}

/** The change of followers in words; the day and figure it is compared to on hover and focus. */
export function ChangeWords({ page }: { page: PageRow }) {
  const { t } = useTranslation('social');
  const format = useFormat();
  const change = followersChange(page);
  const before = page.followersBefore;
  if (change === null || !before) return null;
  const facts = { day: format.day(before.day), value: format.number(before.value) };
  return (
    <Tooltip
      label={t('page.changeSince', facts)}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text component="div" size="xs" c="dimmed" tabIndex={0} w="fit-content" ml="auto">
        {t('page.changed', { change: format.change(change) })}
      </Text>
    </Tooltip>
  );
}
