import { expect, test, vi } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { evaluateAlerts } from '../../../server/social/evaluate-alerts.ts';
import { callerAs, makeHouse } from '../../support/house.ts';

test('a rule that breaks stops no other, and what it told of goes on until it can be judged', async () => {
  const house = await makeHouse();
  const { social } = callerAs(house, 'coordinator');
  const page = await social.createPage({ network: 'facebook', handle: 'a', title: 'Alcaldía' });
  const type = (day: string, value: number) =>
    social.typeSnapshot({ pageId: page.id, metric: 'followers', day, value, precision: 'exact' });
  await type('2026-11-18', 100);
  await type('2026-11-21', 50);
  const fall = { kind: 'followers_fall' as const, percent: 5, days: 11 };
  const broken = await social.createAlertRule(fall);
  const open = async () => (await social.listAlerts({})).rows.map(({ ruleId }) => ruleId);
  expect(await open()).toContain(broken.id);
  const setDays = (days: number) =>
    house.database.db.updateTable('alertRule').set({ days }).where('id', '=', broken.id).execute();
  // No calendar goes back so far.
  await setDays(2_000_000_000);
  const logged = vi.spyOn(house.log, 'error');
  const other = await social.createAlertRule({ ...fall, days: 12 });
  expect(await open()).toEqual(expect.arrayContaining([broken.id, other.id]));
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ alertRule: broken.id }),
    expect.any(String),
  );
  await type('2026-11-22', 50);
  await setDays(1);
  await evaluateAlerts(asSystem(house));
  expect(await open()).not.toContain(broken.id);
  expect(await open()).toContain(other.id);
});
