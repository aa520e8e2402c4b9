import type { House } from '../../server/context.ts';
import { type ConnectionOf, openConnection } from '../../server/social/open-connection.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import { NetworkBudget } from '../network-budget.ts';
import {
  type CountingClient,
  type NetworkClientOptions,
  openNetworkClient,
} from '../network-client.ts';
import type { Connector } from '../network-contract.ts';
import { refreshWhenDue } from './refresh-credential.ts';

/** The way into one network through one connection during one pull. */
export interface Credential {
  /** Null where the network needs no connection and has none. */
  connectionId: string | null;
  connector: Connector;
  client: CountingClient;
  /** Set once no further call works; the rest is not asked. */
  closedBy: NetworkFailure | null;
  /** Calls in a row that found the network out of reach. */
  outages: number;
}

/** How a pull waits for what a network allows. */
export interface PullPace {
  /** The longest that one throttle is waited out; a longer one fails what is left, until then. */
  longestWaitMs?: number;
  sleep?: NetworkClientOptions['sleep'];
}

/** A pull that nobody waits for outlasts the windows in which networks count calls. */
export const unhurried: PullPace = { longestWaitMs: 16 * 60_000 };

interface KeptBudget {
  secret: string;
  budget: NetworkBudget;
}

/** What each credential may still spend, over pulls, by house. */
const budgets = new WeakMap<House['database'], Map<string, KeptBudget>>();

function budgetOf({ database }: House, key: string, secret: string): NetworkBudget {
  const ofHouse = budgets.get(database) ?? new Map<string, KeptBudget>();
  budgets.set(database, ofHouse);
  const known = ofHouse.get(key);
  if (known?.secret === secret) return known.budget;
  const budget = new NetworkBudget();
  ofHouse.set(key, { secret, budget });
  return budget;
}

/** Pages of one key are read through one credential, and share its budget. */
export function credentialKey({ network, connectionId, baseUrl }: ConnectionOf): string {
  return JSON.stringify([network, connectionId, baseUrl]);
}

/** Opens the connection that a page is read through, its token made new first where that is due. */
export async function openCredential(
  house: House,
  page: ConnectionOf,
  connector: Connector,
  { signal, pace = {} }: { signal: AbortSignal; pace?: PullPace },
): Promise<Credential> {
  const found = await openConnection(house, page);
  const open = (secret = found.secret) =>
    openNetworkClient({
      connector,
      secret,
      baseUrl: found.baseUrl,
      now: () => house.now(),
      signal,
      web: house.web,
      versions: house.networkVersions?.[connector.network],
      budget: budgetOf(house, credentialKey(page), JSON.stringify(secret)),
      ...(pace.sleep ? { sleep: pace.sleep } : {}),
      bounds: pace.longestWaitMs === undefined ? {} : { longestWaitMs: pace.longestWaitMs },
    });
  const secret = await refreshWhenDue(house, connector, found, open);
  const { id: connectionId } = found;
  return { connectionId, connector, client: open(secret), closedBy: null, outages: 0 };
}
