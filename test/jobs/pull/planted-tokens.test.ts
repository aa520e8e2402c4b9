import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { answerChecks } from '../../../jobs/tasks/check-connections.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { asSystem } from '../../../server/context.ts';
import { backUpSqlite } from '../../../server/database/back-up-sqlite.ts';
import { appRouter } from '../../../server/http/router.ts';
import { createPage } from '../../../server/social/save-page.ts';
import { roles } from '../../../shared/accounts/roles.ts';
import { credentialRules } from '../../../shared/social/credentials.ts';
import { type NetworkId, networks } from '../../../shared/social/networks.ts';
import { isPostgres, makeHouse, type TestHouse } from '../../support/house.ts';
import { type ServedHouse, serve } from '../../support/served-house.ts';
import { asJson, type Visitor } from '../../support/visitor.ts';

const connected = networks.filter((network) => credentialRules[network].fields.length > 0);
const neverStopped = new AbortController().signal;

/** A token that stands nowhere else: whoever finds this word has found a token. */
function plantedSecret(network: NetworkId): Record<string, string> {
  const { fields } = credentialRules[network];
  return Object.fromEntries(fields.map(({ name }) => [name, `sandbox-PLANTED-${network}-${name}`]));
}

const planted = connected.flatMap((network) => Object.values(plantedSecret(network)));
const inOtherClothes = new Set(
  planted.flatMap((token) => [
    token,
    encodeURIComponent(token),
    Buffer.from(token).toString('base64').replaceAll('=', ''),
  ]),
);

/** The planted tokens that a text holds, whichever way they are written. */
function tokensIn(text: string): string[] {
  return [...inOtherClothes].filter((token) => text.includes(token));
}

/** A house that writes down everything it logs. */
async function openLoudHouse(): Promise<{ house: TestHouse; said(): string }> {
  const lines: string[] = [];
  const house = await makeHouse();
  house.log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { house, said: () => lines.join('') };
}

