import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { claimSlot, finishSlot, forgetOldSlots, renewClaim } from '../../jobs/claim-slot.ts';
import { limitTries, type Tried } from '../../server/accounts/limit-tries.ts';
import { accountTables } from '../../server/accounts/tables.ts';
import { asSystem } from '../../server/context.ts';
import { listFeedsToRead } from '../../server/press/feeds/list-feeds-to-read.ts';
import { takeDigest } from '../../server/social/alert-digests.ts';
import { askDueChecks } from '../../server/social/ask-due-checks.ts';
import { evaluateAlerts } from '../../server/social/evaluate-alerts.ts';
import { findNewestPull } from '../../server/social/find-newest-pull.ts';
import { callerAs, failureOf, makeHouse, openHouseAt } from '../support/house.ts';
import { password, serveHouse } from '../support/served-house.ts';

const day = 86_400_000;
/** How far the clock was ahead before it was set back. */
const ahead: [string, number][] = [
  ['a second', 1_000],
  ['ten minutes', 600_000],
  ['a day', day],
  ['a year', 365 * day],
];
const right = Date.parse('2026-11-22T15:00:00Z');
const at = (ms: number) => new Date(ms).toISOString();

/** The window of each limit, in seconds. */
const windows: Record<Tried, number> = {
  sign_in: 900,
  change_password: 900,
  set_password: 600,
  first_administrator: 60,
};

describe.each(ahead)('a clock that is set back by %s', (_, by) => {
  test.each(Object.entries(windows))(
    'shuts nobody out of %s for longer than its limit',
    async (name, seconds) => {
      const house = await makeHouse();
      const tried = name as Tried;
      const trier = { account: 'ana', address: '203.0.113.1' };
      const once = () => limitTries(house, tried, trier);
      house.setNow(at(right + by));
      for (let time = 0; time < 60; time += 1) await once().catch(() => undefined);
      expect(await failureOf(once())).toMatchObject({ code: 'too_many_requests' });
      house.setNow(at(right));
      const refused = (await failureOf(once())) as { code: string; retryAfterSeconds: number };
      expect(refused).toEqual({ code: 'too_many_requests', retryAfterSeconds: seconds });
      house.setNow(at(right + seconds * 1_000));
      await once();
    },
  );

  test('lets a turn be taken over after its lease, from whoever died', async () => {
    const house = await makeHouse();
    const slot = { task: 'pull-networks', slot: '2026-11-22T05:10' };
    house.setNow(at(right + by));
    expect(await claimSlot(house, slot, 'dead')).toBe(true);
    house.setNow(at(right));
    expect(await claimSlot(house, slot, 'alive')).toBe(false);
    house.setNow(at(right + 60_000));
    expect(await claimSlot(house, slot, 'alive')).toBe(true);
  });

  test('takes no turn from whoever holds it and is alive', async () => {
    const house = await makeHouse();
    const other = await openHouseAt(house.place);
    const slot = { task: 'pull-networks', slot: '2026-11-22T05:10' };
    other.setNow(at(right + by));
    expect(await claimSlot(other, slot, 'alive')).toBe(true);
    for (let passed = 0; passed <= 120_000; passed += 15_000) {
      other.setNow(at(right + by + passed));
      house.setNow(at(right + passed));
      expect(await renewClaim(other, slot, 'alive')).toBe(true);
      expect(await claimSlot(house, slot, 'hasty')).toBe(false);
    }
    expect(await finishSlot(other, slot, 'alive')).toBe(true);
  });

  test('reads feeds, tries connections and sends alerts as before', async () => {
    const house = await makeHouse();
    const admin = callerAs(house, 'admin');
    const { id: outletId } = await admin.press.createOutlet({
      name: 'El Diario',
      medium: 'digital',
    } as never);
    await admin.press.createFeed({ outletId, address: 'https://diario.example/rss' } as never);
    const { db } = house.database;
    const later = at(right + by);
    const [feed] = await db.selectFrom('feed').select(['id', 'address']).execute();
    await db
      .insertInto('feedState')
      .values({
        ...{ feedId: String(feed?.id), address: String(feed?.address), attemptedAt: later },
        ...{ outcome: 'ok', failure: null, etag: null, lastModified: null },
        ...{ succeededAt: later, requestedAt: null },
      } as never)
      .execute();
    const minutes: number[] = [];
    for (let minute = 0; minute <= 31; minute += 1) {
      house.setNow(at(right + minute * 60_000));
      if ((await listFeedsToRead(house)).length > 0) minutes.push(minute);
    }
    expect(minutes.length).toBeGreaterThan(0);

    const facebook = { network: 'facebook' as const, label: '', secret: { accessToken: 'EAAB' } };
    await admin.social.createConnection(facebook);
    await db.updateTable('connection').set({ checkStatus: 'ok', checkedAt: later }).execute();
    let asked = 0;
    for (let hour = 0; hour <= 25; hour += 1) {
      house.setNow(at(right + hour * 3_600_000));
      asked += (await askDueChecks(asSystem(house))).asked;
    }
    expect(asked).toBe(1);
  });
});

describe('a clock that is set back', () => {
  test('lets people sign in at the same pace, however far ahead their last try was', async () => {
    const served = await serveHouse();
    const { email } = await served.addPerson('press');
    const visitor = served.visitor();
    for (let time = 0; time < 10; time += 1) await visitor.signIn(email, 'otra clave larga');
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
