import { z } from 'zod';
import { type OpenApi, parseSpec } from './read-spec.ts';

const Schemas = z.record(z.string(), z.record(z.string(), z.unknown()));
const Method = z.looseObject({
  flatPath: z.string().optional(),
  path: z.string(),
  httpMethod: z.string(),
  parameters: Schemas.default({}),
  response: z.object({ $ref: z.string() }).optional(),
});

/** A description of one of Google's APIs, as its discovery service gives it. */
const Discovery = z.looseObject({
  revision: z.string(),
  parameters: Schemas.default({}),
  schemas: Schemas,
  resources: z.record(
    z.string(),
    z.looseObject({ methods: z.record(z.string(), Method).default({}) }),
  ),
});
type Discovery = z.infer<typeof Discovery>;

/** Words of the description that say nothing of a value, or say it otherwise than JSON Schema does. */
const ownWords = new Set(['id', 'required', 'repeated', 'location', 'enumDescriptions', 'default']);

function readRule(key: string, value: unknown): unknown {
  if (key === '$ref') return `#/components/schemas/${value}`;
  return key === 'minimum' || key === 'maximum' ? Number(value) : readSchema(value);
}

/** A schema in the words of JSON Schema; whole numbers of 64 bits are written as text. */
function readSchema(schema: unknown, isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => readSchema(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (!isNames && 'type' in schema && schema.type === 'any') return {};
  const rules = Object.entries(schema).flatMap(([key, value]) => {
    if (isNames) return [[key, readSchema(value)]];
    if (ownWords.has(key)) return [];
    return [[key, key === 'properties' ? readSchema(value, true) : readRule(key, value)]];
  });
  const isLong = !isNames && 'format' in schema && /^u?int64$/.test(`${schema.format}`);
  return Object.fromEntries(isLong ? [...rules, ['pattern', '^-?\\d+$']] : rules);
}

function readParameters(given: z.infer<typeof Schemas>) {
  return Object.entries(given).map(([name, { location, repeated, ...rules }]) => {
    const one = readSchema(rules);
    return { name, in: location, schema: repeated === true ? { type: 'array', items: one } : one };
  });
}

/** The form of errors is in the documentation alone (developers.google.com/youtube/v3/docs/errors). */
const error = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'integer' },
        message: { type: 'string' },
        status: { type: 'string' },
        errors: {
          type: 'array',
          items: { type: 'object', required: ['reason', 'domain', 'message'] },
        },
        details: { type: 'array', items: { type: 'object' } },
      },
    },
  },
};

const asJson = (schema: unknown) => ({ content: { 'application/json': { schema } } });

/** The calls of a description by path and method, as OpenAPI lays them out. */
function readDiscovery({ revision, parameters, schemas, resources }: Discovery): OpenApi {
  const common = readParameters(parameters);
  const paths: OpenApi['paths'] = {};
  for (const { methods } of Object.values(resources)) {
    for (const { flatPath, path, httpMethod, response, ...method } of Object.values(methods)) {
      const at = `/${flatPath ?? path}`;
      const body = response ? { $ref: `#/components/schemas/${response.$ref}` } : {};
      paths[at] = {
        ...paths[at],
        [httpMethod.toLowerCase()]: {
          parameters: [...readParameters(method.parameters), ...common],
          responses: {
            200: asJson(body),
            default: asJson({ $ref: '#/components/schemas/_Error' }),
          },
        },
      };
    }
  }
  const read = Object.entries(schemas).map(([name, schema]) => [name, readSchema(schema)]);
  return {
    info: { version: revision },
    paths,
    components: { schemas: { ...Object.fromEntries(read), _Error: error }, parameters: {} },
  };
}

/** The descriptions of YouTube's two APIs, as one. @throws {SpecUnreadable} */
export function readYoutubeApi(specs: string): OpenApi {
  const read = (name: string) => readDiscovery(parseSpec(Discovery, specs, `youtube/${name}.json`));
  const [data, analytics] = [read('youtube.v3'), read('youtubeAnalytics.v2')];
  return {
    info: data.info,
    paths: { ...data.paths, ...analytics.paths },
    components: {
      schemas: { ...analytics.components.schemas, ...data.components.schemas },
      parameters: {},
    },
  };
}
