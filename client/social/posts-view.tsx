import { Stack } from '@mantine/core';
import { PostHours } from './post-hours.tsx';
import { RankedPosts } from './ranked-posts.tsx';
import { TopicsPanel } from './topics-panel.tsx';

/** The posts of all the pages: the most relevant, their topics, and when they go out. */
export default function PostsView() {
  return (
    <Stack gap="lg">
      <RankedPosts />
      <TopicsPanel />
      <PostHours />
    </Stack>
  );
}
