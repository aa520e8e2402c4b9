import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { numberedPage } from '../../../jobs/sandbox/sandbox-pages.ts';
import { sandboxSecret } from '../../../jobs/sandbox/sandbox-secret.ts';
import { type Sandbox, startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { asSystem, type House } from '../../../server/context.ts';
import { createConnection } from '../../../server/social/save-connection.ts';
import { createPage } from '../../../server/social/save-page.ts';
import { PageFields } from '../../../shared/social/schemas.ts';
import { openBenchHouse } from '../open-bench-house.ts';
import type { PullTaken } from '../programs/pull-pages.ts';
import { startProgram } from '../running-program.ts';

/** What pulls took. */
export interface MeasuredPull {
  /** At the limits that the sandbox states, on a clock that waiting moves and nothing else does. */
  atLimits: { pages: number; calls: number; seconds: number; imposedSeconds: number };
  /** Without limits, in a process of its own. */
  unlimited: (PullTaken & { pages: number; calls: number })[];
}

const pulledNetworks = ['facebook', 'instagram', 'x'] as const;
type PulledNetwork = (typeof pulledNetworks)[number];

/** The calls that the sandbox lets through in a quarter of an hour, as its headers say. */
const callsAWindow: Record<PulledNetwork, number> = { facebook: 20_000, instagram: 20_000, x: 300 };
const windowSeconds = 15 * 60;

async function fillHouse(house: House, sandbox: Sandbox, perNetwork: Record<string, number>) {
  const context = asSystem(house);
  for (const network of pulledNetworks) {
    const count = perNetwork[network] ?? 0;
    const baseUrl = sandbox.baseUrls[network];
    const secret = sandboxSecret(network);
    await createConnection(context, { network, label: '', secret, baseUrl });
    for (let number = 0; number < count; number += 1) {
      const { handle, title, id } = numberedPage(network, number);
      await createPage(
        context,
        PageFields.parse({ network, handle, title, externalId: network === 'x' ? null : id }),
      );
    }
  }
}

async function inFreshHouse<Found>(
  folder: string,
  act: (dataDir: string) => Promise<Found>,
): Promise<Found> {
  const dataDir = join(folder, 'database-pull');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  try {
    return await act(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The time that a network's pull takes when only waiting takes time, and that its limits impose. */
async function pullAtLimits(folder: string, network: PulledNetwork, pages: number) {
  return inFreshHouse(folder, async (dataDir) => {
    const begun = Date.parse('2026-11-22T15:00:00Z');
    let now = begun;
    const house = { ...(await openBenchHouse(dataDir)), now: () => new Date(now) };
    const sandbox = await startSandbox({ clock: () => new Date(now) });
    try {
      await fillHouse(house, sandbox, { [network]: pages });
      const sleep = async (milliseconds: number) => {
        now += milliseconds;
      };
      const pace = { longestWaitMs: 16 * 60_000, sleep };
      const { pagesRead } = await pullNetworks(house, { reason: 'schedule', pace });
      if (pagesRead !== pages) throw new Error(`${network}: ${pagesRead} of ${pages} pages read`);
      const calls = sandbox.requests().length;
      const imposedSeconds = Math.floor((calls - 1) / callsAWindow[network]) * windowSeconds;
      return { calls, seconds: (now - begun) / 1_000, imposedSeconds };
    } finally {
      await sandbox.close();
      await house.database.close();
    }
  });
}

async function pullUnlimited(programs: string, folder: string, pages: number) {
  return inFreshHouse(folder, async (dataDir) => {
    const house = await openBenchHouse(dataDir);
    const sandbox = await startSandbox({ clock: () => new Date(), isLimited: false });
    const share = Math.floor(pages / 3);
    await fillHouse(house, sandbox, {
      facebook: share,
      instagram: share,
      x: pages - share * 2,
    });
    await house.database.close();
    const program = startProgram(join(programs, 'pull-pages.js'), { DATA_DIR: dataDir });
    try {
      const taken = await program.answer<PullTaken>();
      if (taken.pagesRead !== pages) throw new Error(`${taken.pagesRead} of ${pages} pages read`);
      return { ...taken, pages, calls: sandbox.requests().length };
    } finally {
      await program.stop();
      await sandbox.close();
    }
  });
}

/**
 * Pulls 1,000 pages of three networks at their limits (side by side: the slowest counts), and 10,
 * 1,000 and 10,000 pages without limits.
 */
export async function measurePull(
  programs: string,
  folder: string,
  isShort: boolean,
): Promise<MeasuredPull> {
  const shares = { facebook: 333, instagram: 333, x: 334 };
  const ofNetworks: Awaited<ReturnType<typeof pullAtLimits>>[] = [];
  for (const network of pulledNetworks) {
    ofNetworks.push(await pullAtLimits(folder, network, shares[network]));
  }
  const most = (of: 'seconds' | 'imposedSeconds') => Math.max(...ofNetworks.map((one) => one[of]));
  const unlimited: MeasuredPull['unlimited'] = [];
  for (const pages of isShort ? [10, 1_000] : [10, 1_000, 10_000]) {
    unlimited.push(await pullUnlimited(programs, folder, pages));
  }
  return {
    atLimits: {
      pages: 1_000,
      calls: ofNetworks.reduce((sum, { calls }) => sum + calls, 0),
      seconds: most('seconds'),
      imposedSeconds: most('imposedSeconds'),
    },
    unlimited,
  };
}
