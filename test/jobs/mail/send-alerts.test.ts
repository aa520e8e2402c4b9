import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { sendAlerts } from '../../../jobs/tasks/send-alerts.ts';
import { addAccount } from '../../../server/accounts/add-account.ts';
import { asSystem } from '../../../server/context.ts';
import { takeDigest } from '../../../server/social/alert-digests.ts';
import { evaluateAlerts } from '../../../server/social/evaluate-alerts.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import { callerAs, makeHouse, openHouseAt, type TestHouse } from '../../support/house.ts';
import { type MailServer, mailPassword, startMailServer } from '../../support/mail-server.ts';

let house: TestHouse;
let server: MailServer;
let log: string[];

const never = new AbortController().signal;
const run = (at: TestHouse = house) => sendAlerts(at, 'here', never);

function connectMail(to: TestHouse, url = server.url): void {
  to.mail = { smtpUrl: url, from: 'Altavoz <altavoz@oficina.test>', publicUrl: 'https://a.test/' };
}

beforeEach(async () => {
  house = await makeHouse();
  server = await startMailServer();
  log = [];
  house.log = pino({ level: 'info' }, { write: (line: string) => log.push(line) });
  connectMail(house);
  const people: [string, Role][] = [
    ['ana', 'admin'],
    ['beto', 'coordinator'],
    ['carla', 'viewer'],
  ];
  for (const [name, role] of people) {
    const account = { name, email: `${name}@oficina.test`, role, password: 'una clave larga' };
    await addAccount(asSystem(house), account);
  }
});

/** A page that lost a tenth of its followers within the week before the house's day. */
async function addFallingPage(handle: string, today = '2026-11-22'): Promise<void> {
  const { social } = callerAs(house, 'coordinator');
  const fields = { network: 'facebook' as const, handle, title: `Página ${handle}` };
  const { id: pageId } = await social.createPage(fields);
  const figure = { pageId, metric: 'followers' as const, precision: 'exact' as const };
  await social.typeSnapshot({ ...figure, day: '2026-11-20', value: 1_000 });
  await social.typeSnapshot({ ...figure, day: today, value: 900 });
}

/** As if a pull had ended, after which alerts are evaluated. */
async function endPull(id: string): Promise<void> {
  const at = house.now().toISOString();
  await house.database.db
    .insertInto('pull')
    .values({
      id,
      reason: 'schedule',
      day: at.slice(0, 10),
      startedAt: at,
      finishedAt: at,
      pages: 0,
      pagesDone: 0,
      pagesFailed: 0,
      calls: 0,
      cancelAskedAt: null,
      cancelAskedBy: null,
      ended: 'whole',
    })
    .execute();
}

const digests = () =>
  house.database.db
    .selectFrom('alertDigest')
    .select(['state', 'failure', 'alerts'])
    .orderBy('attemptedAt')
    .execute();

