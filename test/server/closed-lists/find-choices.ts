/** What this needs to know of how zod keeps a schema. */
export interface Schema {
  safeParse(value: unknown): { success: boolean };
  _zod: { def: Def };
}

interface Def {
  type: string;
  shape?: Record<string, Schema>;
  entries?: Record<string, string | number>;
  values?: unknown[];
  options?: Schema[];
  element?: Schema;
  keyType?: Schema;
  valueType?: Schema;
  innerType?: Schema;
  in?: Schema;
  items?: Schema[];
  getter?(): Schema;
}

/** One option of a closed list within an input, and the input that chooses it. */
export interface Choice {
  /** Where the list is: `sort.column`; `[]` stands for the items of a list, `{}` for those of a record. */
  at: string;
  option: unknown;
  input: unknown;
}

const wrappers = 'optional nullable default prefault readonly catch nonoptional'.split(' ');
const plain = 'string number boolean transform unknown any null undefined custom date'.split(' ');

/** The schema within its wrappers, and whether it may be left out. */
function unwrap(schema: Schema): { inner: Schema; isOptional: boolean } {
  let inner = schema;
  let isOptional = false;
  for (;;) {
    const { type, innerType, in: before, getter } = inner._zod.def;
    if (type === 'optional' || type === 'default' || type === 'prefault') isOptional = true;
    if (wrappers.includes(type) && innerType) inner = innerType;
    else if (type === 'pipe' && before) inner = before;
    else if (type === 'lazy' && getter) inner = getter();
    else return { inner, isOptional };
  }
}

const samples: Record<string, (def: Def) => unknown> = {
  object: ({ shape = {} }) =>
    Object.fromEntries(
      Object.entries(shape)
        .filter(([, part]) => !unwrap(part).isOptional)
        .map(([name, part]) => [name, sampleOf(part)]),
    ),
  enum: ({ entries }) => Object.values(entries ?? {})[0],
  literal: ({ values }) => values?.[0],
  union: ({ options }) => options?.[0] && sampleOf(options[0]),
  array: () => [],
  tuple: ({ items }) => items?.map(sampleOf),
  record: () => ({}),
  boolean: () => true,
  null: () => null,
  number: () => 1,
};

/** Some value that a schema may take, with nothing in it that can be left out. */
function sampleOf(schema: Schema): unknown {
  const { def } = unwrap(schema).inner._zod;
  return samples[def.type]?.(def) ?? 'a';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Put = (value: unknown) => unknown;

type Walk = (def: Def, value: unknown, at: string, put: Put, schema: Schema) => Choice[];

const inObject: Walk = ({ shape = {} }, value, at, put, schema) => {
  const whole = isRecord(value) ? value : (sampleOf(schema) as object);
  return Object.entries(shape).flatMap(([name, part]) =>
    walk(
      part,
      isRecord(value) ? value[name] : undefined,
      at === '' ? name : `${at}.${name}`,
      (chosen) => put({ ...whole, [name]: chosen }),
    ),
  );
};

const inUnion: Walk = ({ options = [] }, value, at, put) =>
  options.flatMap((option, index) => {
    const isBranch = unwrap(option).inner._zod.def.type === 'object';
    const fits = value !== undefined && option.safeParse(value).success;
    return walk(option, fits ? value : undefined, isBranch ? `${at}<${index}>` : at, put);
  });

const inArray: Walk = ({ element }, value, at, put) => {
  const [first, ...rest] = Array.isArray(value) ? value : [];
  return element ? walk(element, first, `${at}[]`, (chosen) => put([chosen, ...rest])) : [];
};

const inTuple: Walk = ({ items = [] }, value, at, put) => {
  const kept = Array.isArray(value) ? value : items.map(sampleOf);
  return items.flatMap((item, index) =>
    walk(item, kept[index], `${at}[${index}]`, (chosen) => put(kept.with(index, chosen))),
  );
};

const inRecord: Walk = ({ keyType, valueType }, value, at, put) => {
  if (!keyType || !valueType) return [];
  const [name, kept] = isRecord(value) ? (Object.entries(value)[0] ?? []) : [];
  const named = (chosen: unknown) => put({ [String(chosen)]: kept ?? sampleOf(valueType) });
  const holding = (chosen: unknown) => put({ [name ?? 'a']: chosen });
  return [...walk(keyType, name, `${at}{}`, named), ...walk(valueType, kept, `${at}{}.`, holding)];
};

const ofAll =
  (listOf: (def: Def) => unknown[]): Walk =>
  (def, _, at, put) =>
    listOf(def).map((option) => ({ at, option, input: put(option) }));

const walks: Record<string, Walk> = {
  object: inObject,
  union: inUnion,
  array: inArray,
  tuple: inTuple,
  record: inRecord,
  enum: ofAll(({ entries }) => Object.values(entries ?? {})),
  literal: ofAll(({ values }) => values ?? []),
};

function walk(schema: Schema, value: unknown, at: string, put: Put): Choice[] {
  const { inner } = unwrap(schema);
  const { def } = inner._zod;
  const how = walks[def.type];
  if (how) return how(def, value, at, put, inner);
  if (plain.includes(def.type)) return [];
  throw new Error(`${at}: nobody said how a schema of type ${def.type} is walked`);
}

/**
 * Every option of every closed list within a schema, at any depth, each with the input that chooses it
 * and is otherwise `base`; what `base` leaves out is made up.
 */
export function findChoices(schema: Schema, base: unknown): Choice[] {
  return walk(schema, base, '', (chosen) => chosen);
}
