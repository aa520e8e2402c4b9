/** One thing of a schema: what it is and its name, and the text that makes it. */
export interface SchemaPart {
  /** Such as `trigger clipping_search_insert`. */
  name: string;
  text: string;
}

/** How a part of a database departs from what its migrations make. */
export interface SchemaDifference {
  name: string;
  difference: 'missing' | 'foreign' | 'other';
}

/** Only spaces and quotes may differ: versions of a database write them in their own way. */
function plain(text: string): string {
  return text.replace(/["`]/g, '').replace(/\s+/g, ' ').trim();
}

/** Where what there is departs from what there has to be, by name. */
export function compareSchemas(
  expected: readonly SchemaPart[],
  found: readonly SchemaPart[],
): SchemaDifference[] {
  const due = new Map(expected.map(({ name, text }) => [name, plain(text)]));
  const there = new Map(found.map(({ name, text }) => [name, plain(text)]));
  const differenceOf = (name: string): SchemaDifference['difference'] | undefined => {
    if (!there.has(name)) return 'missing';
    if (!due.has(name)) return 'foreign';
    return there.get(name) === due.get(name) ? undefined : 'other';
  };
  return [...new Set([...due.keys(), ...there.keys()])].sort().flatMap((name) => {
    const difference = differenceOf(name);
    return difference ? [{ name, difference }] : [];
  });
}

const sentences: Record<SchemaDifference['difference'], string> = {
  missing: 'is missing',
  foreign: 'is not of Altavoz',
  other: 'is not as its migrations make it',
};

/** A difference as the terminal says it. */
export function differenceSentence({ name, difference }: SchemaDifference): string {
  return `${name} ${sentences[difference]}`;
}
