import { z } from 'zod';
import { readNetworkCount } from './network-count.ts';
import type { PageToRead } from './network-readings.ts';

/** How a call names an organization: by its number, or by the last part of its page's address. */
export type OrganizationName = { id: string } | { vanityName: string };

/** What LinkedIn knows a page by; null when no organization can be called so. */
export function organizationNameOf({ externalId, handle }: PageToRead): OrganizationName | null {
  const name = externalId ?? handle.replace(/^@/, '');
  if (/^\d{1,19}$/.test(name)) return { id: name };
  if (externalId !== null) return null;
  return /^[\p{L}\p{N}_-]{1,100}$/u.test(name) ? { vanityName: name.toLowerCase() } : null;
}

/** An organization's name among all of LinkedIn's things. */
export function organizationUrn(id: string): string {
  return `urn:li:organization:${id}`;
}

/** The number in an organization's name; null when it is none. */
export function readOrganizationUrn(urn: unknown): string | null {
  return typeof urn === 'string'
    ? (/^urn:li:organization:(\d{1,19})$/.exec(urn)?.[1] ?? null)
    : null;
}

/** A list as the protocol writes it: what is in it is encoded, its brackets and commas are not. */
export function listOf(words: readonly string[]): string {
  return `List(${words.map(encodeURIComponent).join(',')})`;
}

export const OrganizationList = z.object({
  elements: z.array(z.looseObject({ id: z.union([z.number().int().positive(), z.string()]) })),
});

/** One page of a list that begins at an offset. */
export const PostList = z.object({
  elements: z.array(z.looseObject({ id: z.string().min(1).max(200) })),
  paging: z.looseObject({ total: z.unknown().optional() }).nullish(),
});
export type PostList = z.infer<typeof PostList>;

/** How many posts there are in all, where the list says so. */
export function totalOf({ paging }: PostList): number | null {
  const total = readNetworkCount('total', paging?.total);
  return 'value' in total ? total.value : null;
}
