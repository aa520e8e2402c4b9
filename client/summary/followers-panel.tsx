import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leastExact } from '../../shared/social/metrics.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { precisionMark } from '../ui/chart-series.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, Show } from '../ui/states.tsx';
import type { Summary } from './use-summary.ts';

function Followers({ page }: { page: PageRow }) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const { timeZone } = useToday();
  const { followers, followersBefore } = page;
  // What two levels differ by is no more exact than the less exact of them.
  const readings = [followers, followersBefore];
  const precision = leastExact(readings.map((reading) => reading?.precision ?? 'exact'));
  const isMoved = followers && followersBefore && followers.day !== followersBefore.day;
  return (
    <Figure
      label={`${networkNames[page.network]} · ${page.title}`}
      value={followers?.value ?? null}
      precision={followers?.precision}
      source={
        followers
          ? t('pages.source', { day: format.instant(followers.capturedAt, timeZone) })
          : undefined
      }
    >
      {isMoved && (
        <Text size="sm" c="dimmed">
          {t('pages.change', {
            change: `${precisionMark(precision)}${format.change(followers.value - followersBefore.value)}`,
            day: format.day(followersBefore.day),
          })}
        </Text>
      )}
    </Figure>
  );
}

/** Followers of the entity's main pages, each with its change. */
export function FollowersPanel({ pages }: Pick<Summary, 'pages'>) {
  const { t } = useTranslation('summary');
  return (
    <Panel
      title={t('pages.title')}
      note={t('pages.note')}
      actions={
        <AnchorLink to="/redes" size="sm">
          {t('pages.open')}
        </AnchorLink>
      }
    >
      <Show query={pages} height={72}>
        {(rows) => {
          const main = rows.filter((page) => page.isMain);
          if (main.length === 0) return <EmptyState text={t('pages.empty')} />;
          return (
            <Figures>
              {main.map((page) => (
                <Followers key={page.id} page={page} />
              ))}
            </Figures>
          );
        }}
      </Show>
    </Panel>
  );
}
