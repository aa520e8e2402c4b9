import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { today } from '../../../server/context.ts';
import { createCaller } from '../../../server/http/router.ts';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { password, serveHouse } from '../../support/served-house.ts';
import { asJson } from '../../support/visitor.ts';

const fair = {
  kind: 'event' as const,
  title: 'Feria: café, panela; y más — 20 % de descuento en la plaza principal de La Estrella',
  day: '2026-11-28',
  startsAt: '08:00',
  endsAt: '12:30',
  place: 'Parque principal, costado norte',
};

const addressOf = ({ secret }: { secret: string }) => `/calendar/${secret}.ics`;

describe('the calendar', () => {
  test('shows the items of its days by hour, of some kinds, and the requests that are due', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    await output.createItem(fair);
    await output.createItem({ kind: 'print_run', title: 'Volante', day: '2026-11-28' });
    await output.createItem({ kind: 'print_run', title: 'De diciembre', day: '2026-12-01' });
    const asked = { title: 'Afiche', askedDay: '2026-11-01', dueDay: '2026-11-20' };
    const request = await output.createRequest(asked);
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(await output.readCalendar(november)).toMatchObject({
      total: 2,
      items: [{ title: 'Volante' }, { startsAt: '08:00', place: fair.place }],
      due: [{ id: request.id, dueDay: '2026-11-20', state: 'asked' }],
    });
    expect(await output.readCalendar({ ...november, kinds: ['event'] })).toMatchObject({
      total: 1,
    });
    await output.moveRequest({ at: request, state: 'declined' });
    expect((await output.readCalendar(november)).due).toEqual([]);
    expect(
      await failureOf(output.readCalendar({ from: '2026-01-01', to: '2026-12-31' })),
    ).toMatchObject({
      issues: [{ message: 'period_too_long' }],
    });
  });

  test('is read by calendar programs at a secret address, which its person can revoke', async () => {
    const { house, signedIn, visitor } = await serveHouse();
    const day = today(house);
    const person = await signedIn('coordinator');
    await person.mutate('output.createItem', { ...fair, day });
    await person.mutate('output.createItem', { kind: 'print_run', title: 'Volante', day });
    const make = async (kinds: string[]) =>
      addressOf(
        (await person.mutate<{ secret: string }>('output.createCalendarAddress', { kinds }))
          .data ?? { secret: '' },
      );
    const all = await make([]);
    const first = await visitor().fetch(all);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(await first.text())).getAllSubcomponents('vevent');
    const byTitle = new Map(
      events.map((event) => [event.getFirstPropertyValue('summary'), new ICAL.Event(event)]),
    );
    const told = byTitle.get(fair.title);
    expect(told?.startDate.toJSDate().toISOString()).toBe(`${day}T13:00:00.000Z`);
    expect(told?.endDate.toJSDate().toISOString()).toBe(`${day}T17:30:00.000Z`);
    expect(told?.location).toBe(fair.place);
    expect(byTitle.get('Volante')?.startDate.toString()).toBe(day);
    for (const [state, status] of [
      ['planned', 'TENTATIVE'],
      ['done', 'CONFIRMED'],
      ['cancelled', 'CANCELLED'],
    ] as const) {
      await person.mutate('output.createItem', { kind: 'event', title: state, day, state });
      const file = await (await visitor().fetch(all)).text();
      const told = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
      const found = told.find((event) => event.getFirstPropertyValue('summary') === state);
      expect(found?.getFirstPropertyValue('status')).toBe(status);
    }
    const etag = (await visitor().fetch(all)).headers.get('etag') ?? '';
    const again = await visitor().fetch(all, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);

    const some = await make(['print_run']);
    expect((await visitor().fetch(all)).status).toBe(404);
    expect(await (await visitor().fetch(some)).text()).not.toContain('Feria');
    expect((await person.query('output.readCalendarAddress')).data).toMatchObject({
      kinds: ['print_run'],
    });
    await person.mutate('output.revokeCalendarAddress');
    expect((await visitor().fetch(some)).status).toBe(404);
    expect((await person.query('output.readCalendarAddress')).data).toBeNull();
    const { data } = await person.query<{ id: string }>('accounts.readSelf');
    const actions = (await auditOf(house, data?.id ?? '')).map(({ action }) => action);
    expect(actions).toContain('revoke');
    const stored = await house.database.db.selectFrom('audit').select('details').execute();
    expect(JSON.stringify(stored)).not.toContain(some.slice(10, 40));
  });

  test('stops being told at an address whose person may no longer sign in', async () => {
    const { house, addPerson, visitor } = await serveHouse();
    const { id } = await addPerson('press');
    const { output } = callerAs(house, 'press');
    expect(await failureOf(output.createCalendarAddress({}))).toMatchObject({
      code: 'record_not_found',
      record: 'account',
    });
    const { accounts } = callerAs(house, 'admin');
    const own = createCaller({ ...house, actor: { id, name: 'Luz', role: 'press' } });
    const address = addressOf(await own.output.createCalendarAddress({}));
    expect((await visitor().fetch(address)).status).toBe(200);
    await accounts.changeAccount({ id, name: 'Luz', role: 'press', active: false });
    expect((await visitor().fetch(address)).status).toBe(404);
  });

  test('stops being told at an address when the password changes under which it was made', async () => {
    const { house, addPerson, visitor } = await serveHouse();
    const { id, email } = await addPerson('press');
    const person = visitor();
    await person.signIn(email, password);
    const { accounts, output } = callerAs(house, 'admin');
    const make = async () =>
      addressOf(
        (await person.mutate<{ secret: string }>('output.createCalendarAddress', { kinds: [] }))
          .data ?? { secret: '' },
      );
    const statusOf = async (address: string) => (await visitor().fetch(address)).status;
    const known = async () => [
      (await person.query('output.readCalendarAddress')).data !== null,
      (await output.listCalendarAddresses()).length,
    ];

    const first = await make();
    const account = { id, name: 'Luz', role: 'press' as const, active: true };
    await accounts.changeAccount(account);
    expect([await statusOf(first), await known()]).toEqual([200, [true, 1]]);
    const change = { currentPassword: password, newPassword: 'otra clave muy larga' };
    expect((await person.fetch('/api/auth/change-password', asJson(change))).status).toBe(200);
    expect([await statusOf(first), await known()]).toEqual([404, [false, 0]]);

    const second = await make();
    expect([await statusOf(second), await known()]).toEqual([200, [true, 1]]);
    await accounts.changeAccount({ ...account, password: 'una que se le entrega' });
    expect(await statusOf(second)).toBe(404);
    await person.signIn(email, 'una que se le entrega');
    expect(await known()).toEqual([false, 0]);
    const third = await make();
    expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
      404, 404, 200,
    ]);
  });

  test('is told at addresses that an administrator sees, without their secrets, and revokes', async () => {
    const { house, addPerson, visitor } = await serveHouse();
    const { id } = await addPerson('viewer');
    const own = createCaller({ ...house, actor: { id, name: 'Eva', role: 'viewer' } });
    const made = await own.output.createCalendarAddress({ kinds: ['event'] });
    const { output } = callerAs(house, 'admin');
    const listed = await output.listCalendarAddresses();
    expect(listed).toEqual([
      { personId: id, kinds: ['event'], createdAt: house.now().toISOString() },
    ]);
    await output.revokeCalendarAddressOf({ personId: id });
    expect((await visitor().fetch(addressOf(made))).status).toBe(404);
    expect(await output.listCalendarAddresses()).toEqual([]);
    expect(await failureOf(output.revokeCalendarAddressOf({ personId: id }))).toMatchObject({
      code: 'record_not_found',
      record: 'calendar_address',
    });
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'revoke',
      record: 'calendar_address',
      actorName: 'Persona admin',
    });
  });
});