describe('alerts', () => {
  test('are sent in one message to those who can do something, with the way there', async () => {
    await addFallingPage('alcaldia');
    await addFallingPage('mujer');
    await run();
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({
      from: 'altavoz@oficina.test',
      to: ['ana@oficina.test', 'beto@oficina.test'],
    });
    expect(mail?.source).toContain('Subject: Altavoz: 2 alertas de redes');
    expect(mail?.source).toContain(
      'Página alcaldia (Facebook): perdió 10 % de sus seguidores, de 1.000 (20 de noviembre de 2026) a 900 (22 de noviembre de 2026).',
    );
    expect(mail?.source).toContain('https://a.test/redes?view=alerts');
    expect(await digests()).toEqual([{ state: 'sent', failure: null, alerts: 2 }]);
    const { rows } = await callerAs(house, 'viewer').social.listAlerts({});
    expect(rows.map(({ mailedAt }) => mailedAt)).toEqual(Array(2).fill('2026-11-22T15:00:00.000Z'));
  });

  test('are sent once: after another pull, on another day, and by another process', async () => {
    await addFallingPage('alcaldia');
    const other = await openHouseAt(house.place);
    connectMail(other);
    await Promise.all([run(), run(other)]);
    await run();
    await endPull('one');
    await run();
    house.setNow('2026-11-23T15:00:00Z');
    await run();
    expect(server.taken).toHaveLength(1);
    await addFallingPage('mujer');
    await run();
    expect(server.taken).toHaveLength(1);
    await endPull('two');
    house.setNow('2026-11-23T15:10:00Z');
    await run();
    expect(server.taken).toHaveLength(2);
    expect(server.taken[1]?.source).toContain('Página mujer');
    expect(server.taken[1]?.source).not.toContain('Página alcaldia');
  });

  test('are taken by one of two schedules that look at once, and the other begins no message', async () => {
    await addFallingPage('alcaldia');
    await evaluateAlerts(asSystem(house));
    const other = await openHouseAt(house.place);
    const taken = await Promise.all([house, other].map((at) => takeDigest(asSystem(at))));
    expect(taken.map((digest) => digest?.alerts.length ?? null).toSorted()).toEqual([1, null]);
    expect(await digests()).toMatchObject([{ alerts: 1 }]);
  });

  test('that a server does not take are tried again later, and the failure is on record', async () => {
    await addFallingPage('alcaldia');
    server.conduct = 'refuse';
    await run();
    await run();
    expect(await digests()).toEqual([{ state: 'failed', failure: '451', alerts: 1 }]);
    const told = () => callerAs(house, 'coordinator').social.readAlertMail();
    expect(await told()).toEqual({
      isSetUp: true,
      last: {
        state: 'failed',
        attemptedAt: '2026-11-22T15:00:00.000Z',
        alerts: 1,
        failure: '451',
      },
    });
    server.conduct = 'take';
    house.setNow('2026-11-22T15:20:00Z');
    await run();
    await run();
    expect(await told()).toMatchObject({ last: { state: 'sent', failure: null } });
    expect(server.taken).toHaveLength(1);
    expect((await digests()).map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  test('wait for a server that is out of reach, or that refuses the password', async () => {
    await addFallingPage('alcaldia');
    const { port } = server;
    connectMail(house, `smtp://altavoz:otra@127.0.0.1:${port}`);
    await run();
    await server.close();
    connectMail(house);
    house.setNow('2026-11-22T15:20:00Z');
    await run();
    expect((await digests()).map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect((await digests())[0]?.failure).toBe('535');
    const again = await startMailServer(port);
    house.setNow('2026-11-22T15:40:00Z');
    await run();
    expect(again.taken).toHaveLength(1);
  });

  test('are not sent again when the line breaks after the server had them', async () => {
    await addFallingPage('alcaldia');
    server.conduct = 'break';
    await run();
    server.conduct = 'take';
    house.setNow('2026-11-22T16:00:00Z');
    await run();
    expect(server.taken).toHaveLength(1);
    expect((await digests()).map(({ state }) => state)).toEqual(['uncertain']);
  });

  test('reach the others when one address is refused', async () => {
    await addFallingPage('alcaldia');
    server.conduct = 'refuse_person';
    await run();
    expect(server.taken).toMatchObject([{ to: ['beto@oficina.test'] }]);
    expect(log.join('')).toContain('"rejected":1');
  });

  test('leave no password in the log, the audit or the failure on record', async () => {
    await addFallingPage('alcaldia');
    for (const conduct of ['refuse', 'break'] as const) {
      server.conduct = conduct;
      house.setNow(conduct === 'refuse' ? '2026-11-22T15:00:00Z' : '2026-11-22T16:00:00Z');
      await run();
    }
    const audit = await house.database.db.selectFrom('audit').selectAll().execute();
    const kept = JSON.stringify([audit, await digests(), log]);
    expect(log.length).toBeGreaterThan(0);
    expect(kept).not.toContain(mailPassword);
  });
});

describe('no message is sent', () => {
  test('of what was put aside, or of rules that are not for e-mail', async () => {
    const { social } = callerAs(house, 'coordinator');
    await addFallingPage('alcaldia');
    house.mail = undefined;
    await run();
    const [alert] = (await social.listAlerts({})).rows;
    await social.dismissAlert({ alertId: alert?.id ?? '' });
    await social.createAlertRule({ kind: 'followers_fall', percent: 1, days: 7, isMailed: false });
    connectMail(house);
    await run();
    expect((await social.listAlerts({})).total).toBe(1);
    expect(server.taken).toEqual([]);
  });

  test('without settings, without anybody to send to, or in a demonstration', async () => {
    await addFallingPage('alcaldia');
    house.isDemo = true;
    await run();
    house.isDemo = false;
    house.mail = undefined;
    await run();
    expect((await callerAs(house, 'viewer').social.listAlerts({})).total).toBe(1);
    expect(server.taken).toEqual([]);
    expect(await digests()).toEqual([]);
    const mail = await callerAs(house, 'admin').social.readAlertMail();
    expect(mail).toEqual({ isSetUp: false, last: null });
  });
});
