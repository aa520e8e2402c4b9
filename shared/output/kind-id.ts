import { z } from 'zod';
import { OutputKindId } from './kinds.ts';

/** The id of a kind that the office made for itself. */
export type OwnKindId = `own_${string}`;

/** The id of a kind that the office made for itself. */
export const OwnKindId = z.custom<OwnKindId>(
  (value) => typeof value === 'string' && /^own_[a-z0-9_-]{1,60}$/.test(value),
  { error: 'kind' },
);

/** The id of any kind of output: one that comes with the product, or one of the office's own. */
export type KindId = OutputKindId | OwnKindId;

/** The id of any kind of output: one that comes with the product, or one of the office's own. */
export const KindId = z.custom<KindId>(
  (value) => OutputKindId.safeParse(value).success || OwnKindId.safeParse(value).success,
  { error: 'kind' },
);

/** Whether a kind is one that the office made for itself. */
export function isOwnKind(id: KindId): id is OwnKindId {
  return id.startsWith('own_');
}
