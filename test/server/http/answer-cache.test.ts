import { describe, expect, test } from 'vitest';
import { type ServedHouse, serveBeside, serveHouse } from '../../support/served-house.ts';
import type { Visitor } from '../../support/visitor.ts';

async function names(visitor: Visitor): Promise<string[]> {
  const { data } = await visitor.query<{ rows: { name: string }[] }>('accounts.listDepartments', {
    pageSize: 200,
  });
  return (data?.rows ?? []).map((row) => row.name);
}

/** Changes a record behind the back of the program, which only a kept answer does not show. */
async function renameUnseen({ house }: ServedHouse, name: string): Promise<void> {
  await house.database.db.updateTable('department').set({ name }).execute();
}

describe('a repeated read', () => {
  test('is answered from memory while nothing changed', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    await visitor.mutate('accounts.createDepartment', { name: 'Hacienda' });
    expect(await names(visitor)).toEqual(['Hacienda']);
    await renameUnseen(served, 'Otra');
    expect(await names(visitor)).toEqual(['Hacienda']);
  });

  test('is read again when no memory is given to answers', async () => {
    const served = await serveHouse({ cacheCapacity: 0 });
    const visitor = await served.signedIn('coordinator');
    await visitor.mutate('accounts.createDepartment', { name: 'Hacienda' });
    expect(await names(visitor)).toEqual(['Hacienda']);
    await renameUnseen(served, 'Otra');
    expect(await names(visitor)).toEqual(['Otra']);
  });

  test('is not given to whoever has no session or lost it', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    await names(visitor);
    const { failure } = await served.visitor().query('accounts.listDepartments', { pageSize: 200 });
    expect(failure).toEqual({ code: 'not_signed_in' });
  });

  test('shows what this process or another one on the same database just wrote', async () => {
    const served = await serveHouse();
    const beside = await serveBeside(served);
    const here = await served.signedIn('coordinator');
    const there = beside.visitor();
    there.cookie = here.cookie;

    const written: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const writer = round % 2 === 0 ? there : here;
      const name = `Dependencia ${String(round).padStart(2, '0')}`;
      expect((await writer.mutate('accounts.createDepartment', { name })).status).toBe(200);
      written.push(name);
      expect(await names(here)).toEqual(written);
      expect(await names(there)).toEqual(written);
    }
  });

  test('never misses an acknowledged write while two processes write and read at once', async () => {
    const served = await serveHouse();
    const beside = await serveBeside(served);
    const here = await served.signedIn('coordinator');
    const there = beside.visitor();
    there.cookie = here.cookie;
    const missed: string[] = [];

    const work = async (writer: Visitor, reader: Visitor, label: string) => {
      for (let round = 0; round < 15; round += 1) {
        const name = `${label} ${round}`;
        const { status } = await writer.mutate('accounts.createDepartment', { name });
        const seen = await names(reader);
        if (status !== 200 || !seen.includes(name)) missed.push(name);
      }
    };
    await Promise.all([
      work(here, there, 'A'),
      work(there, here, 'B'),
      work(here, here, 'C'),
      work(there, there, 'D'),
    ]);
    expect(missed).toEqual([]);
    expect(await names(here)).toHaveLength(60);
  });
});
