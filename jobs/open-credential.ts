import type { House } from '../server/context.ts';
import { openConnection } from '../server/social/open-connection.ts';
import type { NetworkFailure } from '../shared/social/network-failure.ts';
import type { NetworkId } from '../shared/social/networks.ts';
import { NetworkBudget } from './network-budget.ts';
import { type CountingClient, openNetworkClient } from './network-client.ts';
import type { Connector } from './network-contract.ts';

/** The way into one network during one pull. */
export interface Credential {
  client: CountingClient;
  /** Set once the network said that no further call works; the rest is not asked. */
  closedBy: NetworkFailure | null;
}

/** What each token may still spend, over pulls, by house and network. */
const budgets = new WeakMap<
  House['database'],
  Map<string, { token: string; budget: NetworkBudget }>
>();

function budgetOf({ database }: House, network: string, token: string): NetworkBudget {
  const ofHouse = budgets.get(database) ?? new Map();
  budgets.set(database, ofHouse);
  const known = ofHouse.get(network);
  if (known?.token === token) return known.budget;
  const budget = new NetworkBudget();
  ofHouse.set(network, { token, budget });
  return budget;
}

/** Opens the connection of a network as people saved it. */
export async function openCredential(
  house: House,
  network: NetworkId,
  connector: Connector,
  signal: AbortSignal,
): Promise<Credential> {
  const { secret, baseUrl } = await openConnection(house, {
    network,
    connectionId: null,
    baseUrl: null,
  });
  const budget = budgetOf(house, network, JSON.stringify(secret));
  return {
    client: openNetworkClient({
      connector,
      secret,
      baseUrl,
      now: () => house.now(),
      signal,
      budget,
    }),
    closedBy: null,
  };
}
