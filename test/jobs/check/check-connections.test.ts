import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSchedule } from '../../../jobs/schedule.ts';
import { answerChecks, checkDaily } from '../../../jobs/tasks/check-connections.ts';
import { warnOfExpiry } from '../../../jobs/tasks/warn-of-expiry.ts';
import type { NetworkId } from '../../../shared/social/networks.ts';
import { auditOf, callerAs, openHouseAt, type TestHouse } from '../../support/house.ts';
import { makePulledHouse, sandboxPagesOn } from '../../support/pulled-house.ts';

const never = () => new AbortController().signal;

async function connectionOf(house: TestHouse, network: NetworkId) {
  const rows = await callerAs(house, 'admin').social.listConnections();
  const found = rows.find((row) => row.network === network);
  if (!found) throw new Error(`no connection of ${network}`);
  return found;
}

/** Asks for the trial of the network's connection and has it answered. */
async function tryOut(house: TestHouse, network: NetworkId) {
  const { social } = callerAs(house, 'admin');
  const { id: connectionId } = await connectionOf(house, network);
  await social.requestCheck({ connectionId });
  await answerChecks(house, 'here', never());
  return social.readCheck({ connectionId });
}

describe('the trial of a connection', () => {
  test('of Facebook tells which pages the token sees, and until when it is good', async () => {
    const { house } = await makePulledHouse(sandboxPagesOn('facebook').slice(0, 1));
    const { status, result } = await tryOut(house, 'facebook');
    expect(status).toBe('done');
    expect(result).toMatchObject({ failure: null, missingPermissions: [] });
    const seen = result?.pages.map(({ title }) => title).toSorted();
    expect(seen).toEqual(
      sandboxPagesOn('facebook')
        .map(({ title }) => title)
        .toSorted(),
    );
    expect(result?.pages.filter(({ pageId }) => pageId !== null)).toHaveLength(1);
    expect(await connectionOf(house, 'facebook')).toMatchObject({
      status: 'working',
      expiresAt: '2027-01-11T00:00:00.000Z',
    });
  });

  test.each(['x', 'youtube', 'mastodon', 'bluesky'] as const)(
    'of %s, which lists no pages, reads those of the list',
    async (network) => {
      const [page] = sandboxPagesOn(network);
      const { house } = await makePulledHouse(page ? [page] : []);
      expect(await tryOut(house, network)).toMatchObject({
        status: 'done',
        result: { failure: null, pages: [{ externalId: page?.id, followers: expect.any(Number) }] },
      });
    },
  );

  test('of a server without pages in the list yet finds out whether it answers', async () => {
    const { house, sandbox } = await makePulledHouse([]);
    expect(await tryOut(house, 'mastodon')).toMatchObject({ result: { failure: null, pages: [] } });
    house.setNow('2026-11-22T15:05:00Z');
    sandbox.setFault({ kind: 'html', network: 'mastodon' });
    expect(await tryOut(house, 'mastodon')).toMatchObject({
      result: { failure: { kind: 'changed_shape' } },
    });
  });

  test('of a dead token says so, and a good one after it says that it works', async () => {
    const { house, sandbox } = await makePulledHouse([]);
    sandbox.setFault({ kind: 'expired_token', network: 'threads', times: 1 });
    expect(await tryOut(house, 'threads')).toMatchObject({
      result: { failure: { kind: 'reauthorise', reason: 'token_expired' } },
    });
    expect(await connectionOf(house, 'threads')).toMatchObject({ status: 'needs_token' });
    house.setNow('2026-11-22T15:05:00Z');
    expect(await tryOut(house, 'threads')).toMatchObject({ result: { failure: null } });
    expect(await connectionOf(house, 'threads')).toMatchObject({ status: 'working' });
  });

  test('is made once among processes, and keeps no token', async () => {
    const { house, sandbox } = await makePulledHouse([]);
    const { id: connectionId } = await connectionOf(house, 'tiktok');
    await callerAs(house, 'admin').social.requestCheck({ connectionId });
    const second = await openHouseAt(house.place);
    await Promise.all([
      answerChecks(house, 'here', never()),
      answerChecks(second, 'there', never()),
    ]);
    expect(sandbox.requests()).toHaveLength(1);
    const stored = await house.database.db.selectFrom('connection').selectAll().execute();
    const rows = stored.map(({ secret: _, ...row }) => row);
    expect(JSON.stringify([rows, await auditOf(house, connectionId)])).not.toContain('sandbox-');
  });

  test('that is told to stop is left to the next start', async () => {
    const { house } = await makePulledHouse([]);
    const { social } = callerAs(house, 'admin');
    const { id: connectionId } = await connectionOf(house, 'linkedin');
    await social.requestCheck({ connectionId });
    await answerChecks(house, 'here', AbortSignal.abort());
    expect(await social.readCheck({ connectionId })).toMatchObject({ status: 'asked' });
    await answerChecks(house, 'there', never());
    expect(await social.readCheck({ connectionId })).toMatchObject({ status: 'done' });
  });

  test('is answered within seconds by a running schedule', async () => {
    const { house } = await makePulledHouse([]);
    house.setNow('2026-11-22T09:00:00Z');
    const schedule = await startSchedule(house);
    onTestFinished(() => schedule.stop());
    const { social } = callerAs(house, 'admin');
    const { id: connectionId } = await connectionOf(house, 'facebook');
    await social.requestCheck({ connectionId });
    await expect
      .poll(() => social.readCheck({ connectionId }), { timeout: 10_000, interval: 100 })
      .toMatchObject({ status: 'done' });
  });

  test('is made of every token once a day after the first pull is due, but where it costs money', async () => {
    const { house } = await makePulledHouse([]);
    const asked = async () => {
      await checkDaily(house, 'here', never());
      const rows = await callerAs(house, 'admin').social.listConnections();
      return rows.filter(({ checkStatus }) => checkStatus === 'asked').map((row) => row.network);
    };
    house.setNow('2026-11-22T10:09:00Z');
    expect(await asked()).toEqual([]);
    house.setNow('2026-11-22T10:10:00Z');
    const withTokens = ['facebook', 'instagram', 'linkedin', 'threads', 'tiktok', 'youtube'];
    expect(await asked()).toEqual(withTokens);
    await answerChecks(house, 'here', never());
    expect(await asked()).toEqual([]);
    house.setNow('2026-11-23T10:10:00Z');
    expect(await asked()).toEqual(withTokens);
  });
});

