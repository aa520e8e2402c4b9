import { z } from 'zod';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';

const Nodes = z.record(z.string(), z.unknown());
const Node = z.record(z.string(), z.unknown());

/** One object of Meta's graph as it was given, or why it was not. */
export type GraphNode = { fields: Record<string, unknown> } | { failure: NetworkFailure };

/** Asks Meta's graph for some fields of many objects in one call (`?ids=a,b&fields=…`). */
export type AskGraph = (ids: string[], fields: string[]) => Promise<NetworkAnswer>;

export interface GraphNodes {
  /** One per id asked. */
  nodes: Map<string, GraphNode>;
  /** The fields that the network no longer knows, and its words for it. */
  retired: Map<string, NetworkFailure>;
}

/** The graph's own number of an object, as text; null when what it gave is no such number. */
export function readGraphId(given: unknown): string | null {
  return typeof given === 'string' && /^\d{1,40}$/.test(given) ? given : null;
}

/** What an account is called; undefined when it has no name or one that is none. */
export function readGraphName(given: unknown): string | undefined {
  return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : undefined;
}

/** One bad id fails the whole call (803, 100), and so does too heavy a batch (1): halves tell. */
function mayPassInHalves(failure: NetworkFailure): boolean {
  if (failure.reason === 'page_unknown' || failure.reason === 'answer_too_heavy') return true;
  return failure.reason === 'request_refused' && failure.facts.code === 100;
}

function readNode(id: string, nodes: Record<string, unknown>): GraphNode {
  const given = nodes[id];
  if (given === undefined) {
    return { failure: { kind: 'changed_shape', reason: 'page_missing', facts: { id } } };
  }
  const node = Node.safeParse(given);
  if (node.success) return { fields: node.data };
  return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts: { field: id } } };
}

function failAll(ids: string[], failure: NetworkFailure): Map<string, GraphNode> {
  return new Map(ids.map((id) => [id, { failure }]));
}

function readNodes(ids: string[], body: unknown): Map<string, GraphNode> {
  const parsed = Nodes.safeParse(body);
  if (parsed.success) return new Map(ids.map((id) => [id, readNode(id, parsed.data)]));
  return failAll(ids, { kind: 'changed_shape', reason: 'field_malformed', facts: { field: '' } });
}

function retiredField(failure: NetworkFailure, fields: string[]): string | null {
  const field = failure.reason === 'metric_retired' ? failure.facts.field : undefined;
  return typeof field === 'string' && fields.includes(field) ? field : null;
}

/**
 * Reads `fields` of every id. A bad id is found by halving the batch; a field that the network
 * retired is left out and the rest asked again, so that neither takes the others down.
 */
export async function readGraphNodes(
  ids: string[],
  fields: string[],
  ask: AskGraph,
): Promise<GraphNodes> {
  if (ids.length === 0) return { nodes: new Map(), retired: new Map() };
  const answer = await ask(ids, fields);
  if (answer.ok) return { nodes: readNodes(ids, answer.body), retired: new Map() };
  const { failure } = answer;
  const field = retiredField(failure, fields);
  if (field !== null) {
    const kept = fields.filter((name) => name !== field);
    const rest = await readGraphNodes(ids, kept, ask);
    return { nodes: rest.nodes, retired: new Map([...rest.retired, [field, failure]]) };
  }
  if (ids.length === 1 || !mayPassInHalves(failure)) {
    return { nodes: failAll(ids, failure), retired: new Map() };
  }
  const middle = Math.ceil(ids.length / 2);
  const first = await readGraphNodes(ids.slice(0, middle), fields, ask);
  const left = fields.filter((name) => !first.retired.has(name));
  const second = await readGraphNodes(ids.slice(middle), left, ask);
  return {
    nodes: new Map([...first.nodes, ...second.nodes]),
    retired: new Map([...first.retired, ...second.retired]),
  };
}
