import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { hostileFiles } from '../../support/hostile-files.ts';
import { makeHouse } from '../../support/house.ts';
import { signInAt } from '../../support/office.ts';
import type { Visitor } from '../../support/visitor.ts';
import { startWebServer } from '../../support/web-server.ts';
import { workOfChildren } from '../../support/work-of.ts';

/** Asks again and again what takes no work, until told to stop; gives the milliseconds each took. */
function askBeside(visitor: Visitor) {
  let isOver = false;
  const times: number[] = [];
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now();
      const [health, self] = await Promise.all([
        visitor.fetch('/healthz'),
        visitor.query('accounts.readSelf'),
      ]);
      times.push(performance.now() - from);
      if (health.status !== 200 || self.status !== 200) throw new Error('nobody answered');
      await wait(20);
    }
  })();
  return {
    async stop(): Promise<number[]> {
      isOver = true;
      await asking;
      return times.sort((one, other) => one - other);
    },
  };
}

/** The files that are brought as an export of a network too, which is read another way. */
const alsoExports = [
  'a row of ten million cells',
  'a size of every cell, and two',
  'nineteen megabytes of quoted letters',
];

/** Held by the test of what passes a bound. */
const heldElsewhere = 'a link over every cell';

const calls = [
  ...Object.keys(hostileFiles)
    .filter((name) => name !== heldElsewhere)
    .map((name) => ['imports.planSheet', name] as const),
  ...alsoExports.map((name) => ['imports.previewFile', name] as const),
];

async function bring(visitor: Visitor, procedure: string, content: string) {
  const file = { name: 'archivo', content };
  return visitor.mutate(procedure, procedure === 'imports.planSheet' ? { file } : file);
}

describe('a file that means harm', () => {
  test('is read or refused within two seconds of work, and everybody else is answered beside it', async () => {
    const house = await makeHouse();
    const { program, url } = await startWebServer(house.place);
    const visitor = await signInAt(house, url, 'coordinator');
    const found: unknown[] = [];
    for (const [procedure, name] of calls) {
      const content = hostileFiles[name]?.().toString('base64') ?? '';
      const beside = askBeside(visitor);
      const done = await workOfChildren(program.pid, () => bring(visitor, procedure, content));
      const times = await beside.stop();
      const { status, failure } = done.result;
      const isTold = status === 200 || failure?.code === 'file_refused';
      const median = times[Math.floor(times.length / 2)] ?? 0;
      const longest = times.at(-1) ?? 0;
      const took = { seconds: done.seconds, memory: done.residentMegabytes, median, longest };
      // A machine that does much else may hold up one answer, not most of them.
      const isAnswered = median < 250 && longest < 1_000;
      if (!isTold || !isAnswered || done.seconds > 2)
        found.push({ procedure, name, failure, took });
    }
    expect(found).toEqual([]);
  }, 60_000);
});
