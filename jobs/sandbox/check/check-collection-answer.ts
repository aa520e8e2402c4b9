import { z } from 'zod';
import type { CheckedCall } from './collect-calls.ts';
import { parseSpec } from './read-spec.ts';

const Query = z.array(z.looseObject({ key: z.string(), value: z.unknown() }));
const Request = z.looseObject({
  name: z.string(),
  request: z.looseObject({
    method: z.string(),
    url: z.looseObject({ path: z.array(z.string()), query: Query.default([]) }),
  }),
  response: z.array(z.looseObject({ body: z.string().nullish() })).default([]),
});
type Request = z.infer<typeof Request>;
const Folder = z.looseObject({ item: z.array(z.unknown()) });

/** A collection of calls with examples of what they answer, as Postman keeps it. */
const Collection = z.looseObject({
  item: z.array(z.unknown()),
  variable: z.array(z.looseObject({ key: z.string(), value: z.unknown() })),
});
type Collection = z.infer<typeof Collection>;

function listRequests(items: readonly unknown[]): Request[] {
  return items.flatMap((item) => {
    const folder = Folder.safeParse(item);
    if (folder.success) return listRequests(folder.data.item);
    const request = Request.safeParse(item);
    return request.success ? [request.data] : [];
  });
}

/** `me` stands for whoever gave the token, as their number does, and `{{x}}` for any number. */
function fits({ request }: Request, { method, path }: CheckedCall): boolean {
  const given = path
    .replace(/^\/v\d+\.\d+/, '')
    .split('/')
    .slice(1);
  const { path: parts } = request.url;
  const isSame = (part: string, at: number) =>
    part === given[at] || (/^(me|\{\{.*\}\})$/.test(part) && /^(me|\d+)$/.test(given[at] ?? ''));
  return method === request.method && parts.length === given.length && parts.every(isSame);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'nothing' : typeof value;
}

/** Every place of an answer with what kind of value stands there; a place in a list is any of it. */
function placesOf(body: unknown, at = ''): [place: string, kind: string][] {
  const here: [string, string] = [at, kindOf(body)];
  if (Array.isArray(body)) return [here, ...body.flatMap((item) => placesOf(item, `${at}/*`))];
  if (typeof body !== 'object' || body === null) return [here];
  const within = Object.entries(body).flatMap(([key, value]) => placesOf(value, `${at}/${key}`));
  return [here, ...within];
}

/** Some examples leave out their middle with dots, and so show nothing that can be read. */
function readExample(text: string | null | undefined): unknown[] {
  try {
    return [JSON.parse(text ?? '')];
  } catch {
    return [];
  }
}

function examplesOf(requests: readonly Request[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const responses = requests.flatMap(({ response }) => response);
  for (const example of responses.flatMap(({ body }) => readExample(body))) {
    for (const [place, kind] of placesOf(example)) {
      places.set(place, (places.get(place) ?? new Set()).add(kind));
    }
  }
  return places;
}

/** The form of a breakdown is in the documentation alone (developers.facebook.com/docs/threads/insights). */
const breakdowns = placesOf({
  data: [
    {
      total_value: {
        breakdowns: [
          { dimension_keys: ['country'], results: [{ dimension_values: ['CO'], value: 1 }] },
        ],
      },
    },
  ],
});

const error = z.strictObject({
  error: z.looseObject({ message: z.string(), type: z.string(), code: z.number().int() }),
});

/** Holds calls and answers against a collection: its words of a query, and its examples. */
export function openCollectionCheck({ item, variable }: Collection) {
  const requests = listRequests(item);
  const ofLists = [...examplesOf(requests)].filter(([place]) => place.startsWith('/paging'));
  const ofAny = [
    ...ofLists,
    ...breakdowns.map(([place, kind]) => [place, new Set([kind])] as const),
  ];
  const variables = new Map(variable.map(({ key, value }) => [`{{${key}}}`, `${value ?? ''}`]));
  const words = new Map<string, Set<string>>();
  for (const { key, value } of requests.flatMap(({ request }) => request.url.query)) {
    const listed = (variables.get(`${value}`) ?? '').replace(/\{[^{}]*\}/g, '').split(',');
    const known = words.get(key) ?? new Set();
    for (const one of listed) if (one) known.add(one);
    words.set(key, known);
  }

  function checkQuery(query: URLSearchParams): string[] {
    return [...query].flatMap(([name, value]) => {
      const known = words.get(name);
      if (!known) return [`the query asks ${name}, which no call has`];
      if (known.size === 0) return [];
      const other = value.split(',').filter((one) => !known.has(one));
      return other.map((one) => `${name} names ${one}, which is not listed`);
    });
  }

  function checkBody(alike: Request[], { query, body }: CheckedCall): string[] {
    const examples = examplesOf(alike);
    if (examples.size === 0) return [];
    const places = new Map([...ofAny, ...examples]);
    const asked = new Set((query.get('fields') ?? '').split(','));
    return placesOf(body).flatMap(([place, kind]) => {
      const kinds = places.get(place);
      if (kinds?.has(kind)) return [];
      if (kinds) return [`${place} is ${kind}, and in the examples ${[...kinds].join(' or ')}`];
      return asked.has(place.split('/').at(-1) ?? '') ? [] : [`${place} is in no example`];
    });
  }

  /** Where a call or its answer departs from the collection; empty when nowhere. */
  return function checkCollectionAnswer(call: CheckedCall): string[] {
    const alike = requests.filter((request) => fits(request, call));
    if (alike.length === 0) return [`${call.path} is not in the collection`];
    if (call.status !== 200) return error.safeParse(call.body).success ? [] : ['no error of Meta'];
    return [...checkQuery(call.query), ...checkBody(alike, call)];
  };
}

/** Meta's collection of calls of Threads. @throws {SpecUnreadable} */
export function readThreadsCollection(specs: string) {
  return parseSpec(Collection, specs, 'threads/threads-api.postman_collection.json');
}
