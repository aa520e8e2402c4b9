import { hostKey } from './address-key.ts';

/** An outlet and the hosts of its sites. */
export interface OutletSites {
  id: string;
  domains: readonly string[];
  website: string | null;
}

function sitesOf({ domains, website }: OutletSites): string[] {
  const own = website !== null && URL.canParse(website) ? [hostKey(new URL(website).hostname)] : [];
  return [...domains, ...own];
}

/**
 * The outlet whose site an address is of: the one with its very host, or else with the nearest
 * host above it, so that `deportes.diario.com` is of `diario.com`.
 */
export function matchOutlet<Outlet extends OutletSites>(
  address: string,
  outlets: readonly Outlet[],
): Outlet | undefined {
  const host = hostKey(new URL(address).hostname);
  const holds = (site: string) => host === site || host.endsWith(`.${site}`);
  const matches = outlets.flatMap((outlet) =>
    sitesOf(outlet)
      .filter(holds)
      .map((site) => ({ outlet, length: site.length })),
  );
  return matches.sort((one, other) => other.length - one.length)[0]?.outlet;
}
