import { callTRPCProcedure } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { appRouter } from '../../../server/http/router.ts';
import type { Failure } from '../../../shared/failure.ts';
import { hostileInputs, hostileTexts } from '../../support/hostile-inputs.ts';
import { actorOf, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';

interface Procedure {
  _def: { type: 'query' | 'mutation'; inputs: z.ZodType[] };
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Procedure>,
).filter(([, procedure]) => procedure._def.inputs.length > 0);

/** The code a call is refused with, or `stored`; anything else is an error that nobody expected. */
async function outcomeOf(
  house: TestHouse,
  path: string,
  { _def }: Procedure,
  input: unknown,
): Promise<string> {
  const calling = callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: async () => input,
    ctx: { ...house, actor: actorOf('admin') },
    type: _def.type,
    signal: undefined,
    batchIndex: 0,
  });
  const failure = await calling.then(
    () => undefined,
    (error) => failureOf(Promise.reject(error)),
  );
  if (failure === undefined) return 'stored';
  if ((failure as Error).name === 'ZodError') return 'invalid_input';
  return (failure as Failure).code ?? String(failure);
}

describe('hostile values', () => {
  test('whatever stands in whichever field of whichever procedure, none breaks', async () => {
    const house = await makeHouse();
    const broken: string[] = [];
    let calls = 0;
    for (const [path, procedure] of procedures) {
      for (const schema of procedure._def.inputs) {
        for (const { where, input } of hostileInputs(schema)) {
          const outcome = await outcomeOf(house, path, procedure, input);
          calls += 1;
          if (!/^[a-z_]+$/.test(outcome) || outcome === 'unexpected') {
            broken.push(`${path}, ${where}: ${outcome}`);
          }
        }
      }
    }
    expect(broken).toEqual([]);
    expect(calls).toBeGreaterThan(procedures.length * 11);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test('any text that a person can write is stored and comes back as that text', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    const names = ['sql', 'html', 'like pattern', 'emoji and right-to-left', 'prototype key'].map(
      (name) => hostileTexts[name] ?? '',
    );
    for (const name of names) {
      expect((await visitor.mutate('accounts.createDepartment', { name })).status).toBe(200);
    }
    const listed = await visitor.query<{ rows: { name: string }[] }>('accounts.listDepartments', {
      search: '',
    });
    expect(listed.data?.rows.map((row) => row.name).sort()).toEqual([...names].sort());
    for (const name of names) {
      const found = await visitor.query('accounts.listDepartments', { search: name });
      expect(found.data).toMatchObject({ total: 1, rows: [{ name }] });
    }
  });

  test('what no person writes is refused with the name of the field, and nothing is stored', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    for (const text of ['nul', 'lone surrogate', 'escape sequence', 'huge']) {
      const { status, failure } = await visitor.mutate('accounts.createDepartment', {
        name: hostileTexts[text],
      });
      expect([text, status, failure]).toMatchObject([
        text,
        400,
        { code: 'invalid_input', fields: [{ path: 'name' }] },
      ]);
    }
    expect((await visitor.query('accounts.listDepartments', {})).data).toEqual({
      rows: [],
      total: 0,
    });
  });
});
