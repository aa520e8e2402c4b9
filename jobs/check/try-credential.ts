import type { House } from '../../server/context.ts';
import { listPagesToPull, type PageToPull } from '../../server/social/list-pages-to-pull.ts';
import { CredentialCheck, PageReading } from '../../shared/social/network-readings.ts';
import { isOfPageAlone } from '../../shared/social/remedy.ts';
import type { Connector, NetworkClient } from '../network-contract.ts';

/** Networks that charge by reading are tried with no more pages than these. */
const mostPagesTried = 10;

type Reached = Pick<CredentialCheck, 'pages' | 'failure'>;

function reachedBy(page: PageToPull, reading: PageReading | undefined): CredentialCheck['pages'] {
  const externalId = reading?.externalId ?? page.externalId;
  const isRead = reading?.failures.every(({ metric }) => metric !== null) ?? false;
  if (!isRead || externalId === null) return [];
  const count = reading?.readings.find(({ metric }) => metric === 'followers');
  const { handle } = page;
  return [{ externalId, handle, title: handle, followers: count?.value ?? null }];
}

/** Reads pages of the list through the credential; without any, asks for one that need not exist. */
async function readListed(
  house: House,
  connectionId: string,
  connector: Connector,
  client: NetworkClient,
): Promise<Reached> {
  const listed = (await listPagesToPull(house)).filter(
    (page) => page.connectionId === connectionId && page.baseUrl === null,
  );
  const some = listed.slice(0, Math.min(mostPagesTried, connector.batchSize));
  const probe = { id: 'probe', handle: connector.network, externalId: null };
  const read = await connector.readPages(client, some.length > 0 ? some : [probe]);
  const readings = read.map((reading) => PageReading.parse(reading));
  const pages = some.flatMap((page) =>
    reachedBy(
      page,
      readings.find(({ pageId }) => pageId === page.id),
    ),
  );
  const failures = readings
    .flatMap((reading) => reading.failures)
    .filter(({ metric, failure }) => metric === null && !isOfPageAlone(failure));
  return { pages, failure: pages.length > 0 ? null : (failures[0]?.failure ?? null) };
}

/**
 * Tries a credential: until when it is good, what it lacks, and which pages it reaches. Where the
 * network does not list pages, those of the office's list are read through it.
 */
export async function tryCredential(
  house: House,
  connectionId: string,
  connector: Connector,
  client: NetworkClient,
): Promise<CredentialCheck> {
  const none = { pages: [], expiresAt: null, missingPermissions: [], failure: null };
  const checked = connector.checkCredential
    ? CredentialCheck.parse(await connector.checkCredential(client))
    : none;
  if (checked.failure !== null || checked.pages.length > 0) return checked;
  return { ...checked, ...(await readListed(house, connectionId, connector, client)) };
}
