import { callTRPCProcedure } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Cost } from '../../../server/http/costly.ts';
import type { ProcedureMeta } from '../../../server/http/procedures.ts';
import { appRouter } from '../../../server/http/router.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import { fillLines } from '../../support/fill-lines.ts';
import { failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { makeReach } from '../../support/reach-of-verbs.ts';
import { serveHouse } from '../../support/served-house.ts';

interface Procedure {
  _def: {
    type: 'query' | 'mutation';
    inputs: readonly z.ZodType[];
    meta: ProcedureMeta;
    resolver: unknown;
  };
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, Procedure>,
);

/** Lists of what an office has few of, however long it works; a new list is one of these, or costly. */
const shortLists = [
  'accounts.listDepartments',
  'accounts.listPeople',
  'imports.listImports',
  'imports.listSheetImports',
  'indicators.listTables',
  'output.listCommitments',
  'output.listPlaces',
  'output.listRequests',
  'output.listTallies',
  'press.listFeeds',
  'press.listFlatPolicies',
  'press.listKeyMessages',
  'press.listMentionWords',
  'press.listOutlets',
  'press.listPressTallies',
  'press.listRates',
  'press.listRevaluations',
  'reports.listFigures',
  'social.listAlerts',
  'social.listPulls',
  'social.readOverview',
  'social.readTypingGrid',
  'social.searchPages',
];

interface Schema {
  type?: string;
  maxItems?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const schemasOf = ({ _def }: Procedure): Schema[] =>
  _def.inputs.map(
    (input) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema,
  );

/** Whether an input may be long: a text of more than a form takes, or hundreds of things. */
function isLong(schema: Schema): boolean {
  const { type, maxItems = 0, maxLength = 0, properties = {}, items, ...either } = schema;
  const parts = [
    ...Object.values(properties),
    ...(items ? [items] : []),
    ...[either.anyOf, either.oneOf, either.allOf].flatMap((some) => some ?? []),
  ];
  const isLongArray = type === 'array' && maxItems >= 400;
  return isLongArray || (type === 'string' && maxLength > 50_000) || parts.some(isLong);
}

const reach = makeReach();
const reads = /^(papaparse|@e965\/xlsx|ical\.js|feedsmith|node:worker_threads|node:child_process)$/;
const fetches = /^node:https?$/;

/** What a procedure has to cost, by what it runs and takes; nothing where that does not tell. */
function costByNature(path: string, procedure: Procedure): Cost | undefined {
  const resolver = String(procedure._def.resolver);
  const libraries = path === 'accounts.readSelf' ? [] : [...reach(path, resolver)];
  if (libraries.some((name) => fetches.test(name))) return 'web';
  if (libraries.some((name) => reads.test(name))) return 'file';
  const schemas = schemasOf(procedure);
  if (procedure._def.type === 'mutation') return schemas.some(isLong) ? 'write' : undefined;
  const pages = schemas.some(({ properties }) => properties?.pageSize);
  return pages && !shortLists.includes(path) ? 'read' : undefined;
}

function call(house: TestHouse, path: string, procedure: Procedure, id: string, input: unknown) {
  const { allowed } = procedure._def.meta;
  const role = (allowed === 'anyone' ? 'viewer' : allowed[0]) as Role;
  return callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: async () => input,
    ctx: { ...house, actor: { id, name: id, role } },
    type: procedure._def.type,
    signal: undefined,
    batchIndex: 0,
  });
}

const settledCode = async (calling: Promise<unknown>): Promise<string> => {
  const answer = await calling.then(
    async (made) => {
      // What is told while it is done begins when it is asked for.
      if (Symbol.asyncIterator in Object(made))
        for await (const _ of made as AsyncIterable<unknown>);
      return 'answered';
    },
    (error) => failureOf(Promise.reject(error)),
  );
  return (answer as { code?: string }).code ?? String(answer);
};

