import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A specification that is not where it should be, or is not what it should be. */
export class SpecUnreadable extends Error {}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new SpecUnreadable(`${join(folder, name)}: ${(error as Error).message}`);
  }
}

/** One API description of X: OpenAPI 3.0. */
const OpenApi = z.looseObject({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    parameters: z.record(z.string(), z.unknown()),
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

function parseSpec<Schema extends z.ZodType>(schema: Schema, folder: string, name: string) {
  const parsed = schema.safeParse(readJson(folder, name));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SpecUnreadable(`${join(folder, name)}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** The description of X of a version such as `2.167`. @throws {SpecUnreadable} */
export function readOpenApi(specs: string, version: string): OpenApi {
  const spec = parseSpec(OpenApi, specs, `x/x-openapi-${version}-excerpt.json`);
  if (spec.info.version === version) return spec;
  throw new SpecUnreadable(`${specs}/x: holds version ${spec.info.version} as ${version}`);
}

/** Meta's lists by the name of the object, and the values that insights may take. @throws {SpecUnreadable} */
export function readMetaLists(specs: string) {
  const list = (file: string) => parseSpec(FieldList, specs, `meta/${file}.json`);
  const lists = new Map<string, FieldList>([
    ['Page', list('Page.excerpt')],
    ['PagePost', list('PagePost.full')],
    ['IGUser', list('IGUser.full')],
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
