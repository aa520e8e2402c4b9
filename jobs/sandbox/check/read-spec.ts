import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A specification that is not where it should be, or is not what it should be. */
export class SpecUnreadable extends Error {
  constructor(
    message: string,
    readonly isMissing = false,
  ) {
    super(message);
  }
}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new SpecUnreadable(`${join(folder, name)}: ${message}`, code === 'ENOENT');
  }
}

/** One description of an API: OpenAPI 3.0 or 3.1. */
const OpenApi = z.looseObject({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    parameters: z.record(z.string(), z.unknown()).default({}),
  }),
});
export type OpenApi = z.infer<typeof OpenApi>;

/** What Meta's list says of one kind of object: its fields with their types, and its edges. */
const FieldList = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string() })),
  apis: z.array(
    z.looseObject({
      endpoint: z.string().optional(),
      method: z.string(),
      return: z.string(),
      params: z.array(z.object({ name: z.string() })),
    }),
  ),
});
export type FieldList = z.infer<typeof FieldList>;

const Enums = z.array(z.object({ name: z.string(), values: z.array(z.string()) }));

/** Reads one file of the folder, if it is what it should be. @throws {SpecUnreadable} */
export function parseSpec<Schema extends z.ZodType>(schema: Schema, folder: string, name: string) {
  const parsed = schema.safeParse(readJson(folder, name));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SpecUnreadable(`${join(folder, name)}: ${issue?.path.join('.')}: ${issue?.message}`);
}

function readOpenApi(specs: string, name: string, version: string): OpenApi {
  const spec = parseSpec(OpenApi, specs, `${name}-${version}-excerpt.json`);
  if (spec.info.version === version) return spec;
  throw new SpecUnreadable(`${specs}/${name}: holds version ${spec.info.version} as ${version}`);
}

/** The description of X of a version such as `2.167`. @throws {SpecUnreadable} */
export function readXApi(specs: string, version: string): OpenApi {
  return readOpenApi(specs, 'x/x-openapi', version);
}

/** The description of Mastodon of a version such as `4.7.0`. @throws {SpecUnreadable} */
export function readMastodonApi(specs: string, version: string): OpenApi {
  return readOpenApi(specs, 'mastodon/mastodon-openapi', version);
}

const Lexicon = z.object({ id: z.string(), defs: z.record(z.string(), z.unknown()) });
/** Definitions of atproto's lexicons, by the lexicon's identifier and their own name. */
export type Lexicons = Map<string, Record<string, unknown>>;

/** The lexicons of what is read of Bluesky. @throws {SpecUnreadable} */
export function readLexicons(specs: string): Lexicons {
  const names = [
    'actor/defs',
    'actor/getProfile',
    'actor/getProfiles',
    'feed/defs',
    'feed/getAuthorFeed',
  ];
  const lexicons = names.map((name) => parseSpec(Lexicon, specs, `atproto/app/bsky/${name}.json`));
  return new Map(lexicons.map(({ id, defs }) => [id, defs]));
}

/** Meta's lists by the name of the object, and the values that insights may take. @throws {SpecUnreadable} */
export function readMetaLists(specs: string) {
  const list = (file: string) => parseSpec(FieldList, specs, `meta/${file}.json`);
  const lists = new Map<string, FieldList>([
    ['Page', list('Page.excerpt')],
    ['PagePost', list('PagePost.full')],
    ['IGUser', list('IGUser.full')],
    ['IGMedia', list('IGMedia.full')],
    ['InsightsResult', list('InsightsResult.full')],
    ['InsightsValue', list('InsightsValue.full')],
    ['InstagramInsightsResult', list('InstagramInsightsResult.full')],
    ['InstagramInsightsValue', list('InstagramInsightsValue.full')],
  ]);
  const enums = new Map(
    parseSpec(Enums, specs, 'meta/insights-enums.json').map((at) => [at.name, at.values]),
  );
  return { lists, enums };
}
