import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { addAccount } from '../../server/accounts/add-account.ts';
import { asSystem } from '../../server/context.ts';
import { type AppOptions, makeApp } from '../../server/http/app.ts';
import type { Role } from '../../shared/accounts/roles.ts';
import { makeHouse, openHouseAt, type TestHouse } from './house.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

export const password = 'una clave larga';

/** A house behind a real HTTP server on a port of its own. */
export interface ServedHouse {
  house: TestHouse;
  app: FastifyInstance;
  url: string;
  visitor(): Visitor;
  /** Adds an account of the role, `role@oficina.test`, and returns its id. */
  addPerson(role: Role, name?: string): Promise<{ id: string; email: string }>;
  /** Adds an account of the role and signs in. */
  signedIn(role: Role): Promise<Visitor>;
}

/** Serves a house that is already open; its clock is set to the machine's, by which sessions expire. */
export async function serve(
  house: TestHouse,
  options: Partial<AppOptions> = {},
): Promise<ServedHouse> {
  house.setNow(new Date().toISOString());
  const app = await makeApp(house, { clientFolder: 'no client in these tests', ...options });
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const { port } = app.server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const served: ServedHouse = {
    house,
    app,
    url,
    visitor: () => makeVisitor(url),
    async addPerson(role, name = role) {
      const email = `${name}@oficina.test`;
      const account = { name: `Persona ${name}`, email, role, password };
      return { ...(await addAccount(asSystem(house), account)), email };
    },
    async signedIn(role) {
      const { email } = await served.addPerson(role);
      const visitor = served.visitor();
      await visitor.signIn(email, password);
      return visitor;
    },
  };
  return served;
}

/** An empty house, served. */
export async function serveHouse(options?: Partial<AppOptions>): Promise<ServedHouse> {
  return serve(await makeHouse(), options);
}

/** A second server on the database of the first, as on another machine. */
export async function serveBeside(first: ServedHouse): Promise<ServedHouse> {
  return serve(await openHouseAt(first.house.place));
}
