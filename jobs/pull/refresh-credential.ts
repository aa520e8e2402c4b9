import { asSystem, type House } from '../../server/context.ts';
import {
  keepRefreshedSecret,
  recordRefreshFailure,
} from '../../server/social/keep-connection-status.ts';
import type { OpenConnection } from '../../server/social/open-connection.ts';
import type { Secret } from '../../shared/social/credentials.ts';
import { RefreshedCredential } from '../../shared/social/network-readings.ts';
import { isRefreshDue } from '../../shared/social/refresh-rule.ts';
import type { Connector, NetworkClient } from '../network-contract.ts';
import { explainBroken } from './explain-broken.ts';

/**
 * The secret to read with: the one that is kept, made new first where it is about to end and the
 * network renews it. One that could not be renewed is used as it is, and the connection says why.
 */
export async function refreshWhenDue(
  house: House,
  connector: Connector,
  { id, network, secret, expiresAt }: OpenConnection,
  open: (secret: Secret | null) => NetworkClient,
): Promise<Secret | null> {
  if (!connector.refreshCredential || id === null || secret === null) return secret;
  if (!isRefreshDue(network, secret, expiresAt, house.now())) return secret;
  try {
    const renewed = await connector.refreshCredential(open(secret));
    if ('failure' in renewed) {
      await recordRefreshFailure(asSystem(house), id, renewed.failure);
      return secret;
    }
    const { secret: newer, expiresAt: until } = RefreshedCredential.parse(renewed);
    await keepRefreshedSecret(asSystem(house), id, newer, until);
    return newer;
  } catch (error) {
    house.log.error({ err: error, network }, 'a connector failed');
    await recordRefreshFailure(asSystem(house), id, explainBroken(error));
    return secret;
  }
}
