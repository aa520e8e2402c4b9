/** A field as asked: `name`, `name{id,username}` or `name.metric(views,reach).limit(0)`. */
export interface AskedField {
  name: string;
  inside: AskedField[];
  /** What stands in the parentheses of each modifier. */
  modifiers: Record<string, string>;
}

/** Splits at the commas that stand outside braces and parentheses. */
function splitFields(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('{('.includes(character)) depth += 1;
    if ('})'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function parseField(text: string): AskedField {
  const [, name = '', modifiers = '', inside = ''] =
    /^(\w+)((?:\.\w+\([^)]*\))*)(?:\{(.*)\})?$/.exec(text) ?? [];
  const given = [...modifiers.matchAll(/\.(\w+)\(([^()]*)\)/g)];
  return {
    name: name || text,
    inside: parseFields(inside),
    modifiers: Object.fromEntries(given.map(([, word = '', value = '']) => [word, value])),
  };
}

/** The fields that a call asks for, with those inside them. */
export function parseFields(text: string): AskedField[] {
  return splitFields(text).map(parseField);
}

/** A field that does not exist on the object, as the graph names both. */
export class UnknownField extends Error {
  readonly field: string;
  readonly nodeType: string;

  constructor(field: string, nodeType: string) {
    super(field);
    this.field = field;
    this.nodeType = nodeType;
  }
}

/** An insights metric that is unknown or retired: the graph does not say which. */
export class UnknownMetric extends Error {}
