import { beforeEach, describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { evaluateAlerts } from '../../../server/social/evaluate-alerts.ts';
import { storePosts } from '../../../server/social/store-posts.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

let house: TestHouse;
let coordinator: ReturnType<typeof callerAs>;

beforeEach(async () => {
  house = await makeHouse();
  coordinator = callerAs(house, 'coordinator');
});

async function addPage(handle: string): Promise<string> {
  const fields = { network: 'facebook' as const, handle, title: `Página ${handle}` };
  return (await coordinator.social.createPage(fields)).id;
}

async function typeFollowers(pageId: string, figures: Record<string, number>): Promise<void> {
  for (const [day, value] of Object.entries(figures)) {
    await coordinator.social.typeSnapshot({
      pageId,
      metric: 'followers',
      day,
      value,
      precision: 'exact',
    });
  }
}

async function keepPost(pageId: string, publishedAt: string): Promise<void> {
  const post = {
    externalId: publishedAt,
    publishedAt,
    kind: 'text' as const,
    text: 'Aviso',
    permalink: null,
    counts: {},
  };
  const capturedAt = house.now().toISOString();
  await storePosts(asSystem(house), [{ pageId, source: 'api', capturedAt, posts: [post] }]);
}

/** Leaves where the counts of a page stand. */
async function keepAttempt(pageId: string, attemptedAt: string, succeededAt: string | null) {
  const failure = { kind: 'refused', reason: 'page_unknown', facts: {} };
  const details = JSON.stringify([{ metric: null, failure }]);
  await house.database.db
    .insertInto('pagePart')
    .values({
      pageId,
      part: 'counts',
      attemptedAt,
      succeededAt,
      outcome: 'refused',
      details,
      pullId: null,
      filledFrom: null,
      fillCursor: null,
      filledAt: null,
    })
    .execute();
}

const evaluate = () => evaluateAlerts(asSystem(house));
const openAlerts = async () => (await coordinator.social.listAlerts({})).rows;

describe('the rules of what to tell', () => {
  test('are there from the start, one of each kind', async () => {
    const rules = await callerAs(house, 'viewer').social.listAlertRules();
    expect(rules.map(({ kind, percent, days }) => [kind, percent, days]).toSorted()).toEqual([
      ['followers_fall', 5, 7],
      ['no_post', null, 14],
      ['pull_failing', null, 3],
      ['token_expiring', null, 14],
    ]);
  });

  test('are added, changed, removed and brought back, and each leaves its trace', async () => {
    const fields = { kind: 'followers_fall' as const, percent: 2.5, days: 30 };
    const created = await coordinator.social.createAlertRule(fields);
    const changed = await coordinator.social.updateAlertRule({
      at: created,
      fields: { ...fields, network: 'x', isMailed: false },
    });
    expect(await coordinator.social.listAlertRules()).toContainEqual(
      expect.objectContaining({ ...changed, percent: 2.5, network: 'x', isMailed: false, open: 0 }),
    );
    const removed = await coordinator.social.removeAlertRule(changed);
    expect(await coordinator.social.listAlertRules()).toHaveLength(4);
    await coordinator.social.restoreAlertRule(removed);
    expect(await coordinator.social.listAlertRules()).toHaveLength(5);
    const trail = (await auditOf(house, created.id)).map(({ action }) => action);
    expect(trail.toSorted()).toEqual(['create', 'remove', 'restore', 'update']);
  });

  test('are not said twice, so that nothing is told twice', async () => {
    const fields = { kind: 'no_post' as const, days: 14 };
    const twice = coordinator.social.createAlertRule(fields);
    expect(await failureOf(twice)).toMatchObject({ code: 'value_taken', field: 'days' });
    const other = await coordinator.social.createAlertRule({ ...fields, network: 'x' });
    const same = coordinator.social.updateAlertRule({ at: other, fields });
    expect(await failureOf(same)).toMatchObject({ code: 'value_taken' });
    const removed = await coordinator.social.removeAlertRule({ id: 'usual-silence', version: 1 });
    await coordinator.social.updateAlertRule({ at: other, fields });
    const back = coordinator.social.restoreAlertRule(removed);
    expect(await failureOf(back)).toMatchObject({ code: 'value_taken' });
    expect(await coordinator.social.listAlertRules()).toHaveLength(4);
  });

  test('are refused when stale, without sense, or from whoever may not write them', async () => {
    const fields = { kind: 'no_post' as const, days: 30 };
    const created = await coordinator.social.createAlertRule(fields);
    await coordinator.social.updateAlertRule({ at: created, fields });
    const stale = coordinator.social.removeAlertRule(created);
    expect(await failureOf(stale)).toMatchObject({ code: 'record_changed' });
    const senseless = coordinator.social.createAlertRule({ ...fields, percent: 5 });
    expect(await failureOf(senseless)).toMatchObject({
      issues: [{ path: ['percent'], message: 'percent_of_falls' }],
    });
    const refused = callerAs(house, 'press').social.createAlertRule(fields);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});

describe('an alert', () => {
  test('of lost followers is raised once, and is over when they come back', async () => {
    const page = await addPage('alcaldia');
    await addPage('sin-cifras');
    await typeFollowers(page, { '2026-11-16': 1_000, '2026-11-22': 900 });
    expect(await evaluate()).toEqual({ raised: 1, closed: 0 });
    expect(await evaluate()).toEqual({ raised: 0, closed: 0 });
    expect(await openAlerts()).toMatchObject([
      {
        pageId: page,
        title: 'Página alcaldia',
        openedAt: '2026-11-22T15:00:00.000Z',
        facts: {
          kind: 'followers_fall',
          from: { day: '2026-11-16', value: 1_000 },
          to: { day: '2026-11-22', value: 900 },
        },
      },
    ]);
    const trail = await auditOf(house, 'usual-fall');
    expect(trail.map(({ details }) => JSON.parse(details))).toEqual([{ raised: 1, closed: 0 }]);
    await typeFollowers(page, { '2026-11-22': 990 });
    expect(await evaluate()).toEqual({ raised: 0, closed: 1 });
    expect(await openAlerts()).toEqual([]);
    const over = await coordinator.social.listAlerts({ state: 'closed', search: 'ALCALDÍA' });
    expect(over).toMatchObject({ total: 1, rows: [{ closedAt: '2026-11-22T15:00:00.000Z' }] });
  });

  test('of silence is raised only for pages whose posts somebody looked at', async () => {
    const [quiet, lively] = [await addPage('callada'), await addPage('viva')];
    await addPage('nunca-leida');
    await keepPost(quiet, '2026-11-08T15:00:00.000Z');
    await keepPost(lively, '2026-11-21T15:00:00.000Z');
    await evaluate();
    expect(await openAlerts()).toMatchObject([
      { pageId: quiet, facts: { lastPostDay: '2026-11-08', knownUntil: '2026-11-22' } },
    ]);
  });

  test('of pulls that fail names what is not read since when, but not of pages kept by hand', async () => {
    const [failing, recent, byHand] = [
      await addPage('perdida'),
      await addPage('de-ayer'),
      await addPage('a-mano'),
    ];
    const attempted = '2026-11-22T14:00:00.000Z';
    await keepAttempt(failing, attempted, '2026-11-19T14:00:00.000Z');
    await keepAttempt(recent, attempted, '2026-11-21T14:00:00.000Z');
    await keepAttempt(byHand, attempted, '2026-11-01T14:00:00.000Z');
    await house.database.db
      .updateTable('page')
      .set({ isPulled: 0 })
      .where('id', '=', byHand)
      .execute();
    await evaluate();
    const part = { part: 'counts', since: '2026-11-19', outcome: 'refused' };
    expect(await openAlerts()).toMatchObject([
      { pageId: failing, facts: { parts: [{ ...part, reason: 'page_unknown' }] } },
    ]);
  });

  test('of a token is told again only of another token', async () => {
    const { id } = await callerAs(house, 'admin').social.createConnection({
      network: 'facebook',
      label: 'Principal',
      secret: { accessToken: 'a token that nobody sees' },
      baseUrl: null,
    });
    const endsAt = (expiresAt: string) =>
      house.database.db.updateTable('connection').set({ expiresAt }).where('id', '=', id).execute();
    await endsAt('2026-12-01T00:00:00.000Z');
    expect(await evaluate()).toEqual({ raised: 1, closed: 0 });
    house.setNow('2026-12-01T15:00:00Z');
    expect(await evaluate()).toEqual({ raised: 0, closed: 0 });
    await endsAt('2026-12-10T00:00:00.000Z');
    expect(await evaluate()).toEqual({ raised: 1, closed: 1 });
    expect(await openAlerts()).toMatchObject([
      { connectionId: id, title: 'Principal', facts: { isDead: false } },
    ]);
  });

  test('goes with its rule and with its page, and comes with a rule at once', async () => {
    const page = await addPage('alcaldia');
    await typeFollowers(page, { '2026-11-16': 1_000, '2026-11-22': 990 });
    const fields = { kind: 'followers_fall' as const, percent: 0.5, days: 7 };
    const rule = await coordinator.social.createAlertRule(fields);
    expect(await openAlerts()).toMatchObject([{ ruleId: rule.id }]);
    const rows = await coordinator.social.listAlertRules();
    expect(rows.find(({ id }) => id === rule.id)).toMatchObject({ open: 1 });
    const elsewhere = await coordinator.social.updateAlertRule({
      at: rule,
      fields: { ...fields, network: 'x' },
    });
    expect(await openAlerts()).toEqual([]);
    const back = await coordinator.social.updateAlertRule({ at: elsewhere, fields });
    expect(await openAlerts()).toHaveLength(1);
    await coordinator.social.removeAlertRule(back);
    expect(await openAlerts()).toEqual([]);
  });

  test('that somebody puts aside is not shown, nor raised again, and can be shown again', async () => {
    const page = await addPage('alcaldia');
    await typeFollowers(page, { '2026-11-16': 1_000, '2026-11-22': 900 });
    await evaluate();
    const [alert] = await openAlerts();
    const alertId = alert?.id ?? '';
    await coordinator.social.dismissAlert({ alertId });
    expect(await evaluate()).toEqual({ raised: 0, closed: 0 });
    expect(await openAlerts()).toEqual([]);
    const aside = await callerAs(house, 'viewer').social.listAlerts({ state: 'dismissed' });
    expect(aside.rows).toMatchObject([{ id: alertId, dismissedBy: 'Persona coordinator' }]);
    await coordinator.social.dismissAlert({ alertId, isDismissed: false });
    expect(await openAlerts()).toHaveLength(1);
    const trail = (await auditOf(house, alertId)).map(({ action }) => action);
    expect(trail.toSorted()).toEqual(['dismiss', 'show_again']);
    const refused = callerAs(house, 'viewer').social.dismissAlert({ alertId });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    const unknown = coordinator.social.dismissAlert({ alertId: 'none' });
    expect(await failureOf(unknown)).toMatchObject({ code: 'record_not_found', record: 'alert' });
  });
});
