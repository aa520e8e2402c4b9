import { z } from 'zod';
import type { CheckedCall } from './collect-calls.ts';
import type { FieldList } from './read-spec.ts';

const Fields = z.record(z.string(), z.unknown());
const List = z.strictObject({
  data: z.array(Fields),
  paging: z
    .strictObject({
      cursors: z.strictObject({ before: z.string(), after: z.string() }).optional(),
      next: z.url().optional(),
      previous: z.url().optional(),
    })
    .optional(),
  summary: Fields.optional(),
});
/** The form of errors is in Meta's documentation only. */
const GraphErrorBody = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string().min(1),
    code: z.number().int(),
    error_subcode: z.number().int().optional(),
    fbtrace_id: z.string().min(1),
  }),
});

/** So is what is known of a token. */
const TokenBody = z.strictObject({
  data: z.strictObject({
    app_id: z.string(),
    type: z.string(),
    application: z.string(),
    is_valid: z.boolean(),
    issued_at: z.number().int(),
    expires_at: z.number().int(),
    data_access_expires_at: z.number().int(),
    scopes: z.array(z.string()),
    user_id: z.string(),
    profile_id: z.string().optional(),
  }),
});

/** Query words that any call of the graph may carry. */
const commonWords = new Set(['fields', 'ids', 'limit', 'after', 'before']);

const checkByType: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int: (value) => Number.isSafeInteger(value),
  'unsigned int': (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  float: (value) => typeof value === 'number',
  datetime: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/.test(value),
  Object: (value) => value !== null && value !== undefined,
};

function checkShape(shape: z.ZodType, body: unknown): string[] {
  const parsed = shape.safeParse(body);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `/${issue.path.join('/')} ${issue.message}`);
}

interface MetaSpecs {
  lists: Map<string, FieldList>;
  enums: Map<string, string[]>;
}

/** Holds calls and answers of the graph against Meta's field lists. */
export function openMetaCheck({ lists, enums }: MetaSpecs) {
  function checkValue(type: string, value: unknown, where: string): string[] {
    const inside = /^list<(.+)>$/.exec(type)?.[1];
    if (inside !== undefined) {
      if (!Array.isArray(value)) return [`${where} is no list`];
      return value.flatMap((item, index) => checkValue(inside, item, `${where}/${index}`));
    }
    if (lists.has(type)) return checkObject(type, value, where);
    const check = checkByType[type];
    if (!check) return [`${where} is of type ${type}, which nothing here checks`];
    return check(value) ? [] : [`${where} is no ${type}`];
  }

  function checkObject(type: string, value: unknown, where: string): string[] {
    const fields = Fields.safeParse(value);
    if (!fields.success) return [`${where} is no ${type}`];
    return Object.entries(fields.data).flatMap(([name, given]) => {
      const at = `${where}/${name}`;
      const field = lists.get(type)?.fields.find((listed) => listed.name === name);
      if (field) return checkValue(field.type, given, at);
      // An edge may be asked for like a field, and then stands inside as a list.
      const edge = findEdge(type, name);
      return edge ? checkList(edge.return, given, at) : [`${at} is no field of ${type}`];
    });
  }

  function findEdge(type: string, name: string) {
    return lists.get(type)?.apis.find((at) => at.endpoint === name && at.method === 'GET');
  }

  /** What is in a list of a type that is not described is not looked at. */
  function checkList(type: string, body: unknown, where = ''): string[] {
    const list = List.safeParse(body);
    if (!list.success) {
      return list.error.issues.map((issue) => `${where}/${issue.path.join('/')} ${issue.message}`);
    }
    const items = lists.has(type) ? list.data.data : [];
    return items.flatMap((item, index) => checkObject(type, item, `${where}/data/${index}`));
  }

  function checkEdge(type: string, edge: string, call: CheckedCall): string[] {
    const api = findEdge(type, edge);
    if (!api) return [`${edge} is no edge of ${type}`];
    const words = new Set([...commonWords, ...api.params.map((param) => param.name)]);
    const odd = [...call.query.keys()].filter((word) => !words.has(word));
    const unknown = odd.map((word) => `the query asks ${word}, which ${edge} does not take`);
    return [...unknown, ...checkWords(type, edge, call), ...checkList(api.return, call.body)];
  }

  /** The words of insights of pages are not listed; those of accounts are. */
  function checkWords(type: string, edge: string, { query }: CheckedCall): string[] {
    if (type !== 'IGUser' || edge !== 'insights') return [];
    return ['metric', 'metric_type', 'breakdown', 'period'].flatMap((word) => {
      const known = enums.get(`shadowiguserinsights_${word}_enum_param`) ?? [];
      const asked = query.get(word)?.split(',') ?? [];
      const odd = asked.filter((one) => !known.includes(one));
      return odd.map((one) => `${one} is no ${word} of ${type}`);
    });
  }

  function checkGood(call: CheckedCall): string[] {
    const [, , name = '', edge = ''] = call.path.split('/');
    const type = call.network === 'instagram' ? 'IGUser' : 'Page';
    if (name === 'me' && edge === 'accounts') return checkList('Page', call.body);
    if (name === 'debug_token') return checkShape(TokenBody, call.body);
    if (edge !== '') return checkEdge(type, edge, call);
    if (name !== '') return checkObject(type, call.body, '');
    const nodes = Fields.safeParse(call.body);
    if (!nodes.success) return ['the answer is no object by identifier'];
    return Object.entries(nodes.data).flatMap(([id, node]) => checkObject(type, node, `/${id}`));
  }

  /** Where a call or its answer departs from the lists; empty when nowhere. */
  return function checkMetaAnswer(call: CheckedCall): string[] {
    if (call.status === 200) return checkGood(call);
    return checkShape(GraphErrorBody, call.body);
  };
}
