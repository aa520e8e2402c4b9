import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { finishPull, recordTurn, startPull } from '../../../server/social/record-pull.ts';
import type { PullKind } from '../../../shared/social/pull-rows.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

const expired = { kind: 'reauthorise', reason: 'token_expired', facts: {} } as const;

/** A page on Facebook, as the coordinator adds it. */
async function addPage(house: TestHouse, title: string, handle: string): Promise<string> {
  const { social } = callerAs(house, 'coordinator');
  return (await social.createPage({ network: 'facebook', handle, title })).id;
}

interface PullMade {
  kind?: PullKind;
  requestId?: string;
  readPages?: string[];
  failedPages?: string[];
}

/** The record of a pull that is not over yet: its days are read of some pages, and not of others. */
async function makePull(house: TestHouse, made: PullMade): Promise<string> {
  const { kind = 'daily', requestId = null, readPages = [], failedPages = [] } = made;
  const pages = readPages.length + failedPages.length;
  const reason = requestId === null ? 'schedule' : 'request';
  const start = { reason, kind, day: '2026-11-22', pages, steps: pages, requestId } as const;
  const pullId = await startPull(asSystem(house), start);
  const stepOf = (pageId: string) => ({ pageId, part: 'days' as const, calls: 2, postsRead: 0 });
  await recordTurn(asSystem(house), {
    pullId,
    kind,
    snapshots: [],
    posts: [],
    audiences: [],
    steps: [
      ...readPages.map((id) => ({
        ...stepOf(id),
        outcome: 'ok' as const,
        failures: [],
        readings: 30,
      })),
      ...failedPages.map((id) => ({
        ...stepOf(id),
        outcome: 'reauthorise' as const,
        failures: [{ metric: null, part: 'days' as const, failure: expired }],
        readings: 0,
      })),
    ],
    learned: [],
    calls: 2 * pages,
    stepsDone: pages,
    pagesDone: pages,
    pagesFailed: failedPages.length,
    connection: null,
  });
  return pullId;
}

async function openHouse() {
  const house = await makeHouse();
  const mayor = await addPage(house, 'Alcaldía de La Estrella', 'AlcaldiaLaEstrella');
  const culture = await addPage(house, 'Casa de la Cultura', 'CulturaLaEstrella');
  return { house, mayor, culture, viewer: callerAs(house, 'viewer').social };
}

describe('the records of pulls', () => {
  test('say who asked for them and of which page, or that nobody did', async () => {
    const { house, mayor, viewer } = await openHouse();
    const asked = await callerAs(house, 'press').social.requestPull({
      pageId: mayor,
      kind: 'history',
    });
    const pullId = await makePull(house, {
      kind: 'history',
      requestId: asked.id,
      readPages: [mayor],
    });
    await finishPull(asSystem(house), pullId, 'whole');
    expect(await viewer.readPull({ pullId })).toMatchObject({
      requestedBy: 'Persona press',
      askedPage: 'Alcaldía de La Estrella',
    });
    house.setNow('2026-11-23T10:10:00Z');
    await makePull(house, { readPages: [mayor] });
    const { rows, total } = await viewer.listPulls({});
    expect(total).toBe(2);
    expect(rows.map(({ kind, requestedBy }) => [kind, requestedBy])).toEqual([
      ['daily', null],
      ['history', 'Persona press'],
    ]);
  });

  test('are found by what they read, how they ended, and the pages that they read', async () => {
    const { house, mayor, culture, viewer } = await openHouse();
    const failing = await makePull(house, { readPages: [mayor], failedPages: [culture] });
    await finishPull(asSystem(house), failing, 'whole');
    house.setNow('2026-11-23T10:10:00Z');
    const cancelled = await makePull(house, { kind: 'history', readPages: [mayor] });
    await finishPull(asSystem(house), cancelled, 'cancelled');
    house.setNow('2026-11-24T10:10:00Z');
    const running = await makePull(house, { readPages: [mayor] });

    const idsOf = async (list: Parameters<typeof viewer.listPulls>[0]) =>
      (await viewer.listPulls(list)).rows.map(({ id }) => id);
    expect(await idsOf({ kind: 'history' })).toEqual([cancelled]);
    expect(await idsOf({ state: 'running' })).toEqual([running]);
    expect(await idsOf({ state: 'failed' })).toEqual([failing]);
    expect(await idsOf({ state: 'cancelled' })).toEqual([cancelled]);
    expect(await idsOf({ state: 'stopped' })).toEqual([]);
    expect(await idsOf({ search: 'alcaldia estrella' })).toEqual([running, cancelled, failing]);
    expect(await idsOf({ search: 'cultura' })).toEqual([failing]);
    expect(await viewer.listPulls({ page: 2, pageSize: 2 })).toMatchObject({
      rows: [{ id: failing }],
      total: 3,
    });
  });

  test('tell page by page what was read and why the rest was not, failures first', async () => {
    const { house, mayor, culture, viewer } = await openHouse();
    const pullId = await makePull(house, { readPages: [mayor], failedPages: [culture] });
    expect(await viewer.searchPullSteps({ pullId })).toMatchObject({
      total: 2,
      rows: [
        { pageId: culture, part: 'days', outcome: 'reauthorise', failures: [{ failure: expired }] },
        { pageId: mayor, part: 'days', outcome: 'ok', calls: 2, readings: 30, failures: [] },
      ],
    });
    expect(await viewer.searchPullSteps({ pullId, failedOnly: true })).toMatchObject({
      total: 1,
      rows: [{ pageTitle: 'Casa de la Cultura' }],
    });
    expect(await viewer.searchPullSteps({ pullId, search: 'alcaldía' })).toMatchObject({
      total: 1,
      rows: [{ pageId: mayor }],
    });
  });
});
