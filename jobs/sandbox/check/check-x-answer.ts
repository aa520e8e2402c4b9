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
const Operation = z.object({
  parameters: z.array(z.unknown()),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }),
  ),
});
type Operation = z.infer<typeof Operation>;

/** Objects of the description admit fields that it does not name; what we answer may not. */
function closeObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeObjects);
  if (typeof schema !== 'object' || schema === null) return schema;
  const closed = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closeObjects(value)]),
  );
  const isOpen = closed.type === 'object' && 'properties' in closed;
  return isOpen ? { additionalProperties: false, ...closed } : closed;
}

/** Problems are composed of a common part and their own, which closing would set against each other. */
function closeSchemas(schemas: OpenApi['components']['schemas']) {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      name.endsWith('Problem') ? schema : closeObjects(schema),
    ]),
  );
}

function whyNot(validate: ValidateFunction): string[] {
  return (validate.errors ?? []).map(
    (error) =>
      `${error.instancePath || '/'} ${error.message} ${Object.values(error.params).join(' ')}`,
  );
}

/** Holds calls and answers against one description of X's API. */
export function openXCheck(spec: OpenApi) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const schemas = closeSchemas(spec.components.schemas);
  ajv.addSchema({ $id: 'spec', components: { schemas } });

  function compile(schema: unknown): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"spec#/components/');
    return ajv.compile(JSON.parse(text));
  }

  function findOperation(path: string): Operation | null {
    const parsed = Operation.safeParse(spec.paths[path]?.get);
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
      return validate(value.split(',')) ? [] : whyNot(validate).map((why) => `${name} ${why}`);
    });
  }

  function checkBody(operation: Operation, call: CheckedCall): string[] {
    const response = operation.responses[`${call.status}`] ?? operation.responses.default;
    const anyOf = Object.values(response?.content ?? {}).map((content) => content.schema);
    if (anyOf.length === 0) return [`status ${call.status} is not described`];
    const validate = compile(anyOf.length === 1 ? anyOf[0] : { anyOf });
    return validate(call.body) ? [] : whyNot(validate);
  }

  /** Where a call or its answer departs from the description; empty when nowhere. */
  return function checkXAnswer(call: CheckedCall): string[] {
    const operation = findOperation(call.path);
    if (!operation) return [`${call.path} is not described`];
    return [...checkQuery(operation, call.query), ...checkBody(operation, call)];
  };
}
