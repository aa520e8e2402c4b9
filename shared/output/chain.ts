import { z } from 'zod';
import { RecordId, requiredLine } from '../records.ts';
import type { KindId } from './kind-id.ts';

/** An item of a chain: an event, the coverage that came of it, the pieces made of that. */
export interface ChainItem {
  id: string;
  kind: KindId;
  title: string;
  day: string;
  /** How many steps after the item that was asked for; before it when negative. */
  step: number;
  /** The items that it came from. */
  from: string[];
}

/** A post of a page that tells of an item of the chain. */
export interface ChainPost {
  itemId: string;
  pageId: string;
  externalId: string;
  pageTitle: string;
  text: string;
  publishedAt: string;
  permalink: string | null;
}

/** All that is joined to an item, in both directions. */
export interface Chain {
  items: ChainItem[];
  posts: ChainPost[];
}

/** That one item came from another. */
export const ItemLink = z.object({ fromId: RecordId, toId: RecordId });
export type ItemLink = z.infer<typeof ItemLink>;

/** That a post of a page tells of an item. */
export const PostLink = z.object({
  itemId: RecordId,
  pageId: RecordId,
  externalId: requiredLine(200),
});
export type PostLink = z.infer<typeof PostLink>;

/** So many steps are followed in each direction. */
export const longestChain = 12;

/** Whether joining one item after another would make it come from itself. */
export function wouldCircle(links: readonly ItemLink[], { fromId, toId }: ItemLink): boolean {
  const after = new Map<string, string[]>();
  for (const link of links) after.set(link.fromId, [...(after.get(link.fromId) ?? []), link.toId]);
  const waiting = [toId];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === fromId) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(after.get(next) ?? []));
  }
  return false;
}
