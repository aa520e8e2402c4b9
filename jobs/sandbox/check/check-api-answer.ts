import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import type { CheckedCall } from './collect-calls.ts';
import type { OpenApi } from './read-spec.ts';

const Reference = z.object({ $ref: z.string() });
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  schema: z.record(z.string(), z.unknown()),
});
const Content = z.record(z.string(), z.object({ schema: z.unknown() })).default({});
const Operation = z.object({
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content })),
});
type Operation = z.infer<typeof Operation>;

/**
 * Objects of the description admit fields that it does not name; what we answer may not. Parts
 * that compose an object stay open: closing them would set them against each other.
 */
function closeObjects(schema: unknown, isPart = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => closeObjects(item, isPart));
  if (typeof schema !== 'object' || schema === null) return schema;
  const closed = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closeObjects(value, key === 'allOf')]),
  );
  const isOpen = !isPart && closed.type === 'object' && 'properties' in closed;
  return isOpen ? { additionalProperties: false, ...closed } : closed;
}

/** The names of the schemas of which others are composed. */
function listParts(schemas: OpenApi['components']['schemas']): Set<string> {
  const compositions = JSON.stringify(schemas).matchAll(/"allOf":\[(\{"\$ref":"[^"]+"\},?)+/g);
  const references = [...compositions].flatMap(([text]) => [...text.matchAll(/schemas\/(\w+)"/g)]);
  return new Set(references.map(([, name = '']) => name));
}

function closeSchemas(schemas: OpenApi['components']['schemas']) {
  const parts = listParts(schemas);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      name.endsWith('Problem') ? schema : closeObjects(schema, parts.has(name)),
    ]),
  );
}

/** Whether an address is one of those that a template such as `/2/users/{id}/tweets` stands for. */
function fits(template: string, path: string): boolean {
  const parts = template.split('/');
  const given = path.split('/');
  const isSame = (part: string, at: number) => part.startsWith('{') || part === given[at];
  return template.includes('{') && parts.length === given.length && parts.every(isSame);
}

/** Everything that a word of an address may stand for: itself, a number, a truth or a list. */
function readWord(value: string): unknown[] {
  const truths = value === 'true' || value === 'false' ? [value === 'true'] : [];
  return [value, Number(value), ...truths, value.split(',')];
}

function whyNot(validate: ValidateFunction): string[] {
  return (validate.errors ?? []).map(
    (error) =>
      `${error.instancePath || '/'} ${error.message} ${Object.values(error.params).join(' ')}`,
  );
}

/** Holds calls and answers against one description of an API. */
export function openApiCheck(spec: OpenApi) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const schemas = closeSchemas(spec.components.schemas);
  ajv.addSchema({ $id: 'spec', components: { schemas } });

  function compile(schema: unknown): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"spec#/components/');
    return ajv.compile(JSON.parse(text));
  }

  function findOperation({ path, method }: CheckedCall): Operation | null {
    const named = Object.keys(spec.paths).find((at) => at === path || fits(at, path));
    const parsed = Operation.safeParse(spec.paths[named ?? '']?.[method.toLowerCase()]);
    return parsed.success ? parsed.data : null;
  }

  function parametersOf(operation: Operation) {
    return operation.parameters.map((given) => {
      const name = Reference.safeParse(given).data?.$ref.split('/').at(-1) ?? '';
      return Parameter.parse(spec.components.parameters[name] ?? given);
    });
  }

  function checkQuery(operation: Operation, query: URLSearchParams): string[] {
    const parameters = parametersOf(operation);
    return [...query].flatMap(([name, value]) => {
      const parameter = parameters.find((at) => at.name === name && at.in === 'query');
      if (!parameter) return [`the query asks ${name}, which is not described`];
      const validate = compile(parameter.schema);
      const isMeant = readWord(value).some((at) => validate(at));
      return isMeant ? [] : whyNot(validate).map((why) => `${name} ${why}`);
    });
  }

  function checkSent({ requestBody }: Operation, { sent }: CheckedCall): string[] {
    const schema = requestBody?.content['application/json']?.schema;
    if (schema === undefined) return sent === undefined ? [] : ['no body is described'];
    const validate = compile(closeObjects(schema));
    return validate(sent) ? [] : whyNot(validate);
  }

  function checkBody(operation: Operation, call: CheckedCall): string[] {
    const response = operation.responses[`${call.status}`] ?? operation.responses.default;
    const anyOf = Object.values(response?.content ?? {}).map((content) => content.schema);
    if (anyOf.length === 0) return [`status ${call.status} is not described`];
    const validate = compile(closeObjects(anyOf.length === 1 ? anyOf[0] : { anyOf }));
    return validate(call.body) ? [] : whyNot(validate);
  }

  /** Where a call or its answer departs from the description; empty when nowhere. */
  return function checkApiAnswer(call: CheckedCall): string[] {
    const operation = findOperation(call);
    if (!operation) return [`${call.method} ${call.path} is not described`];
    // A call that is refused as badly asked is asked in the words of another version.
    if (call.status === 400) return checkBody(operation, call);
    const asked = [...checkQuery(operation, call.query), ...checkSent(operation, call)];
    return [...asked, ...checkBody(operation, call)];
  };
}
