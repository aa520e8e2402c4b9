import { randomUUID } from 'node:crypto';
import { addAccount } from '../../server/accounts/add-account.ts';
import { asSystem } from '../../server/context.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import type { TestHouse } from './house.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

/** Adds an account of the role to a house and signs in at a server on the same database. */
export async function signInAt(house: TestHouse, url: string, role: Role): Promise<Visitor> {
  const password = 'una clave larga';
  const email = `${role}-${randomUUID()}@oficina.test`;
  await addAccount(asSystem(house), { name: `Persona ${role}`, email, role, password });
  const visitor = makeVisitor(url);
  await visitor.signIn(email, password);
  if (!visitor.cookie) throw new Error('the person could not sign in');
  return visitor;
}

/** The same session at another server on the same database. */
export function alsoAt(url: string, { cookie }: Visitor): Visitor {
  const visitor = makeVisitor(url);
  visitor.cookie = cookie;
  return visitor;
}
