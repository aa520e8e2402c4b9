import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { addAccount } from '../../../server/accounts/add-account.ts';
import { asSystem } from '../../../server/context.ts';
import type { AppRouter } from '../../../server/http/router.ts';
import { makeVisitor } from '../../support/visitor.ts';
import { benchAccount, benchSecret, openBenchHouse } from '../open-bench-house.ts';
import type { PaceOrder, PaceResult } from '../programs/read-beside.ts';
import { type RunningProgram, startProgram, startServer } from '../running-program.ts';
import { writeWorkbook } from './write-workbook.ts';

/** A cheap read while nothing goes on, and while something does for so many seconds. */
export interface MeasuredBeside {
  what: string;
  quiet: PaceResult;
  beside: PaceResult;
  seconds: number;
}

const everyMs = 5;
const quietMs = 4_000;

/** Asks for the read while `work` goes on. */
async function readWhile(
  reader: RunningProgram,
  order: PaceOrder,
  work: () => Promise<unknown>,
): Promise<{ result: PaceResult; seconds: number }> {
  const told = new Promise<PaceResult>((resolve, reject) => {
    reader.process.once('message', (answer: { result?: PaceResult; error?: string }) =>
      answer.result ? resolve(answer.result) : reject(new Error(answer.error)),
    );
  });
  reader.process.send(order);
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1_000;
  reader.process.send('stop');
  return { result: await told, seconds };
}

function callerAt(port: number, cookie: string) {
  const link = httpBatchStreamLink({
    url: `http://127.0.0.1:${port}/trpc`,
    maxItems: 1,
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
  });
  return createTRPCClient<AppRouter>({ links: [link] }).imports;
}

type Imports = ReturnType<typeof callerAt>;

async function preview(imports: Imports, file: string): Promise<string> {
  const content = { name: 'piezas.xlsx', content: readFileSync(file).toString('base64') };
  const plan = await imports.planSheet.mutate({ file: content });
  const { sheet, targetId, layout, answers } = plan;
  if (!targetId || !layout) throw new Error('the generated sheet was not understood');
  const settled = { file: content, sheet, target: targetId, layout, answers };
  const { import: made } = await imports.previewSheet.mutate(settled);
  if (!made || made.wrong > 0) throw new Error('the generated sheet is not clear');
  return made.id;
}

/** Runs a write that tells how far it has come until it is done. */
async function follow(call: Imports['writeSheetImport'], id: string): Promise<void> {
  for await (const { finished } of await call.mutate({ id })) if (finished) return;
  throw new Error('the answer ended before the import did');
}

async function besideImport(
  programs: string,
  folder: string,
  rows: number,
): Promise<MeasuredBeside[]> {
  const place = join(folder, 'beside');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const house = await openBenchHouse(place);
  await addAccount(asSystem(house), { ...benchAccount, role: 'admin' });
  await house.database.close();
  const file = join(place, 'piezas.xlsx');
  writeWorkbook(file, rows);
  const environment = { PORT: '0', DATA_DIR: place, SECRET_KEY: benchSecret };
  const server = await startServer('dist/server/web.js', environment);
  const reader = startProgram(join(programs, 'read-beside.js'));
  try {
    const visitor = makeVisitor(`http://127.0.0.1:${server.port}`);
    await visitor.signIn(benchAccount.email, benchAccount.password);
    const { cookie = '' } = visitor;
    const imports = callerAt(server.port, cookie);
    const order = { port: server.port, address: '/trpc/accounts.readSelf', cookie, everyMs };
    const id = await preview(imports, file);
    await readWhile(reader, order, () => wait(quietMs / 2));
    const { result: quiet } = await readWhile(reader, order, () => wait(quietMs));
    const measured: MeasuredBeside[] = [];
    for (const [what, call] of [
      ['written', imports.writeSheetImport],
      ['undone', imports.undoSheetImport],
    ] as const) {
      const { result, seconds } = await readWhile(reader, order, () => follow(call, id));
      const named = `${rows.toLocaleString('en')} imported rows are ${what}`;
      measured.push({ what: named, quiet, beside: result, seconds });
    }
    return measured;
  } finally {
    await Promise.all([server.stop(), reader.stop()]);
    rmSync(place, { recursive: true, force: true });
  }
}

/** Measures a cheap read while a large import is written and undone in the same server. */
export async function measureBeside(
  programs: string,
  folder: string,
  sizes: readonly number[] = [20_000, 100_000],
): Promise<MeasuredBeside[]> {
  const measured: MeasuredBeside[] = [];
  for (const rows of sizes) {
    measured.push(...(await besideImport(programs, folder, rows)));
  }
  return measured;
}
