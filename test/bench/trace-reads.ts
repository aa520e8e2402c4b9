import type Database from 'better-sqlite3';
import type { House } from '../../server/context.ts';
import { createCaller } from '../../server/http/router.ts';
import { benchAccount } from './open-bench-house.ts';
import type { BenchRead, ReadName } from './reads.ts';

/** One statement that the product ran, with its parameters. */
export interface TracedStatement {
  sql: string;
  parameters: unknown[];
}

/** What the product ran for one input, and what it answered. */
export interface TracedCall {
  input: unknown;
  statements: TracedStatement[];
  /** The body that the product sends. */
  body: string;
}

/** The plan that the floors follow: the product's own statements, input by input. */
export type FloorPlan = Record<ReadName, { procedure: string; calls: TracedCall[] }>;

/** Writes down every statement that a connection runs from now on. */
function listenTo(file: Database.Database, heard: TracedStatement[]): void {
  const prepare = file.prepare.bind(file);
  file.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    statement.all = (...parameters: unknown[]) => {
      heard.push({ sql, parameters: parameters.flat() });
      return all(...parameters);
    };
    return statement;
  }) as typeof file.prepare;
}

function callProcedure(
  caller: ReturnType<typeof createCaller>,
  procedure: string,
  input: unknown,
): Promise<unknown> {
  const [area = '', verb = ''] = procedure.split('.');
  const areas = caller as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const call = areas[area]?.[verb];
  if (!call) throw new Error(`there is no procedure ${procedure}`);
  return call(input);
}

/**
 * Calls each read once with each of its inputs and notes which SQL it ran and what it answered,
 * so that the floors run the very same and are held to the same answers.
 */
export async function traceReads(house: House, reads: readonly BenchRead[]): Promise<FloorPlan> {
  const heard: TracedStatement[] = [];
  if (!house.database.reader) throw new Error('the bench traces statements on SQLite');
  listenTo(house.database.reader, heard);
  const { name, role } = benchAccount;
  const caller = createCaller({ ...house, actor: { id: null, name, role } });
  const plan: Partial<FloorPlan> = {};
  for (const read of reads) {
    const calls: TracedCall[] = [];
    for (const input of read.inputs) {
      heard.length = 0;
      const data = await callProcedure(caller, read.procedure, input);
      const statements = heard.slice(-(read.statements ?? heard.length));
      calls.push({ input, statements, body: JSON.stringify({ result: { data } }) });
    }
    plan[read.name] = { procedure: read.procedure, calls };
  }
  return plan as FloorPlan;
}

/** The address of a call, as the client asks for it. */
export function addressOf(procedure: string, input: unknown): string {
  return `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
}