describe('a costly call', () => {
  test('is known for it: whatever opens a file, fetches, writes or reads much', () => {
    const known = procedures.map(([path, { _def }]) => [path, _def.meta.costly] as const);
    const wanted = procedures.map(([path, procedure]) => {
      const { costly } = procedure._def.meta;
      return [path, costByNature(path, procedure) ?? costly] as const;
    });
    expect(known).toEqual(wanted);
    const counts = (cost: Cost) => known.filter(([, one]) => one === cost).length;
    expect([counts('file'), counts('web')]).toEqual([7, 2]);
    expect(Math.min(counts('read'), counts('write'))).toBeGreaterThan(10);
  });

  test('is refused when somebody has as many as may be; what is cheap is answered, and so are others', async () => {
    const house = await makeHouse();
    const empty = await fillLines({ actor: { id: 'ana', name: 'Ana', role: 'admin' } });
    const told: Record<string, string[]> = {};
    for (const [path, procedure] of procedures) {
      const code = await settledCode(call(house, path, procedure, 'ana', undefined));
      const isStreamed = String(procedure._def.resolver).includes('followWrite');
      const isCostly = procedure._def.meta.costly !== undefined || isStreamed;
      const kind = `${isCostly ? 'costly' : 'cheap'}: ${code === 'too_many_requests' ? code : 'heard'}`;
      told[kind] = [...(told[kind] ?? []), path];
      if (!isCostly || isStreamed) continue;
      const other = await settledCode(call(house, path, procedure, 'luis', undefined));
      expect([path, other === 'too_many_requests']).toEqual([path, false]);
    }
    await empty();
    const streamed = ['imports.writeImport', 'imports.writeSheetImport', 'imports.undoSheetImport'];
    expect(Object.keys(told).sort()).toEqual([
      'cheap: heard',
      'costly: heard',
      'costly: too_many_requests',
    ]);
    // What is told while it is done refuses its input first, and waits with what is right.
    expect(told['costly: heard']?.sort()).toEqual(streamed.sort());
  });

  test('is any that searches, whatever the list', async () => {
    const house = await makeHouse();
    const searching = procedures.filter(
      ([, procedure]) =>
        procedure._def.type === 'query' &&
        schemasOf(procedure).some(({ properties }) => properties?.search),
    );
    expect(searching.length).toBeGreaterThan(20);
    const empty = await fillLines({ actor: { id: 'eva', name: 'Eva', role: 'admin' } });
    for (const [path, procedure] of searching) {
      const asked = (search: string) => call(house, path, procedure, 'eva', { search });
      expect([path, await settledCode(asked(' agua '))]).toEqual([path, 'too_many_requests']);
      const plain = (await settledCode(asked(' '))) === 'too_many_requests';
      expect([path, plain]).toEqual([path, procedure._def.meta.costly !== undefined]);
    }
    await empty();
  });

  test('is told so over HTTP with the seconds to wait, alone and in a batch, and heard again after', async () => {
    const served = await serveHouse();
    const { id, email } = await served.addPerson('press');
    const visitor = served.visitor();
    await visitor.signIn(email, 'una clave larga');
    await visitor.mutate('press.createOutlet', { name: 'La Tarde', medium: 'press' });
    const failure = { code: 'too_many_requests', retryAfterSeconds: 5 };
    const empty = await fillLines({ actor: { id, name: 'Press', role: 'press' } });
    const listed = await visitor.query('press.listClippings', { order: 'author_asc' });
    expect([listed.status, listed.failure]).toEqual([429, failure]);
    const searched = await visitor.query('press.listOutlets', { search: 'tarde' });
    expect([searched.status, searched.failure]).toEqual([429, failure]);
    expect((await visitor.query('press.listOutlets', {})).data).toMatchObject({ total: 1 });
    const input = encodeURIComponent(JSON.stringify({ 0: { search: 'x' }, 1: {} }));
    const batch = await visitor.fetch(
      `/trpc/press.listClippings,press.listOutlets?batch=1&input=${input}`,
    );
    expect(await batch.json()).toMatchObject([
      { error: { data: { failure } } },
      { result: { data: { total: 1 } } },
    ]);
    await empty();
    expect((await visitor.query('press.listOutlets', { search: 'tarde' })).data).toMatchObject({
      total: 1,
    });
  });
});
