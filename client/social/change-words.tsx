import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leastExact } from '../../shared/social/metrics.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { useFormat } from '../format/use-format.ts';
import { precisionMark } from '../ui/chart-series.ts';

/** How many followers a page gained or lost since a reading of a month before; null without two of two days. */
function followersChange({ followers, followersBefore }: PageRow): number | null {
  if (!followers || !followersBefore || followers.day === followersBefore.day) return null;
  return followers.value - followersBefore.value;
}

/** The change of followers in words; the day and figure it is compared to on hover and focus. */
export function ChangeWords({ page }: { page: PageRow }) {
  const { t } = useTranslation('social');
  const format = useFormat();
  const change = followersChange(page);
  const { followers, followersBefore: before } = page;
  if (change === null || !before || !followers) return null;
  const facts = {
    from: format.day(before.day),
    before: format.number(before.value),
    to: format.day(followers.day),
    after: format.number(followers.value),
  };
  const mark = precisionMark(leastExact([before.precision, followers.precision]));
  return (
    <Tooltip
      label={t('page.changeSince', facts)}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text component="div" size="xs" c="dimmed" tabIndex={0} w="fit-content" ml="auto">
        {t('page.changed', { change: `${mark}${format.change(change)}`, day: facts.from })}
      </Text>
    </Tooltip>
  );
}
