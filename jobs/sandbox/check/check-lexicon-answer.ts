import { z } from 'zod';
import type { CheckedCall } from './collect-calls.ts';
import type { Lexicons } from './read-spec.ts';

const Definition = z.looseObject({
  type: z.string(),
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  ref: z.string().default(''),
  refs: z.array(z.string()).default([]),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  format: z.string().optional(),
});
type Definition = z.infer<typeof Definition>;
const Query = z.looseObject({
  parameters: z.unknown().optional(),
  output: z.object({ schema: z.unknown() }),
});
const Fields = z.record(z.string(), z.unknown());
const ErrorBody = z.strictObject({ error: z.string().min(1), message: z.string().optional() });

const formats: Record<string, RegExp> = {
  did: /^did:[a-z]+:[\w.:%-]+$/,
  handle: /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i,
  'at-identifier': /^(did:[a-z]+:[\w.:%-]+|([a-z0-9-]+\.)+[a-z][a-z0-9-]*)$/i,
  'at-uri': /^at:\/\/[^/]+\/[\w.]+\/[\w.~:-]+$/,
  cid: /^[a-z0-9]{8,}$/i,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^\w+:\S+$/,
};

function checkText(value: unknown, { format = '', maxLength }: Definition, at: string): string[] {
  if (typeof value !== 'string') return [`${at} is no text`];
  if (maxLength !== undefined && value.length > maxLength) return [`${at} is too long`];
  return (formats[format]?.test(value) ?? true) ? [] : [`${at} is no ${format}`];
}

function checkInteger(value: unknown, { minimum, maximum }: Definition, at: string): string[] {
  if (!Number.isSafeInteger(value)) return [`${at} is no whole number`];
  const isWithin =
    Number(value) >= (minimum ?? -Infinity) && Number(value) <= (maximum ?? Infinity);
  return isWithin ? [] : [`${at} is out of its bounds`];
}

/** A name written in a lexicon, in full: `#post` and `app.bsky.actor.getProfile` are short ones. */
function fullName(name: string, home: string): string {
  if (name.startsWith('#')) return `${home}${name}`;
  return name.includes('#') ? name : `${name}#main`;
}

/** Holds calls and answers against lexicons of atproto; what none of them defines is not looked at. */
export function openLexiconCheck(lexicons: Lexicons) {
  function find(name: string): unknown {
    const [id = '', part = 'main'] = name.split('#');
    return lexicons.get(id)?.[part];
  }

  function checkNamed(value: unknown, name: string, at: string): string[] {
    const found = find(name);
    return found === undefined ? [] : checkValue(value, found, name.split('#')[0] ?? '', at);
  }

  function checkFields(value: unknown, definition: Definition, home: string, at: string): string[] {
    const fields = Fields.safeParse(value);
    if (!fields.success) return [`${at} is no object`];
    const missing = definition.required.filter((name) => !(name in fields.data));
    const within = Object.entries(fields.data).flatMap(([name, given]) => {
      if (name === '$type') return [];
      const known = definition.properties[name];
      if (known === undefined) return [`${at}/${name} is not described`];
      return checkValue(given, known, home, `${at}/${name}`);
    });
    return [...missing.map((name) => `${at} lacks ${name}`), ...within];
  }

  function checkItems(value: unknown, definition: Definition, home: string, at: string): string[] {
    if (!Array.isArray(value)) return [`${at} is no list`];
    if (value.length > (definition.maxLength ?? Infinity)) return [`${at} is too long`];
    return value.flatMap((item, index) =>
      checkValue(item, definition.items, home, `${at}/${index}`),
    );
  }

  function checkUnion(value: unknown, { refs }: Definition, home: string, at: string): string[] {
    const type = fullName(`${Fields.safeParse(value).data?.$type}`, home);
    const isKnown = refs.some((ref) => fullName(ref, home) === type);
    return isKnown ? checkNamed(value, type, at) : [`${at} is none of ${refs.join(', ')}`];
  }

  function checkValue(value: unknown, schema: unknown, home: string, at: string): string[] {
    const definition = Definition.parse(schema);
    switch (definition.type) {
      case 'object':
      case 'params':
        return checkFields(value, definition, home, at);
      case 'array':
        return checkItems(value, definition, home, at);
      case 'ref':
        return checkNamed(value, fullName(definition.ref, home), at);
      case 'union':
        return checkUnion(value, definition, home, at);
      case 'string':
        return checkText(value, definition, at);
      case 'integer':
        return checkInteger(value, definition, at);
      case 'boolean':
        return typeof value === 'boolean' ? [] : [`${at} is neither true nor false`];
      default:
        return [];
    }
  }

  /** The words of an address as the lexicon sees them: lists, numbers and truths. */
  function readQuery(query: URLSearchParams, parameters: Definition): Record<string, unknown> {
    const names = [...new Set(query.keys())];
    const typeOf = (name: string) => Definition.safeParse(parameters.properties[name]).data?.type;
    const read = (name: string) => {
      const values = query.getAll(name);
      if (typeOf(name) === 'array') return values;
      if (typeOf(name) === 'integer') return Number(values[0]);
      return typeOf(name) === 'boolean' ? values[0] === 'true' : values[0];
    };
    return Object.fromEntries(names.map((name) => [name, read(name)]));
  }

  /** Where a call or its answer departs from the lexicon; empty when nowhere. */
  return function checkLexiconAnswer({ path, query, status, body }: CheckedCall): string[] {
    const id = path.replace('/xrpc/', '');
    const parsed = Query.safeParse(find(`${id}#main`));
    if (!parsed.success) return [`${path} is no query of a lexicon`];
    if (status !== 200)
      return ErrorBody.safeParse(body).success ? [] : ['the error has another form'];
    const parameters = Definition.parse(parsed.data.parameters ?? { type: 'params' });
    return [
      ...checkFields(readQuery(query, parameters), parameters, id, '?'),
      ...checkValue(body, parsed.data.output.schema, id, ''),
    ];
  };
}
