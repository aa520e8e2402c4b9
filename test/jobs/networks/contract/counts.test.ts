import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type SandboxNetwork, sandboxPages } from '../../../../jobs/sandbox/sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../../../../jobs/sandbox/serve-sandbox.ts';
import { needsNoCredential } from '../../../../shared/social/credentials.ts';
import type { PageToRead } from '../../../../shared/social/network-readings.ts';
import { readThrough, testStart } from '../../../support/networks.ts';
import { listSubjects } from './subjects.ts';

/** Those whose answers say in their headers what is left of the budget, and when to look again. */
const looksAgainAt: Partial<Record<SandboxNetwork, string>> = {
  facebook: '2026-11-22T15:02:00.000Z',
  instagram: '2026-11-22T15:02:00.000Z',
  x: '2026-11-22T15:15:00.000Z',
};
const quick = { timeoutMs: 150, retryAfterMs: [1_000] };

function pageOf(network: SandboxNetwork): PageToRead {
  const page = sandboxPages.find((candidate) => candidate.network === network);
  if (!page) throw new Error(`the sandbox has no page of ${network}`);
  return { id: `our page of ${network}`, handle: page.handle, externalId: null };
}

const nobody: PageToRead = { id: 'nobody', handle: 'nobodyatall', externalId: null };

describe.each(await listSubjects())('the pages of $name, against the sandbox', (subject) => {
  const { network, connector, secret } = subject;
  let page: PageToRead;
  let sandbox: Sandbox;

  beforeEach(async () => {
    page = pageOf(network);
    const started = await startSandbox({ clock: () => new Date(testStart), ...subject.sandbox });
    onTestFinished(() => started.close());
    sandbox = started;
  });

  function read(pages = [page], options = {}) {
    return readThrough(network, sandbox.baseUrls[network], pages, { secret, ...options });
  }

  async function failuresOf(pages?: PageToRead[], options = {}) {
    const { readings } = await read(pages, options);
    return readings.map((reading) => reading.failures);
  }

  test('reads the same by the number it learned', async () => {
    const first = await read();
    const externalId = first.readings[0]?.externalId ?? null;
    const again = await read([{ ...page, externalId }]);
    expect(again.readings).toEqual(first.readings);
  });

  test('one unknown page does not stop the others', async () => {
    const { readings } = await read([nobody, page]);
    expect(readings).toMatchObject([
      {
        pageId: 'nobody',
        readings: [],
        failures: [{ metric: null, failure: { kind: 'refused', reason: 'page_unknown' } }],
      },
      { pageId: page.id, failures: [] },
    ]);
    expect(readings[1]?.readings).toHaveLength(2);
  });

  test('a name that no page can have is refused without asking for it', async () => {
    const odd = { id: 'odd', handle: '¿quién?, otra', externalId: null };
    const { readings } = await read([odd, page]);
    expect(readings[0]).toMatchObject({ pageId: 'odd', readings: [] });
    expect(readings[0]?.failures[0]?.failure.kind).toBe('refused');
    expect(readings[1]?.readings).toHaveLength(2);
    expect(
      sandbox
        .requests()
        .map((request) => request.path)
        .join(),
    ).not.toContain('qui');
  });

  test('a page that vanishes from the network is refused', async () => {
    sandbox.setFault({ network, kind: 'unknown_page', handle: page.handle });
    expect(await failuresOf()).toMatchObject([
      [{ metric: null, failure: { kind: 'refused', reason: 'page_unknown' } }],
    ]);
  });

  test('a long throttle comes back with the moment to try again, and no more calls', async () => {
    sandbox.setFault({ network, kind: 'throttled', minutes: 10 });
    const { readings, client, clock } = await read();
    expect(readings[0]?.failures).toMatchObject([
      { failure: { kind: 'retry_later', reason: 'throttled', at: expect.any(String) } },
    ]);
    expect(client.calls).toBe(1);
    expect(clock.naps).toEqual([]);
  });

  test('a short throttle is waited out', async () => {
    sandbox.setFault({ network, kind: 'throttled', retryAfterSeconds: 20, times: 1 });
    const { readings, clock } = await read();
    expect(readings[0]?.readings).toHaveLength(2);
    expect(clock.naps[0]).toBe(20_000);
  });

  test.runIf(looksAgainAt[network])(
    'a spent budget stops the calls that would follow',
    async () => {
      const { readings, client } = await read();
      sandbox.setFault({ network, kind: 'nearly_spent', percent: 100, times: 1 });
      await connector.readPages(client, [page]);
      const before = client.calls;
      const later = await connector.readPages(client, [page]);
      expect(readings[0]?.failures).toEqual([]);
      expect(client.calls).toBe(before);
      expect(later[0]?.failures[0]?.failure).toMatchObject({
        kind: 'retry_later',
        reason: 'throttled',
        at: looksAgainAt[network],
      });
    },
  );

  test.each([
    ['none', null, 'token_missing', 0],
    ['a wrong one', 'whatever', 'token_invalid', 1],
  ])('of tokens, %s', async (_, token, reason, calls) => {
    if (needsNoCredential(network)) return;
    const wrong = Object.fromEntries(Object.keys(secret).map((name) => [name, token ?? '']));
    const { readings, client } = await read([page], { secret: token === null ? null : wrong });
    expect(readings[0]?.failures).toMatchObject([{ failure: { kind: 'reauthorise', reason } }]);
    expect(JSON.stringify(readings)).not.toContain('whatever');
    expect(client.calls).toBe(calls);
  });

  test('a redirect is not followed', async () => {
    sandbox.setFault({ network, kind: 'redirect' });
    expect(await failuresOf()).toMatchObject([
      [{ failure: { kind: 'changed_shape', reason: 'redirected' } }],
    ]);
  });

  test.each([
    ['a slow answer', { kind: 'slow', milliseconds: 2_000 }, 'timed_out'],
    ['a cut connection', { kind: 'cut' }, 'connection_lost'],
    ['a failing server', { kind: 'server_error' }, 'network_unavailable'],
    ['HTML from a failing server', { kind: 'html', status: 502 }, 'network_unavailable'],
  ] as const)('%s is tried again, then left for later', async (_, fault, reason) => {
    sandbox.setFault({ network, ...fault });
    const { readings, client, clock } = await read([page], { bounds: quick });
    expect(readings[0]?.failures).toMatchObject([{ failure: { kind: 'retry_later', reason } }]);
    expect(client.calls).toBe(2);
    expect(clock.naps).toEqual([1_000]);
  });

  test.each([{ kind: 'cut' }, { kind: 'server_error' }] as const)(
    'after one $kind the page is read all the same',
    async (fault) => {
      sandbox.setFault({ network, ...fault, times: 1 });
      const { readings } = await read([page], { bounds: quick });
      expect(readings).toMatchObject([{ failures: [] }]);
    },
  );
});
