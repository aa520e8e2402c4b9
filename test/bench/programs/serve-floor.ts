// Bare Fastify over the same database: the product's own statements, prepared once, and stored answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { type ReadName, readNames } from '../reads.ts';
import type { FloorPlan } from '../trace-reads.ts';
import { floorShapes } from './floor-shapes.ts';

type Asked = { Querystring: { input: string } };

const { DATA_DIR = '', FLOOR_PLAN = '' } = process.env;
const plan = JSON.parse(readFileSync(FLOOR_PLAN, 'utf8')) as FloorPlan;
const file = new Database(join(DATA_DIR, 'altavoz.db'), { fileMustExist: true });
file.pragma('journal_mode = WAL');
file.pragma('cache_size = -65536');

const prepared = new Map<string, Database.Statement>();

function prepareOnce(sql: string): Database.Statement {
  const statement = prepared.get(sql) ?? file.prepare(sql);
  prepared.set(sql, statement);
  return statement;
}

interface ReadyCall {
  input: unknown;
  statements: { statement: Database.Statement; parameters: unknown[] }[];
  body: string;
}

function readyCalls(name: ReadName): Map<string, ReadyCall> {
  return new Map(
    plan[name].calls.map(({ input, statements, body }) => [
      JSON.stringify(input),
      {
        input,
        body,
        statements: statements.map(({ sql, parameters }) => ({
          statement: prepareOnce(sql),
          parameters,
        })),
      },
    ]),
  );
}

const app = Fastify();
for (const name of readNames) {
  const calls = readyCalls(name);
  const find = (input: string): ReadyCall => {
    const call = calls.get(input);
    if (!call) throw new Error(`not in the plan: ${input}`);
    return call;
  };
  app.get<Asked>(`/sql/${name}`, async (request) => {
    const { input, statements } = find(request.query.input);
    const results = statements.map(
      ({ statement, parameters }) => statement.all(parameters) as Record<string, unknown>[],
    );
    return { result: { data: floorShapes[name](results, input) } };
  });
  app.get<Asked>(`/stored/${name}`, async (request, reply) =>
    reply.type('application/json; charset=utf-8').send(find(request.query.input).body),
  );
}
const rowsOfMonth = prepareOnce(
  "select * from clipping where month = ? and deleted_at is null and standing <> 'not_counted'",
);
app.get<{ Querystring: { month: string } }>('/rows-of-month', async (request) => ({
  result: { data: rowsOfMonth.all(request.query.month) },
}));
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`listening at ${address}\n`);
