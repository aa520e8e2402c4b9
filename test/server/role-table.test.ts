import { callTRPCProcedure } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { appRouter } from '../../server/http/router.ts';
import { type Role, roles } from '../../shared/accounts/roles.ts';
import { actorOf, failureOf, makeHouse, type TestHouse } from '../support/house.ts';
import { roleTable } from './role-table.ts';

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation' } }
>;
const paths = Object.keys(procedures).sort();

/** Input that no procedure takes, so that a call that is let in changes nothing. */
const strangeInput = { id: '', at: null, fields: null };

async function call(house: TestHouse, path: string, role: Role | undefined): Promise<string> {
  const calling = callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: async () => strangeInput,
    ctx: { ...house, actor: role ? actorOf(role) : null },
    type: procedures[path]?._def.type ?? 'query',
    signal: undefined,
    batchIndex: 0,
  });
  const outcome = await calling.then(
    () => undefined,
    (error) => failureOf(Promise.reject(error)),
  );
  const code = (outcome as { code?: string } | undefined)?.code;
  return code === 'not_signed_in' || code === 'role_not_allowed' ? code : 'let in';
}

function expectedOutcome(path: string, role: Role | undefined): string {
  const allowed = roleTable[path];
  if (allowed === 'anyone') return 'let in';
  if (!role) return 'not_signed_in';
  return allowed?.includes(role) ? 'let in' : 'role_not_allowed';
}

describe('the role table', () => {
  test('has a row for every procedure, and no row for what does not exist', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(Object.keys(roleTable).sort()).toEqual(paths);
  });

  test('is what every procedure does with every role and without a session', async () => {
    const house = await makeHouse();
    const outcomes: string[] = [];
    const expected: string[] = [];
    for (const path of paths) {
      for (const role of [...roles, undefined]) {
        outcomes.push(`${path} as ${role ?? 'nobody'}: ${await call(house, path, role)}`);
        expected.push(`${path} as ${role ?? 'nobody'}: ${expectedOutcome(path, role)}`);
      }
    }
    expect(outcomes).toEqual(expected);
    expect(outcomes).toHaveLength(paths.length * (roles.length + 1));
  });
});
