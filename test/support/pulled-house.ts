import { onTestFinished } from 'vitest';
import { figureOn } from '../../jobs/sandbox/figures.ts';
import { type SandboxPage, sandboxPages } from '../../jobs/sandbox/sandbox-pages.ts';
import { sandboxSecret } from '../../jobs/sandbox/sandbox-secret.ts';
import { type Sandbox, startSandbox } from '../../jobs/sandbox/serve-sandbox.ts';
import { pullNetworks } from '../../jobs/tasks/pull-networks.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { connectTo } from './connect-to-sandbox.ts';
import { callerAs, makeHouse, type TestHouse } from './house.ts';

/** A house whose fan pages are those of a sandbox, over HTTP. */
export interface PulledHouse {
  house: TestHouse;
  sandbox: Sandbox;
  /** A scheduled pull at this moment. */
  pull(): ReturnType<typeof pullNetworks>;
  /** The list of pages by network and handle. */
  page(network: string, handle: string): Promise<PageRow>;
}

/** Serves a sandbox whose clock is the house's, or any other; closed when the test ends. */
async function openSandbox(clock: () => Date): Promise<Sandbox> {
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Gives the only connection of a network another token and address. */
export async function reconnect(
  house: TestHouse,
  network: NetworkId,
  baseUrl: string,
): Promise<void> {
  const { social } = callerAs(house, 'admin');
  const connection = (await social.listConnections()).find((row) => row.network === network);
  if (!connection) throw new Error(`no connection of ${network}`);
  const { id, version, label } = connection;
  const secret = { ...sandboxSecret(network), accessToken: 'sandbox-another' };
  const fields = { network, label, secret, baseUrl };
  await social.updateConnection({ at: { id, version }, fields });
}

/** A house connected to a sandbox with all of its pages, or some. */
export async function makePulledHouse(
  pages: readonly SandboxPage[] = sandboxPages,
  clock?: () => Date,
): Promise<PulledHouse> {
  const house = await makeHouse();
  const sandbox = await openSandbox(clock ?? (() => house.now()));
  await connectTo(house, sandbox, pages);
  return {
    house,
    sandbox,
    pull: () => pullNetworks(house, { reason: 'schedule' }),
    async page(network, handle) {
      const rows = await callerAs(house, 'viewer').social.listPages();
      const found = rows.find((row) => row.network === network && row.handle === handle);
      if (!found) throw new Error(`no page ${handle} on ${network}`);
      return found;
    },
  };
}

/** Every stored reading, in order. */
export function readingsOf(house: TestHouse) {
  return house.database.db
    .selectFrom('snapshot')
    .selectAll()
    .orderBy('pageId')
    .orderBy('metric')
    .orderBy('day')
    .execute();
}

/** What the sandbox says of a page on a day; the test fails when it says nothing. */
export function sandboxFigure(
  { network, handle }: { network: string; handle: string },
  metric: 'followers' | 'posts',
  day: string,
): number {
  const value = figureOn({ network, handle, metric, day });
  if (value === null) throw new Error(`the sandbox has no ${handle}`);
  return value;
}

/** The pages of the sandbox on one network. */
export function sandboxPagesOn(network: string): SandboxPage[] {
  return sandboxPages.filter((page) => page.network === network);
}
