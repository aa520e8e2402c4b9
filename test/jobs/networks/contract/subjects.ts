import { listConnectors } from '../../../../jobs/list-connectors.ts';
import type { Connector } from '../../../../jobs/network-contract.ts';
import type { SandboxOptions } from '../../../../jobs/sandbox/serve-sandbox.ts';
import { credentialRules, type Secret } from '../../../../shared/social/credentials.ts';
import { NetworkId } from '../../../../shared/social/networks.ts';

/** One connector in one of the ways in which it is used. */
export interface Subject {
  /** The network, or the network and the way; recorded answers are in the file of this name. */
  name: string;
  network: NetworkId;
  connector: Connector;
  secret: Secret;
  sandbox: Partial<SandboxOptions>;
}

/** Ways besides the usual one. */
const variants: Pick<Subject, 'name' | 'network' | 'secret' | 'sandbox'>[] = [
  {
    name: 'x-older',
    network: 'x',
    secret: { accessToken: 'sandbox-accessToken' },
    sandbox: { xNames: 'tweet' },
  },
];

function usualSecret(network: NetworkId): Secret {
  return Object.fromEntries(
    credentialRules[network].fields.map(({ name }) => [name, `sandbox-${name}`]),
  );
}

/** Every connector of the folder, and every other way to use one. */
export async function listSubjects(): Promise<Subject[]> {
  const connectors = await listConnectors();
  const usual = [...connectors].map(([code, connector]): Subject => {
    const network = NetworkId.parse(code);
    return { name: code, network, connector, secret: usualSecret(network), sandbox: {} };
  });
  const others = variants.flatMap((variant): Subject[] => {
    const connector = connectors.get(variant.network);
    return connector ? [{ ...variant, connector }] : [];
  });
  return [...usual, ...others];
}
