import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageFigures } from '../../shared/social/figure-rows.ts';
import type { EngagementFigure, PeriodSum } from '../../shared/social/period-figures.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { useChangeDays, writeChange } from './level-change.tsx';
import { useSumWords } from './period-sum.tsx';
import { NowWords, useIsAtEnd, useReadingWords } from './reading-cell.tsx';
import { useOwnCapture } from './use-capture.ts';
import { useDayRange } from './use-days.ts';

const ConflictsDrawer = lazy(() => import('./conflicts-drawer.tsx'));
const ReadingDrawer = lazy(() => import('./reading-drawer.tsx'));

function Followers({ page }: { page: PageFigures }) {
  const { t } = useTranslation(['pages', 'social']);
  const format = useFormat();
  const seenInWords = useReadingWords();
  const [isOpen, setOpen] = useState(false);
  const isAtEnd = useIsAtEnd();
  const { followers, period } = page;
  const isEarly = followers !== null && !isAtEnd(followers.day, period);
  return (
    <Figure
      label={t('page.followers')}
      partial={isEarly ? t('social:reading.early') : undefined}
      value={followers?.value ?? null}
      precision={followers?.precision}
      source={followers ? seenInWords(followers) : undefined}
    >
      {followers && (
        <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
          {t('page.newest', { day: format.day(followers.day) })}
        </Anchor>
      )}
      <NowWords reading={page.followersNow} />
      {isOpen && followers && (
        <Suspense>
          <ReadingDrawer
            pageId={page.id}
            metric="followers"
            day={followers.day}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Figure>
  );
}

function Change({ page }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inDays = useChangeDays();
  const sumWords = useSumWords();
  const { change, changeBefore, follows, unfollows } = page;
  const before = changeBefore && [writeChange(changeBefore, format), inDays(changeBefore)];
  return (
    <Figure
      label={t('page.change')}
      value={change?.value ?? null}
      write={() => (change ? writeChange(change, format) : '')}
      partial={change ? inDays(change) : undefined}
    >
      {before && (
        <Text size="sm" c="dimmed">
          {t('overview.before', { value: before.filter(Boolean).join('. ') })}
        </Text>
      )}
      {follows && unfollows && follows.value !== null && unfollows.value !== null && (
        <Text size="sm" c="dimmed">
          {t('page.follows', {
            follows: format.number(follows.value),
            unfollows: format.number(unfollows.value),
          })}{' '}
          {sumWords(follows)}
        </Text>
      )}
    </Figure>
  );
}

/** A sum with what it is made of; on both sides of a redefinition it has a figure each, and none of all. */
function Sum({
  label,
  sum,
  before,
}: {
  label: string;
  sum: PeriodSum | EngagementFigure | null;
  before?: { value: number | null; period: string };
}) {
  const inWords = useSumWords();
  const said = sum ? inWords(sum) : '';
  return (
    <Figure
      label={label}
      value={sum?.value ?? null}
      precision={sum && 'precision' in sum ? sum.precision : undefined}
      before={before}
    >
      {sum && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
    </Figure>
  );
}

/** Engagements over what they are measured against, with the formula and its two parts. */
function Rate({ page: { engagementRate } }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const { basisPoints, engagements, posts, baseValue, coverage } = engagementRate;
  const base = t(`page.bases.${engagementRate.base}`);
  const isOfPosts = engagementRate.base === 'followers';
  const isWhole = engagements !== null && baseValue !== null && (!isOfPosts || posts !== null);
  const isPart = coverage !== null && coverage.has < coverage.of;
  return (
    <Figure
      label={t('page.rate')}
      value={basisPoints}
      partial={
        isPart
          ? t(`page.rateCoverage.${coverage.unit}`, {
              has: format.number(coverage.has),
              of: format.number(coverage.of),
            })
          : undefined
      }
      write={(value) => format.share(value / 10_000)}
    >
      <Text size="sm" c="dimmed">
        {isWhole
          ? t(isOfPosts ? 'page.rateOfPosts' : 'page.rateFormula', {
              engagements: format.number(engagements),
              posts: format.number(posts ?? 0),
              baseValue: format.number(baseValue),
              days: format.number(coverage?.has ?? 0),
              base,
            })
          : t('page.rateAbsent', { base })}
      </Text>
    </Figure>
  );
}

function Conflicts({ page }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  const [isOpen, setOpen] = useState(false);
  if (page.conflicts === 0) return null;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        w="fit-content"
        onClick={() => setOpen(true)}
      >
        {t('page.conflicts', { count: page.conflicts })}
      </Anchor>
      {isOpen && (
        <Suspense>
          <ConflictsDrawer pageId={page.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** That posts of the days on screen were not read, with the way to read them. */
function UnreadPosts({ page }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  const mayPull = useMayDo('admin', 'coordinator', 'press');
  const { isUnderWay, start } = useOwnCapture();
  if (!page.isPulled || (page.posts !== null && page.postsBefore !== null)) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{t('page.unread')}</Text>
      {mayPull && (
        <Button
          variant="default"
          size="xs"
          className="no-print"
          disabled={isUnderWay}
          onClick={() => start({ kind: 'history', pageId: page.id })}
        >
          {t('page.readHistory')}
        </Button>
      )}
    </Group>
  );
}

/** A page's period in figures, each with what it is compared to and what it is made of. */
export function PageFacts({ page }: { page: PageFigures }) {
  const { t } = useTranslation(['pages', 'social']);
  const inDays = useDayRange();
  const retired = page.retired.map((metric) => t(`social:metrics.${metric}`)).join(', ');
  const period = inDays(page.comparedWith);
  return (
    <Panel title={inDays(page.period)}>
      <Stack gap="sm">
        <Figures>
          <Followers page={page} />
          <Change page={page} />
          <Figure
            label={t('page.posts')}
            value={page.posts}
            before={{ value: page.postsBefore, period }}
          />
          <Rate page={page} />
          <Sum label={t('page.reach')} sum={page.reach} />
          <Sum label={t('page.views')} sum={page.views} />
          <Sum
            label={t('page.engagements')}
            sum={page.engagements}
            before={{ value: page.engagementsBefore?.value ?? null, period }}
          />
        </Figures>
        <UnreadPosts page={page} />
        <Conflicts page={page} />
        {retired !== '' && <Text size="sm">{t('page.retired', { metrics: retired })}</Text>}
      </Stack>
    </Panel>
  );
}
