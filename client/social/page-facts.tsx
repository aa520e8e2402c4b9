import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageFigures, PeriodSum } from '../../shared/social/figure-rows.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { writeChange } from './level-change.tsx';
import { useSumWords } from './period-sum.tsx';
import { NowWords, useReadingWords } from './reading-cell.tsx';
import { useOwnCapture } from './use-capture.ts';
import { useDayRange, useDays } from './use-days.ts';

const ConflictsDrawer = lazy(() => import('./conflicts-drawer.tsx'));
const ReadingDrawer = lazy(() => import('./reading-drawer.tsx'));

function Followers({ page }: { page: PageFigures }) {
  const { t } = useTranslation(['pages', 'social']);
  const format = useFormat();
  const seenInWords = useReadingWords();
  const [isOpen, setOpen] = useState(false);
  const { followers } = page;
  return (
    <Figure
      label={t('page.followers')}
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
  const { change, changeBefore, follows, unfollows } = page;
  return (
    <Figure
      label={t('page.change')}
      value={change?.value ?? null}
      write={() => (change ? writeChange(change, format) : '')}
    >
      {changeBefore && (
        <Text size="sm" c="dimmed">
          {t('overview.before', { value: writeChange(changeBefore, format) })}
        </Text>
      )}
      {follows && unfollows && (
        <Text size="sm" c="dimmed">
          {t('page.follows', {
            follows: format.number(follows.value),
            unfollows: format.number(unfollows.value),
          })}
        </Text>
      )}
    </Figure>
  );
}

function Sum({
  label,
  sum,
  before,
  note,
}: {
  label: string;
  sum: PeriodSum | null;
  before?: { value: number | null; period: string };
  note?: string;
}) {
  const inWords = useSumWords();
  return (
    <Figure label={label} value={sum?.value ?? null} before={before}>
      {sum && (
        <Text size="sm" c="dimmed">
          {inWords(sum)} {note}
        </Text>
      )}
    </Figure>
  );
}

/** Engagements over what they are measured against, with the formula and its two parts. */
function Rate({ page: { engagementRate } }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const { basisPoints, engagements, posts, baseValue } = engagementRate;
  const base = t(`page.bases.${engagementRate.base}`);
  const isOfPosts = engagementRate.base === 'followers';
  const isWhole = engagements !== null && baseValue !== null && (!isOfPosts || posts !== null);
  return (
    <Figure
      label={t('page.rate')}
      value={basisPoints}
      write={(value) => format.share(value / 10_000)}
    >
      <Text size="sm" c="dimmed">
        {isWhole
          ? t(isOfPosts ? 'page.rateOfPosts' : 'page.rateFormula', {
              engagements: format.number(engagements),
              posts: format.number(posts ?? 0),
              baseValue: format.number(baseValue),
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
  const days = useDays();
  const inDays = useDayRange();
  const retired = page.retired.map((metric) => t(`social:metrics.${metric}`)).join(', ');
  const period = t('overview.against.previous_period');
  return (
    <Panel title={inDays(days)}>
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
          <Sum label={t('page.reach')} sum={page.reach} note={t('page.reachNote')} />
          <Sum label={t('page.views')} sum={page.views} />
          {page.engagements || page.engagementRate.engagements === null ? (
            <Sum
              label={t('page.engagements')}
              sum={page.engagements}
              before={{ value: page.engagementsBefore?.value ?? null, period }}
            />
          ) : (
            <Figure label={t('page.engagements')} value={page.engagementRate.engagements}>
              <Text size="sm" c="dimmed">
                {t('page.engagementsOfPosts')}
              </Text>
            </Figure>
          )}
        </Figures>
        <UnreadPosts page={page} />
        <Conflicts page={page} />
        {retired !== '' && <Text size="sm">{t('page.retired', { metrics: retired })}</Text>}
      </Stack>
    </Panel>
  );
}