/** A network that repeats in its refusals whatever it was sent. */
async function serveEcho(): Promise<string> {
  const server = createServer((message, response) => {
    let body = '';
    message.on('data', (chunk) => {
      body += chunk;
    });
    message.on('end', () => {
      const said = `you sent ${message.url} ${JSON.stringify(message.headers)} ${body}`;
      const isOdd = said.length % 2 === 1;
      response.writeHead(isOdd ? 400 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: said, code: 100 }, detail: said }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function addPages(house: TestHouse): Promise<void> {
  const readWithTokens = sandboxPages.filter(({ network }) => connected.includes(network));
  for (const { network, handle, title } of readWithTokens) {
    const rest = { externalId: null, departmentId: null, connectionId: null, baseUrl: null };
    const fields = { network, handle, title, ...rest, isMain: false, isPulled: true };
    await createPage(asSystem(house), fields);
  }
}

const queries = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
).flatMap(([path, { _def }]) => (_def.type === 'query' ? [path] : []));

/** What every read answers to a person, over HTTP; inputs hold all that any read asks for. */
async function everythingSaidTo(visitor: Visitor, ids: Record<string, unknown>): Promise<string> {
  const days = { from: '2026-11-01', to: '2026-11-30', day: '2026-11-22' };
  const common = { ...ids, metric: 'followers', metrics: ['followers'], pageSize: 200, year: 2026 };
  const answers: string[] = [];
  for (const path of queries) {
    for (const period of [days, { from: '2026-01', to: '2026-12' }]) {
      const input = encodeURIComponent(JSON.stringify({ ...common, ...period, byHand: false }));
      const response = await visitor.fetch(`/trpc/${path}?input=${input}`);
      answers.push(await response.text());
    }
  }
  return answers.join('\n');
}

/** Every text of every table. */
async function storedText({ database }: TestHouse): Promise<string> {
  const tables = await database.db.introspection.getTables();
  const rows: unknown[] = [];
  for (const { name } of tables) {
    rows.push(
      await database.db
        .withoutPlugins()
        .selectFrom(name as never)
        .selectAll()
        .execute(),
    );
  }
  return JSON.stringify(rows);
}

async function useEverything({ house, url }: ServedHouse, admin: Visitor): Promise<string> {
  const sandbox = await startSandbox({ clock: () => house.now() });
  onTestFinished(() => sandbox.close());
  const echo = await serveEcho();
  const said: string[] = [];
  const say = async (path: string, input: unknown) =>
    said.push(await (await admin.fetch(`/trpc/${path}`, asJson(input))).text());
  const pullAndCheck = async () => {
    house.setNow(new Date(house.now().getTime() + 60_000).toISOString());
    await pullNetworks(house, { reason: 'request' });
    for (const { id } of await listed(admin)) {
      await say('social.requestCheck', { connectionId: id });
    }
    await answerChecks(house, 'test', neverStopped);
    expect((await listed(admin)).map(({ checkStatus }) => checkStatus)).not.toContain('asked');
  };
  await addPages(house);
  for (const network of connected) {
    const secret = plantedSecret(network);
    const baseUrl = sandbox.baseUrls[network];
    await say('social.createConnection', { network, secret, baseUrl, label: 'Primera' });
    // Refusals of what was pasted in the wrong place.
    await say('social.createConnection', { network, secret: { [secret.accessToken ?? '']: 'x' } });
    await say('social.createConnection', { network: secret.accessToken, secret });
    await say('social.createConnection', { network, secret, baseUrl: `ftp://${url}` });
  }
  await pullAndCheck();
  for (const kind of ['expired_token', 'html', 'redirect', 'changed_shape'] as const) {
    for (const network of connected) sandbox.setFault({ kind, network });
    await pullAndCheck();
    sandbox.clearFaults();
  }
  for (const { id, version, network } of await listed(admin)) {
    const fields = { network, label: 'Otra', secret: plantedSecret(network), baseUrl: echo };
    await say('social.updateConnection', { at: { id, version }, fields });
  }
  await pullAndCheck();
  return said.join('\n');
}

interface Listed {
  id: string;
  version: number;
  network: NetworkId;
  checkStatus: string;
}

async function listed(visitor: Visitor): Promise<Listed[]> {
  return (await visitor.query<Listed[]>('social.listConnections')).data ?? [];
}

describe('a token that somebody pasted', () => {
  test('stands in no log, no answer, no audit row, no table and no back-up', {
    timeout: 180_000,
  }, async () => {
    const { house, said } = await openLoudHouse();
    const served = await serve(house);
    const admin = await served.signedIn('admin');

    const answered = await useEverything(served, admin);
    const connections = await listed(admin);
    expect(connections.map(({ network }) => network).toSorted()).toEqual(connected.toSorted());
    expect(answered).toContain('invalid_input');
    expect(tokensIn(answered)).toEqual([]);

    const page = await house.database.db.selectFrom('page').select('id').executeTakeFirst();
    const pull = await house.database.db.selectFrom('pull').select('id').executeTakeFirst();
    const ids = { pageId: page?.id, id: page?.id, pageIds: [page?.id], pullId: pull?.id };
    for (const role of roles) {
      const visitor = role === 'admin' ? admin : await served.signedIn(role);
      for (const { id } of connections.slice(0, 1)) {
        const told = await everythingSaidTo(visitor, { ...ids, connectionId: id });
        expect(told).toContain('"result"');
        expect(tokensIn(told)).toEqual([]);
      }
    }

    expect(said().length).toBeGreaterThan(1_000);
    expect(tokensIn(said())).toEqual([]);
    const stored = await storedText(house);
    expect(stored).toContain('Primera');
    expect(tokensIn(stored)).toEqual([]);
    // Tokens that the networks gave: of pages, and those made new.
    expect(`${stored}${said()}`).not.toMatch(/sandbox-(page|renewed)-/);

    if (isPostgres) return;
    const copy = join(house.place.dataDir, 'copia.db');
    await backUpSqlite(join(house.place.dataDir, 'altavoz.db'), copy);
    expect(tokensIn(readFileSync(copy).toString('latin1'))).toEqual([]);
  });

  test('would be found by the search, were it anywhere', () => {
    const [token = ''] = planted;
    expect(tokensIn(`Bearer ${token}`)).toEqual([token]);
    expect(tokensIn(Buffer.from(`${token}`).toString('base64'))).toHaveLength(1);
  });
});
