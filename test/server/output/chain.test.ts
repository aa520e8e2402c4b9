import { describe, expect, test } from 'vitest';
import { storePosts } from '../../../server/social/store-posts.ts';
import { as, auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

async function openOffice() {
  const house = await makeHouse();
  const { output } = callerAs(house, 'coordinator');
  const make = (kind: 'event' | 'photo_coverage' | 'graphic_piece', day: string) =>
    output.createItem({ kind, title: `${kind} ${day}`, day });
  const event = await make('event', '2026-11-02');
  const coverage = await make('photo_coverage', '2026-11-03');
  const piece = await make('graphic_piece', '2026-11-04');
  return { house, output, event, coverage, piece };
}

describe('the chain of what came from what', () => {
  test('is one from either end: event, coverage, piece and the post that tells of it', async () => {
    const { house, output, event, coverage, piece } = await openOffice();
    const { social } = callerAs(house, 'admin');
    const page = await social.createPage({
      network: 'facebook',
      handle: 'AlcaldiaLaEstrella',
      title: 'Alcaldía',
    });
    await storePosts(as(house, 'admin'), [
      {
        pageId: page.id,
        source: 'api',
        capturedAt: '2026-11-05T12:00:00.000Z',
        posts: [
          {
            externalId: 'p1',
            publishedAt: '2026-11-04T20:00:00.000Z',
            kind: 'photo',
            text: 'Así fue la feria',
            permalink: null,
            counts: {},
          },
        ],
      },
    ]);
    await output.linkItems({ fromId: event.id, toId: coverage.id });
    await output.linkItems({ fromId: coverage.id, toId: piece.id });
    await output.linkPost({ itemId: piece.id, pageId: page.id, externalId: 'p1' });
    const fromEvent = await output.readChain({ id: event.id });
    expect(fromEvent.items.map(({ id, step }) => [id, step])).toEqual([
      [event.id, 0],
      [coverage.id, 1],
      [piece.id, 2],
    ]);
    const fromPiece = await output.readChain({ id: piece.id });
    expect(fromPiece.items.map(({ id, step, from }) => [id, step, from])).toEqual([
      [event.id, -2, []],
      [coverage.id, -1, [event.id]],
      [piece.id, 0, [coverage.id]],
    ]);
    for (const chain of [fromEvent, fromPiece]) {
      expect(chain.posts).toMatchObject([{ itemId: piece.id, text: 'Así fue la feria' }]);
    }
    expect(await auditOf(house, event.id)).toMatchObject([
      { action: 'create' },
      { action: 'link' },
    ]);
  });

  test('never closes on itself, and is taken apart again', async () => {
    const { house, output, event, coverage, piece } = await openOffice();
    await output.linkItems({ fromId: event.id, toId: coverage.id });
    await output.linkItems({ fromId: coverage.id, toId: piece.id });
    for (const toId of [event.id, piece.id]) {
      const circle = output.linkItems({ fromId: piece.id, toId });
      expect(await failureOf(circle)).toMatchObject({ fields: [{ rule: 'chain_circle' }] });
    }
    await output.unlinkItems({ fromId: event.id, toId: coverage.id });
    expect((await output.readChain({ id: event.id })).items).toHaveLength(1);
    const { output: press } = callerAs(house, 'press');
    const link = { fromId: event.id, toId: piece.id };
    expect(await failureOf(press.linkItems(link))).toMatchObject({ code: 'role_not_allowed' });
  });

  test('passes over what was removed', async () => {
    const { output, event, coverage } = await openOffice();
    await output.linkItems({ fromId: event.id, toId: coverage.id });
    await output.removeItem(coverage);
    expect((await output.readChain({ id: event.id })).items).toHaveLength(1);
  });
});

describe('the commitments of a meeting', () => {
  test('have who answers for them and until when, and those due first are listed first', async () => {
    const house = await makeHouse();
    const { output, accounts } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Secretaría de Planeación' });
    const meeting = { kind: 'community_meeting' as const, title: 'Diálogo', day: '2026-11-02' };
    const { id: meetingId } = await output.createItem(meeting);
    const late = await output.createCommitment({
      meetingId,
      text: 'Reparchar la vía a San José',
      departmentId: department.id,
      dueDay: '2026-11-20',
    });
    await output.createCommitment({ meetingId, text: 'Visita técnica', dueDay: '2026-12-01' });
    await output.createCommitment({ meetingId, text: 'Sin fecha' });
    expect(await auditOf(house, late.id)).toMatchObject([{ record: 'commitment' }]);
    expect(await output.listCommitments({ meetingId })).toMatchObject({
      total: 3,
      rows: [
        { departmentName: 'Secretaría de Planeación', meetingTitle: 'Diálogo', state: 'pending' },
        { text: 'Visita técnica' },
        { dueDay: null },
      ],
    });
    expect(await output.listCommitments({ dueBefore: '2026-11-23' })).toMatchObject({ total: 1 });
    const done = { meetingId, text: 'Reparchar la vía a San José', state: 'done' as const };
    await output.updateCommitment({ at: late, fields: done });
    expect(await output.listCommitments({ dueBefore: '2026-11-23' })).toMatchObject({ total: 0 });
    expect(await output.listCommitments({ search: 'via', state: 'done' })).toMatchObject({
      total: 1,
    });
  });

  test('are of meetings only, and not the press team’s to write', async () => {
    const { house, output, event } = await openOffice();
    const fields = { meetingId: event.id, text: 'Algo' };
    expect(await failureOf(output.createCommitment(fields))).toMatchObject({
      fields: [{ path: 'meetingId', rule: 'not_a_meeting' }],
    });
    const { output: press } = callerAs(house, 'press');
    expect(await failureOf(press.createCommitment(fields))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
