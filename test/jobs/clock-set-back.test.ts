import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { claimSlot, finishSlot, forgetOldSlots, renewClaim } from '../../jobs/claim-slot.ts';
import { listConnectors } from '../../jobs/list-connectors.ts';
import { planPull } from '../../jobs/pull/plan-pull.ts';
import { limitTries, type Tried } from '../../server/accounts/limit-tries.ts';
import { accountTables } from '../../server/accounts/tables.ts';
import { asSystem } from '../../server/context.ts';
import { listFeedsToRead } from '../../server/press/feeds/list-feeds-to-read.ts';
import { takeDigest } from '../../server/social/alert-digests.ts';
import { askDueChecks } from '../../server/social/ask-due-checks.ts';
import { evaluateAlerts } from '../../server/social/evaluate-alerts.ts';
import { findNewestPull } from '../../server/social/find-newest-pull.ts';
import { pullParts } from '../../shared/social/pull.ts';
import { callerAs, failureOf, makeHouse, openHouseAt } from '../support/house.ts';
import { password, serveHouse } from '../support/served-house.ts';

const day = 86_400_000;
/** How far the clock was ahead before it was set back. */
const ahead = [1_000, day, 365 * day];
const right = Date.parse('2026-11-22T15:00:00Z');
const at = (ms: number) => new Date(ms).toISOString();

/** The window of each limit, in seconds. */
const windows: Record<Tried, number> = {
  sign_in: 900,
  change_password: 900,
  set_password: 600,
  first_administrator: 60,
};

/** Tries until it is refused, and says why. */
async function exhaust(once: () => Promise<void>): Promise<unknown> {
  for (let time = 0; time < 61; time += 1) {
    const refused = await once().then(
      () => undefined,
      (error: { failure: unknown }) => error.failure,
    );
    if (refused) return refused;
  }
  throw new Error('nothing limits the tries');
}

