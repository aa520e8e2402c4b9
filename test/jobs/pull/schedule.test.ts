import { describe, expect, onTestFinished, test } from 'vitest';
import { startSchedule } from '../../../jobs/schedule.ts';
import { callerAs, failureOf, type TestHouse } from '../../support/house.ts';
import { makePulledHouse, sandboxFigure, sandboxPagesOn } from '../../support/pulled-house.ts';

const patiently = { timeout: 20_000, interval: 100 };

async function start(house: TestHouse) {
  const schedule = await startSchedule(house);
  onTestFinished(() => schedule.stop());
  return schedule;
}

async function pullsOf(house: TestHouse) {
  const { rows } = await callerAs(house, 'viewer').social.listPulls({});
  return rows.map(({ reason, finishedAt }) => `${reason} ${finishedAt ? 'finished' : 'open'}`);
}

describe('the schedule', () => {
  test('makes at its start the pull that was missed that day, once', async () => {
    const { house, page } = await makePulledHouse(sandboxPagesOn('x'));
    const schedule = await start(house);
    expect(schedule.isRunning()).toBe(true);

    await expect.poll(() => pullsOf(house), patiently).toEqual(['catch_up finished']);
    expect((await page('x', 'AlcLaEstrella')).followers?.value).toBe(
      sandboxFigure({ network: 'x', handle: 'AlcLaEstrella' }, 'followers', '2026-11-22'),
    );
    await schedule.stop();
    expect(schedule.isRunning()).toBe(false);

    await start(house);
    await (await start(house)).stop();
    expect(await pullsOf(house)).toEqual(['catch_up finished']);
  });

  test('reads nothing before the hour of the first pull', async () => {
    const { house, sandbox } = await makePulledHouse();
    house.setNow('2026-11-22T10:09:00Z');
    const schedule = await start(house);
    await schedule.stop();
    expect(await pullsOf(house)).toEqual([]);
    expect(sandbox.requests()).toEqual([]);
  });

  test('answers "Capturar ahora" within seconds and says how far it is', async () => {
    const { house, page } = await makePulledHouse(sandboxPagesOn('facebook'));
    house.setNow('2026-11-22T09:00:00Z');
    await start(house);
    const { id: pageId } = await page('facebook', 'MujerLaEstrella');
    const { social } = callerAs(house, 'press');
    const { id: requestId } = await social.requestPull({ pageId });
    expect(await social.readPullProgress({ requestId })).toMatchObject({ status: 'waiting' });

    const done = { status: 'done', pull: { reason: 'request', pages: 1, pagesDone: 1 } };
    await expect.poll(() => social.readPullProgress({ requestId }), patiently).toMatchObject(done);

    expect((await page('facebook', 'MujerLaEstrella')).lastPull?.outcome).toBe('ok');
    expect((await page('facebook', 'AlcaldiaLaEstrella')).lastPull).toBeNull();
    expect(await failureOf(callerAs(house, 'secretary').social.requestPull({}))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
