import { z } from 'zod';
import { readOrganizationUrn } from './linkedin-organization.ts';
import type { CredentialCheck } from './network-readings.ts';

/** The organizations that a member manages. */
export const AccessList = z.object({
  elements: z.array(z.looseObject({ organization: z.string() })),
});

/** Organizations by their number. */
export const OrganizationsById = z.object({
  results: z.record(
    z.string(),
    z.looseObject({ localizedName: z.string().optional(), vanityName: z.string().optional() }),
  ),
});

/** The numbers in a list of what a member manages. */
export function managedIds(list: z.infer<typeof AccessList>): string[] {
  return [
    ...new Set(
      list.elements.flatMap(({ organization }) => readOrganizationUrn(organization) ?? []),
    ),
  ];
}

/** Organizations as pages that a credential reaches. */
export function readManagedPages(
  ids: readonly string[],
  { results }: z.infer<typeof OrganizationsById>,
): CredentialCheck['pages'] {
  return ids.map((id) => {
    const { localizedName, vanityName } = results[id] ?? {};
    const handle = (vanityName || id).slice(0, 100);
    return {
      externalId: id,
      handle,
      title: (localizedName || handle).slice(0, 200),
      followers: null,
    };
  });
}
