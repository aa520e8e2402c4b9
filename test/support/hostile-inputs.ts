import { z } from 'zod';

/** The part of JSON Schema that inputs of procedures are described in. */
interface Described {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  properties?: Record<string, Described>;
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
  allOf?: Described[];
  minimum?: number;
}

/** Texts that break what handles them without care, each under a name for the test's message. */
export const hostileTexts: Record<string, string> = {
  nul: 'a\u0000b',
  'lone surrogate': 'a\ud800b',
  'escape sequence': '\u001b[31mrojo',
  huge: 'x'.repeat(100_000),
  'prototype key': '__proto__',
  sql: `'; drop table "user"; --`,
  html: '<img src=x onerror=alert(1)>',
  'like pattern': '%_\\',
  'emoji and right-to-left': '👩‍👩‍👧 \u202eסקרן',
  'many combining marks': `e${'\u0301'.repeat(150)}`,
};

const samples = [
  'texto',
  '2026-01-15',
  '2026-01',
  '0.19',
  '1',
  'https://medio.example/nota',
  'persona@oficina.test',
];

function sampleText(schema: Described): string {
  const { pattern } = schema;
  if (pattern === undefined) return 'una clave larga';
  return samples.find((sample) => new RegExp(pattern, 'u').test(sample)) ?? 'texto';
}

/** Builds a plausible input; `atText` says what stands at each text, by its path. */
function build(
  schema: Described,
  path: string,
  atText: (path: string, sample: string) => string,
): unknown {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return build(choice.find((one) => one.type !== 'null') ?? {}, path, atText);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const all = Object.assign({}, schema, ...(schema.allOf ?? [])) as Described;
  if (all.type === 'string') return atText(path, sampleText(all));
  if (all.type === 'integer' || all.type === 'number') return Math.max(all.minimum ?? 1, 1);
  if (all.type === 'boolean') return false;
  if (all.type === 'array') return [build(all.items ?? {}, `${path}[]`, atText)];
  return Object.fromEntries(
    Object.entries(all.properties ?? {}).map(([name, property]) => [
      name,
      build(property, path ? `${path}.${name}` : name, atText),
    ]),
  );
}

/** An input of a procedure with a hostile text in one place. */
export interface HostileInput {
  where: string;
  input: unknown;
}

/** Inputs for a schema: each hostile text at each text field alone, and things that are no input at all. */
export function hostileInputs(schema: z.ZodType): HostileInput[] {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  const paths = new Set<string>();
  build(described, '', (path, sample) => {
    paths.add(path);
    return sample;
  });
  const texts = [...paths].flatMap((path) =>
    Object.entries(hostileTexts).map(([name, text]) => ({
      where: `${name} at ${path}`,
      input: build(described, '', (at, sample) => (at === path ? text : sample)),
    })),
  );
  const strange = [
    null,
    'texto',
    7,
    true,
    [],
    [[[]]],
    { fields: null },
    { at: { id: {}, version: '1' } },
    { search: { $ne: null }, page: -1 },
    { page: 1e308, pageSize: -0 },
    JSON.parse('{"__proto__": {"role": "admin"}, "constructor": {"prototype": 1}}'),
  ].map((input) => ({ where: JSON.stringify(input), input }));
  return [...texts, ...strange];
}
