import { z } from 'zod';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';

/** One call of Meta's graph or of one like it: a path with its version, and the query. */
export type CallGraph = (path: string, query: Record<string, string>) => Promise<NetworkAnswer>;

const GraphList = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  paging: z
    .object({
      cursors: z.object({ after: z.string().optional() }).optional(),
      next: z.url({ protocol: /^https?$/ }).optional(),
    })
    .optional(),
});

/** One page of a list of the graph. */
export interface GraphPage {
  items: Record<string, unknown>[];
  /** What asks for the next page, without the token that the network writes into its address. */
  next: Record<string, string> | null;
}

/** The query of an address of the graph without its token. */
function queryOf(address: string): Record<string, string> {
  const query = Object.fromEntries(new URL(address).searchParams);
  delete query.access_token;
  return query;
}

/** Reads one page of a list, or says why it is none. */
export function readGraphList(body: unknown): GraphPage | { failure: NetworkFailure } {
  const parsed = GraphList.safeParse(body);
  if (!parsed.success) {
    const facts = { field: parsed.error.issues[0]?.path.join('.') ?? '' };
    return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts } };
  }
  const next = parsed.data.paging?.next;
  return { items: parsed.data.data, next: next === undefined ? null : queryOf(next) };
}

const mostPages = 200;

/** Every item of a short list, such as the accounts that a token manages; `paging_endless` beyond 200 pages. */
export async function readWholeList(
  path: string,
  query: Record<string, string>,
  call: CallGraph,
): Promise<{ items: Record<string, unknown>[] } | { failure: NetworkFailure }> {
  const items: Record<string, unknown>[] = [];
  let asked = query;
  for (let turn = 0; turn < mostPages; turn += 1) {
    const answer = await call(path, asked);
    if (!answer.ok) return answer;
    const page = readGraphList(answer.body);
    if ('failure' in page) return page;
    items.push(...page.items);
    if (page.next === null) return { items };
    asked = { ...query, ...page.next };
  }
  const facts = { mostPages };
  return { failure: { kind: 'changed_shape', reason: 'paging_endless', facts } };
}