describe('the log', () => {
  test('warns 14, 7 and 1 days before a token ends and when it has, once each over starts', async () => {
    const { house } = await makePulledHouse([]);
    await tryOut(house, 'facebook');
    const written: Record<string, unknown>[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => written.push(JSON.parse(line)) });
    const told = async (instant: string) => {
      house.setNow(instant);
      written.length = 0;
      await warnOfExpiry({ ...house, log }, 'here', never());
      await warnOfExpiry({ ...house, log }, 'there', never());
      return written.map(({ msg, network, withinDays }) => [network, msg, withinDays]);
    };
    // It ends on 11 January 2027 at midnight of Greenwich.
    const near = 'a token is about to end';
    expect(await told('2026-12-27T00:00:00Z')).toEqual([]);
    expect(await told('2026-12-28T00:00:00Z')).toEqual([['facebook', near, 14]]);
    expect(await told('2026-12-29T00:00:00Z')).toEqual([]);
    expect(await told('2027-01-05T00:00:00Z')).toEqual([['facebook', near, 7]]);
    expect(await told('2027-01-10T12:00:00Z')).toEqual([['facebook', near, 1]]);
    expect(await told('2027-01-11T12:00:00Z')).toEqual([
      ['facebook', 'a token has ended', undefined],
    ]);
    expect(JSON.stringify(written)).not.toContain('sandbox-');
  });
});
