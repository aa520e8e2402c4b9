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
  const texts = new Map(expected.map(({ name, text }) => [name, plain(text)]));
  const names = new Set(found.map(({ name }) => name));
  return [
    ...expected
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({ name, difference: 'missing' as const })),
    ...found.flatMap(({ name, text }) => {
      const due = texts.get(name);
      if (due === undefined) return [{ name, difference: 'foreign' as const }];
      return due === plain(text) ? [] : [{ name, difference: 'other' as const }];
    }),
  ].sort((a, b) => a.name.localeCompare(b.name));
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
