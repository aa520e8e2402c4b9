import { describe, expect, onTestFinished, test } from 'vitest';
import { numberedPage, sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { asSystem } from '../../../server/context.ts';
import { requestPull } from '../../../server/social/request-pull.ts';
import { connectTo } from '../../support/connect-to-sandbox.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { sandboxPagesOn } from '../../support/pulled-house.ts';
import { environmentOf } from '../../support/web-server.ts';

const patiently = { timeout: 60_000, interval: 200 };
const longTest = 120_000;

/** A time zone where it is about midday, so that turns of today have come whenever the tests run. */
function zoneOfMidday(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}

async function openOffice(pages = sandboxPages) {
  const timeZone = zoneOfMidday();
  const house = await makeHouse();
  house.setNow(new Date().toISOString());
  const sandbox = await startSandbox({ clock: () => new Date(), timeZone });
  onTestFinished(() => sandbox.close());
  await connectTo(house, sandbox, pages);
  const environment = { ...environmentOf(house.place), TIME_ZONE: timeZone };
  return {
    house,
    sandbox,
    /** Starts a process that runs the schedule alone. */
    startJobs: () => startProgram('jobs', environment),
    startAll: () => startProgram('start', environment),
    /** How often the figures of X's pages were asked for, all of them at once. */
    countsOfX: () =>
      sandbox
        .requests()
        .filter(({ network, path }) => network === 'x' && /^\/2\/users(\/by)?\?/.test(path)).length,
  };
}

async function stopped(program: Program): Promise<number | null> {
  program.kill('SIGTERM');
  return program.ended;
}

async function pagesRead(house: TestHouse): Promise<string[]> {
  const rows = await callerAs(house, 'viewer').social.listPages();
  return rows.filter((row) => row.followers && row.posts).map((row) => row.network);
}

async function finishedPulls(house: TestHouse): Promise<boolean[]> {
  const { rows } = await callerAs(house, 'viewer').social.listPulls({});
  return rows.map(({ finishedAt }) => finishedAt !== null);
}

/** The networks of the pages that are read while Facebook does not answer, one each page. */
const otherNetworks = sandboxPages
  .map(({ network }) => network)
  .filter((network) => network !== 'facebook')
  .toSorted();

/** The claims of a process that was killed run out, as they do by themselves a minute later. */
async function letClaimsRunOut({ database }: TestHouse): Promise<void> {
  await database.db
    .updateTable('taskSlot')
    .set({ leaseUntil: '2020-01-01T00:00:00.000Z' })
    .where('finishedAt', 'is', null)
    .execute();
}

describe('processes on one database', () => {
  test('make each turn of the pull once', { timeout: longTest }, async () => {
    const { house, sandbox, startJobs, countsOfX } = await openOffice();
    sandbox.setFault({ kind: 'slow', network: 'facebook', milliseconds: 20 });
    const programs = [startJobs(), startJobs()];
    await Promise.all(programs.map((program) => program.says(/the schedule runs/)));

    await expect.poll(() => finishedPulls(house), patiently).toEqual([true]);
    expect(await pagesRead(house)).toHaveLength(sandboxPages.length);
    expect(countsOfX()).toBe(1);

    expect(await Promise.all(programs.map(stopped))).toEqual([0, 0]);
    expect(await finishedPulls(house)).toEqual([true]);
    expect(countsOfX()).toBe(1);
  });

  test('lose nothing when one is killed in the middle of a pull', {
    timeout: longTest,
  }, async () => {
    const { house, sandbox, startJobs, countsOfX } = await openOffice();
    sandbox.setFault({ kind: 'slow', network: 'facebook', milliseconds: 60_000 });
    const first = startJobs();
    await expect
      .poll(async () => (await pagesRead(house)).toSorted(), patiently)
      .toEqual(otherNetworks);
    first.kill('SIGKILL');
    await first.ended;
    expect(await finishedPulls(house)).toEqual([false]);

    sandbox.clearFaults();
    await letClaimsRunOut(house);
    const second = startJobs();

    await expect.poll(() => pagesRead(house), patiently).toHaveLength(sandboxPages.length);
    await expect.poll(() => finishedPulls(house), patiently).toContain(true);
    expect(countsOfX()).toBe(1);
    expect(await stopped(second)).toBe(0);
  });

  test('answer a request whose process was killed', { timeout: longTest }, async () => {
    const { house, sandbox, startJobs } = await openOffice(sandboxPagesOn('x'));
    sandbox.setFault({ kind: 'slow', network: 'x', milliseconds: 60_000 });
    const { id: requestId } = await requestPull(asSystem(house), {
      pageId: null,
      kind: 'daily',
    });
    const status = async () =>
      (await callerAs(house, 'viewer').social.readPullProgress({ requestId })).status;
    const first = startJobs();
    await expect.poll(status, patiently).toBe('running');
    first.kill('SIGKILL');
    await first.ended;

    sandbox.clearFaults();
    await letClaimsRunOut(house);
    const second = startJobs();
    await expect.poll(status, patiently).toBe('done');
    expect(await pagesRead(house)).toEqual(['x']);
    expect(await stopped(second)).toBe(0);
  });

  test('killed among a thousand pages, end the day and ask for nothing twice that was stored', {
    timeout: longTest,
  }, async () => {
    const pages = Array.from({ length: 1_000 }, (_, at) => numberedPage('bluesky', at));
    const { house, sandbox, startJobs } = await openOffice(pages);
    const asked = () => sandbox.requests().map(({ path }) => decodeURIComponent(path));
    const stored = async () => {
      const rows = await house.database.db
        .selectFrom('pagePart')
        .innerJoin('page', 'page.id', 'pagePart.pageId')
        .select(['page.handle', 'page.externalId', 'part'])
        .where('attemptedAt', 'is not', null)
        .execute();
      return rows;
    };
    const first = startJobs();
    const halfway = async () => (await stored()).filter(({ part }) => part === 'posts').length;
    await expect.poll(halfway, { ...patiently, interval: 20 }).toBeGreaterThan(150);
    first.kill('SIGKILL');
    await first.ended;
    const kept = await stored();
    expect(kept.length).toBeLessThan(2_000);
    const before = asked().length;

    await letClaimsRunOut(house);
    const second = startJobs();
    await expect
      .poll(() => finishedPulls(house), { ...patiently, interval: 500 })
      .toEqual([true, true]);

    const again = asked().slice(before);
    expect(await pagesRead(house)).toHaveLength(1_000);
    for (const { part, handle, externalId } of kept) {
      const isAsked = (path: string) =>
        part === 'counts'
          ? path.includes('getProfile') && path.includes(handle)
          : path.includes('getAuthorFeed') && path.includes(`actor=${externalId}&`);
      expect(asked().some(isAsked), `${part} of ${handle} was asked for`).toBe(true);
      expect(again.some(isAsked), `${part} of ${handle} was asked for again`).toBe(false);
    }
    const { rows } = await callerAs(house, 'viewer').social.listPulls({});
    expect(rows.map(({ ended }) => ended)).toEqual(['whole', 'stopped']);
    expect(await stopped(second)).toBe(0);
  });

  test('told to stop leave the rest of a pull to the next', { timeout: longTest }, async () => {
    const { house, sandbox, startAll } = await openOffice();
    sandbox.setFault({ kind: 'slow', network: 'facebook', milliseconds: 60_000 });
    const first = startAll();
    const [, url] = await first.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    const ready = await (await fetch(`${url}/readyz`)).json();
    expect(ready).toEqual({ ready: true, database: true, schedule: true });
    await expect.poll(() => pagesRead(house), patiently).toHaveLength(otherNetworks.length);
    expect(await stopped(first)).toBe(0);
    expect(await pagesRead(house)).toHaveLength(otherNetworks.length);

    sandbox.clearFaults();
    const second = startAll();
    await expect.poll(() => pagesRead(house), patiently).toHaveLength(sandboxPages.length);
    expect(await stopped(second)).toBe(0);
  });
});
