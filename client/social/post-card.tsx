import { ActionIcon, Anchor, Badge, Box, Group, Paper, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRow } from '../../shared/social/figure-rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { postMetrics } from '../../shared/social/post-metrics.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Hint } from '../ui/hint.tsx';
import { NetworkMark } from './network-mark.tsx';
import { useReadingWords } from './reading-cell.tsx';

/** Of a text longer than this only so many lines are shown at first. */
const longTextCharacters = 420;
const shownLines = 4;

interface PostCardProps {
  post: PostRow;
  /** Its place in the order on screen, from 1. */
  rank: number;
  /** Opens its topics; absent for whoever only reads. */
  onTopics?: (post: PostRow) => void;
}

function Fact({ label, value }: { label: string; value: number | null }) {
  const format = useFormat();
  return (
    <Box>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} size="sm" fw={600}>
        {value === null ? <Absent /> : format.number(value)}
      </Text>
    </Box>
  );
}

/** What was counted of a post; what its network did not give is left out. */
function Facts({ post }: { post: PostRow }) {
  const { t } = useTranslation('pages');
  const given = postMetrics.filter((metric) => post.counts[metric] !== undefined);
  return (
    <Group component="dl" gap="lg" m={0}>
      <Fact label={t('posts.engagements')} value={post.engagements} />
      {given.map((metric) => (
        <Fact
          key={metric}
          label={t(`posts.counts.${metric}`)}
          value={post.counts[metric] ?? null}
        />
      ))}
    </Group>
  );
}

function Heading({ post, rank }: { post: PostRow; rank: number }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const { timeZone } = useToday();
  const seenInWords = useReadingWords();
  return (
    <Group gap="xs" title={seenInWords(post)}>
      <Text fw={600} span aria-label={t('posts.rank', { rank })}>
        {rank}.
      </Text>
      <NetworkMark network={post.network} />
      <Text size="sm" span fw={600}>
        {post.pageTitle}
      </Text>
      <Text size="sm" span c="dimmed">
        {post.hasHour ? format.instant(post.publishedAt, timeZone) : format.day(post.day)}
      </Text>
      <Badge variant="default" size="sm" tt="none">
        {t(`posts.kinds.${post.kind}`)}
      </Badge>
      {post.goneAt !== null && (
        <Hint tip={t('posts.goneWhy', { at: format.instant(post.goneAt, timeZone) })}>
          {t('posts.gone')}
        </Hint>
      )}
    </Group>
  );
}

function Topics({ post, onTopics }: Pick<PostCardProps, 'post' | 'onTopics'>) {
  const { t } = useTranslation('pages');
  return (
    <Group gap={6}>
      {post.topics.map((topic) => (
        <Badge key={topic} variant="default" size="sm" tt="none">
          {topic}
        </Badge>
      ))}
      {onTopics && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className="no-print"
          aria-label={t('posts.editTopics')}
          title={t('posts.editTopics')}
          onClick={() => onTopics(post)}
        >
          <IconTag size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** What a post says; of a long one the beginning, and the rest when asked for. */
function PostText({ text }: { text: string }) {
  const { t } = useTranslation('pages');
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > longTextCharacters || text.split('\n').length > shownLines;
  return (
    <Box>
      <Text
        size="sm"
        c={text === '' ? 'dimmed' : undefined}
        lineClamp={isLong && !isWhole ? shownLines : undefined}
        style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
      >
        {text || t('posts.noText')}
      </Text>
      {isLong && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          className="no-print"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {t(isWhole ? 'posts.less' : 'posts.more')}
        </Anchor>
      )}
    </Box>
  );
}

/** A post: whose it is, what it says, what it brought about, and the way to it on its network. */
export function PostCard({ post, rank, onTopics }: PostCardProps) {
  const { t } = useTranslation('pages');
  return (
    <Paper component="li" withBorder p="sm" bg="var(--altavoz-panel)">
      <Stack gap="xs">
        <Heading post={post} rank={rank} />
        <PostText text={post.text} />
        <Facts post={post} />
        {post.isImplied && (
          <Text size="xs" c="dimmed">
            {t('posts.implied', { network: networkNames[post.network] })}
          </Text>
        )}
        <Group justify="space-between" gap="xs">
          <Topics post={post} onTopics={onTopics} />
          {post.permalink && (
            <Anchor href={post.permalink} target="_blank" rel="noopener noreferrer" size="sm">
              <Group gap={4} wrap="nowrap">
                {t('posts.see', { network: networkNames[post.network] })}
                <IconExternalLink size={14} aria-hidden />
              </Group>
            </Anchor>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