describe('a clock that is set back, by a second, a day or a year,', () => {
  test('shuts nobody out for longer than a limit says, and lets nobody in before', async () => {
    const house = await makeHouse();
    for (const [tried, seconds] of Object.entries(windows) as [Tried, number][]) {
      for (const by of ahead) {
        const trier = { account: `ana ${by}`, address: `ana ${by}` };
        const once = () => limitTries(house, tried, trier);
        const full = { code: 'too_many_requests', retryAfterSeconds: seconds };
        house.setNow(at(right + by));
        expect(await exhaust(once)).toEqual(full);
        house.setNow(at(right));
        expect([tried, by, await failureOf(once())]).toEqual([tried, by, full]);
        house.setNow(at(right + seconds * 1_000 - 1));
        expect([tried, by, await failureOf(once())]).toMatchObject([
          tried,
          by,
          { code: full.code },
        ]);
        house.setNow(at(right + seconds * 1_000));
        await once();
      }
    }
  });

  test('lets a turn be taken over after its lease from whoever died, and from nobody alive', async () => {
    const house = await makeHouse();
    const other = await openHouseAt(house.place);
    for (const by of ahead) {
      const left = { task: 'pull-networks', slot: `left ${by}` };
      const held = { task: 'pull-networks', slot: `held ${by}` };
      other.setNow(at(right + by));
      expect(await claimSlot(other, left, 'dead')).toBe(true);
      expect(await claimSlot(other, held, 'alive')).toBe(true);
      house.setNow(at(right));
      expect(await claimSlot(house, left, 'next')).toBe(false);
      for (let passed = 0; passed <= 120_000; passed += 15_000) {
        other.setNow(at(right + by + passed));
        house.setNow(at(right + passed));
        expect(await renewClaim(other, held, 'alive')).toBe(true);
        expect(await claimSlot(house, held, 'hasty')).toBe(false);
        if (passed === 60_000) expect(await claimSlot(house, left, 'next')).toBe(true);
      }
      expect(await finishSlot(other, held, 'alive')).toBe(true);
    }
  });

  test('reads feeds and tries connections no later than it would have', async () => {
    const house = await makeHouse();
    const admin = callerAs(house, 'admin');
    const outlet = await admin.press.createOutlet({ name: 'El Diario', medium: 'digital' });
    const address = 'https://diario.example/rss';
    const { id: feedId } = await admin.press.createFeed({ outletId: outlet.id, address });
    const facebook = { network: 'facebook' as const, label: '', secret: { accessToken: 'EAAB' } };
    await admin.social.createConnection(facebook);
    const { db } = house.database;
    for (const by of ahead) {
      const later = at(right + by);
      await db.deleteFrom('feedState').execute();
      await db
        .insertInto('feedState')
        .values({
          ...{ feedId, address, attemptedAt: later, outcome: 'ok', failure: null, etag: null },
          ...{ lastModified: null, succeededAt: later, requestedAt: null },
        })
        .execute();
      const minutes: number[] = [];
      for (let minute = 0; minute <= 31; minute += 1) {
        house.setNow(at(right + minute * 60_000));
        if ((await listFeedsToRead(house)).length > 0) minutes.push(minute);
      }
      expect([by, minutes.length > 0]).toEqual([by, true]);

      await db.updateTable('connection').set({ checkStatus: 'ok', checkedAt: later }).execute();
      let asked = 0;
      for (let hour = 0; hour <= 25; hour += 1) {
        house.setNow(at(right + hour * 3_600_000));
        asked += (await askDueChecks(asSystem(house))).asked;
      }
      expect([by, asked]).toEqual([by, 1]);
    }
  });

  test('lets people sign in at the same pace, however far ahead their last try was', async () => {
    const served = await serveHouse({ signInLimit: { max: 2, windowSeconds: 60 } });
    const { email } = await served.addPerson('press');
    const visitor = served.visitor();
    for (let time = 0; time < 2; time += 1) await visitor.signIn(email, 'otra clave larga');
    expect((await visitor.signIn(email, password)).status).toBe(429);
    const { db } = served.house.database;
    await accountTables(db)
      .updateTable('rateLimit')
      .set({ lastRequest: Date.now() + 365 * day })
      .execute();
    const refused = await visitor.signIn(email, password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('x-retry-after'))).toBeLessThanOrEqual(60);
  });

  test('forgets turns of days to come, so that those days have theirs', async () => {
    const house = await makeHouse();
    const slot = { task: 'check-daily', slot: '2027-11-22' };
    house.setNow('2027-11-22T15:00:00Z');
    await claimSlot(house, slot, 'early');
    await finishSlot(house, slot, 'early');
    house.setNow(at(right));
    await claimSlot(house, { ...slot, slot: '2026-11-22' }, 'here');
    expect(await forgetOldSlots(house)).toBe(1);
    house.setNow('2027-11-22T15:00:00Z');
    expect(await claimSlot(house, slot, 'in time')).toBe(true);
  });

  test('reads every part of a page that was read at a time to come', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const page = { network: 'facebook' as const, handle: 'a', title: 'A' };
    const { id: pageId } = await social.createPage(page);
    const later = at(right + 365 * day);
    for (const part of pullParts) {
      await house.database.db
        .insertInto('pagePart')
        .values({
          ...{ pageId, part, attemptedAt: later, succeededAt: later, outcome: 'ok', details: '[]' },
          ...{ pullId: null, filledFrom: null, fillCursor: null, filledAt: null },
        })
        .execute();
    }
    const [plan] = await planPull(house, await listConnectors(), { reason: 'schedule' });
    expect(plan?.parts).toEqual([...pullParts]);
  });

  test('takes the pull that ended last for the newest, and no mail waits for another year', async () => {
    const house = await makeHouse();
    const { db } = house.database;
    const pull = async (finishedAt: string) => {
      const id = randomUUID();
      await db
        .insertInto('pull')
        .values({
          ...{ id, reason: 'schedule', day: finishedAt.slice(0, 10), startedAt: finishedAt },
          ...{ finishedAt, pages: 0, pagesDone: 0, pagesFailed: 0, calls: 0, ended: 'whole' },
          ...{ cancelAskedAt: null, cancelAskedBy: null },
        })
        .execute();
      return id;
    };
    await pull('2027-11-22T15:00:00.000Z');
    const newest = await pull('2026-11-22T14:00:00.000Z');
    expect(await findNewestPull(house)).toBe(newest);

    const failed = { id: 'ahead', state: 'failed', attemptedAt: '2027-11-22T15:00:00.000Z' };
    await db
      .insertInto('alertDigest')
      .values({ ...failed, alerts: 1, failure: 'x' })
      .execute();
    const { social } = callerAs(house, 'coordinator');
    const page = { network: 'facebook' as const, handle: 'a', title: 'A' };
    const { id: pageId } = await social.createPage(page);
    const figure = { pageId, metric: 'followers' as const, precision: 'exact' as const };
    await social.typeSnapshot({ ...figure, day: '2026-11-20', value: 1_000 });
    await social.typeSnapshot({ ...figure, day: '2026-11-22', value: 900 });
    await evaluateAlerts(asSystem(house));
    expect(await takeDigest(asSystem(house))).toMatchObject({ alerts: [{ title: 'A' }] });
  });
});
