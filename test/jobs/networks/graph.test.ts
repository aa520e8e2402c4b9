import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { readGraphNodes } from '../../../shared/social/graph-nodes.ts';
import type { PageToRead } from '../../../shared/social/network-readings.ts';
import { readThrough, testStart } from '../../support/networks.ts';

const pages = sandboxPages
  .filter((page) => page.network === 'facebook')
  .map(({ handle }) => ({ id: handle, handle, externalId: null }));

describe("Meta's graph", () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    const started = await startSandbox({ clock: () => new Date(testStart) });
    onTestFinished(() => started.close());
    sandbox = started;
  });

  function readFacebook(asked: PageToRead[] = pages) {
    return readThrough('facebook', sandbox.baseUrls.facebook, asked);
  }

  function batches(): string[] {
    return sandbox
      .requests()
      .map((request) => new URLSearchParams(request.path.split('?')[1]).get('ids'))
      .filter((ids) => ids !== null);
  }

  test('all the pages are read in one batch', async () => {
    const { readings } = await readFacebook();
    expect(readings.map((reading) => reading.failures)).toEqual(pages.map(() => []));
    expect(batches()).toEqual([pages.map((page) => page.handle).join(',')]);
  });

  test('two bad names in a full batch are found by halving it', async () => {
    const invented = Array.from({ length: 43 }, (_, index) => `page_${index}`);
    const bad = [...invented.slice(0, 1), ...invented.slice(-1)];
    const asked: string[][] = [];
    const { nodes } = await readGraphNodes(invented, ['id'], async (ids) => {
      asked.push(ids);
      const failure = { kind: 'refused', reason: 'page_unknown', facts: { code: 803 } } as const;
      if (ids.some((id) => bad.includes(id))) return { ok: false, failure };
      return { ok: true, body: Object.fromEntries(ids.map((id) => [id, { id }])), link: null };
    });
    const failed = [...nodes].filter(([, node]) => 'failure' in node).map(([id]) => id);
    expect(failed).toEqual(bad);
    expect(nodes.size).toBe(43);
    expect(asked.length).toBeLessThanOrEqual(2 * 2 * Math.ceil(Math.log2(43)));
  });

  test('posts are counted to the last page of the list', async () => {
    const { readings } = await readFacebook(pages.slice(0, 1));
    const value = readings[0]?.readings.find((at) => at.metric === 'posts')?.value ?? 0;
    const lists = sandbox.requests().filter((at) => at.path.includes('published_posts'));
    expect(value).toBeGreaterThan(3_900);
    expect(lists).toHaveLength(Math.ceil(value / 100));
  });

  test('a list that is too heavy is asked in halves, and nothing is lost', async () => {
    const whole = await readFacebook(pages.slice(5));
    sandbox.setFault({ network: 'facebook', kind: 'too_heavy', most: 30 });
    const halves = await readFacebook(pages.slice(5));
    expect(halves.readings).toEqual(whole.readings);
    expect(sandbox.requests().at(-1)?.path).toContain('limit=25');
  });

  test('a batch that is too heavy is asked in halves', async () => {
    sandbox.setFault({ network: 'facebook', kind: 'too_heavy', most: 2, times: 3 });
    const { readings } = await readFacebook();
    expect(readings.flatMap((reading) => reading.failures)).toEqual([]);
  });

  test('a retired field takes only itself down, and is named', async () => {
    sandbox.setFault({ network: 'facebook', kind: 'retired_metric', metric: 'followers_count' });
    const { readings } = await readFacebook(pages.slice(3));
    for (const reading of readings) {
      expect(reading.readings.map((at) => at.metric)).toEqual(['posts']);
      expect(reading.failures).toMatchObject([
        {
          metric: 'followers',
          failure: { reason: 'metric_retired', facts: { code: 100, field: 'followers_count' } },
        },
      ]);
    }
  });

  test('one page whose posts changed shape does not stop the others', async () => {
    const [first, second] = pages.slice(4).map((page) => {
      const externalId = sandboxPages.find((at) => at.handle === page.handle)?.id ?? null;
      return { ...page, externalId };
    });
    if (!first || !second) throw new Error('the sandbox has too few pages');
    sandbox.setFault({ network: 'facebook', kind: 'changed_shape', handle: first.handle });
    const { readings } = await readFacebook([first, second]);
    expect(readings[0]?.failures.map((at) => at.metric)).toContain('posts');
    expect(readings[1]?.readings.map((at) => at.metric)).toContain('posts');
  });

  test('accounts of instagram are looked up by name once, and by number from then on', async () => {
    const account = { id: 'ig', handle: '@AlcaldiaLaEstrella', externalId: null };
    const first = await readThrough('instagram', sandbox.baseUrls.instagram, [account]);
    const externalId = first.readings[0]?.externalId ?? null;
    await readThrough('instagram', sandbox.baseUrls.instagram, [{ ...account, externalId }]);
    const paths = sandbox.requests().map((request) => request.path.split('?')[0]);
    expect(paths).toEqual(['/v26.0/me/accounts', '/v26.0/', '/v26.0/']);
  });
});
