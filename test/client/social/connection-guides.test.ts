import { describe, expect, test } from 'vitest';
import { connectionGuides as english } from '../../../client/words/en/connection-guides.ts';
import { connectionGuides as spanish } from '../../../client/words/es/connection-guides.ts';
import { networks } from '../../../shared/social/networks.ts';

describe('the guide to the key of', () => {
  test.each(networks)(
    '%s says in both languages what is needed, what to do and how long it lasts',
    (network) => {
      const { needs, steps, lasts } = spanish[network];
      expect([needs, lasts, ...steps].every((words) => words.length > 10)).toBe(true);
      expect(english[network].steps).toHaveLength(steps.length);
      expect(english[network].steps).not.toEqual(steps);
    },
  );

  test.each([
    ['facebook', ['pages_show_list', 'pages_read_engagement', 'read_insights']],
    ['instagram', ['instagram_basic', 'instagram_manage_insights']],
    ['threads', ['threads_basic', 'threads_manage_insights']],
    ['tiktok', ['user.info.stats', 'video.list']],
    ['youtube', ['youtube.readonly', 'yt-analytics.readonly']],
  ] as const)('%s names the permissions that its readings need: %o', (network, permissions) => {
    for (const { steps } of [spanish[network], english[network]]) {
      expect(permissions.filter((name) => !steps.join(' ').includes(name))).toEqual([]);
    }
  });
});
