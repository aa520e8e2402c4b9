import { foldHeading } from './files/table.ts';

/** How well a name is written: accents and capitals are lost on the way, and seldom added. */
function care(name: string): number {
  const marks = name.normalize('NFD').match(/\p{Mn}/gu)?.length ?? 0;
  const capitals = name.match(/(?<!\p{L})\p{Lu}\p{Ll}/gu)?.length ?? 0;
  return marks * 10 + capitals;
}

/** The name of a person as it is compared: *julian cano* is *Julián Cano*. */
export const personKey = foldHeading;

/** Of two ways to write one name, the better one; the first where neither is. */
export function betterName(known: string, other: string): string {
  return care(other) > care(known) ? other : known;
}
