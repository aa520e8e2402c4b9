import { z } from 'zod';
import { NetworkId } from '../../shared/social/networks.ts';
import type { SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxNetwork } from './sandbox-pages.ts';

const where = {
  network: NetworkId,
  /** Only what concerns this page fails; absent: everything of the network. */
  handle: z.string().optional(),
  /** How many requests it hits before it is gone; absent: until cleared. */
  times: z.number().int().min(1).optional(),
};

/** Something that goes wrong on purpose. */
export const Fault = z.discriminatedUnion('kind', [
  /** The limit is reached; X says until when, Meta in how many minutes, or `Retry-After` alone. */
  z.object({
    ...where,
    kind: z.literal('throttled'),
    minutes: z.number().default(15),
    retryAfterSeconds: z.number().int().optional(),
  }),
  /** Answers are good, but their headers say that this share of the limit is spent. */
  z.object({ ...where, kind: z.literal('nearly_spent'), percent: z.number() }),
  z.object({ ...where, kind: z.literal('usage_capped') }),
  z.object({ ...where, kind: z.literal('expired_token') }),
  z.object({ ...where, kind: z.literal('missing_permission') }),
  z.object({ ...where, kind: z.literal('unknown_page'), handle: z.string() }),
  /** A field or an insights metric that the network no longer knows. */
  z.object({ ...where, kind: z.literal('retired_metric'), metric: z.string() }),
  /** A version of its API that the network no longer speaks. */
  z.object({ ...where, kind: z.literal('retired_version'), version: z.string() }),
  /** Lists longer than `most` are refused as too much data. */
  z.object({ ...where, kind: z.literal('too_heavy'), most: z.number().int() }),
  z.object({ ...where, kind: z.literal('server_error') }),
  z.object({ ...where, kind: z.literal('slow'), milliseconds: z.number() }),
  /** Half of the answer comes, then the connection goes. */
  z.object({ ...where, kind: z.literal('cut') }),
  z.object({ ...where, kind: z.literal('html'), status: z.number().int().default(200) }),
  z.object({ ...where, kind: z.literal('redirect') }),
  z.object({ ...where, kind: z.literal('changed_shape') }),
  /** Good answers of which a field (absent: every number) or the lists are spoiled. */
  z.object({
    ...where,
    kind: z.literal('spoiled'),
    how: z.enum(['absent', 'null', 'text', 'zero', 'object', 'emptied']),
    field: z.string().optional(),
    /** Only answers of which the path holds this; with `$` at its end, ends so. */
    path: z.string().default(''),
  }),
]);
export type Fault = z.output<typeof Fault>;
type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** The names, of handles or identifiers, that a request is about. */
function namesIn(request: SandboxRequest): string[] {
  const listed = request.query.get('ids') ?? request.query.get('usernames') ?? '';
  return [...listed.split(','), ...request.path.split('/')].filter(Boolean);
}

function concerns(fault: Fault, request: SandboxRequest): boolean {
  if (fault.network !== request.network) return false;
  if (fault.handle === undefined) return true;
  const page = findSandboxPage(fault.network, fault.handle);
  return namesIn(request).some(
    (name) => name === page?.id || name.toLowerCase() === fault.handle?.toLowerCase(),
  );
}

/** The faults that are switched on. */
export class FaultBoard {
  #faults: { fault: Fault; left: number }[] = [];

  set(fault: z.input<typeof Fault>): void {
    const parsed = Fault.parse(fault);
    this.#faults.push({ fault: parsed, left: parsed.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault of a kind that hits this request, used up by one; undefined when none does. */
  take<Kind extends Fault['kind']>(
    kind: Kind,
    request: SandboxRequest,
    matches: (fault: FaultOf<Kind>) => boolean = () => true,
  ): FaultOf<Kind> | undefined {
    for (const entry of this.#faults) {
      const fault = entry.fault as FaultOf<Kind>;
      if (fault.kind !== kind || entry.left < 1) continue;
      if (!concerns(fault, request) || !matches(fault)) continue;
      entry.left -= 1;
      return fault;
    }
    return undefined;
  }

  /** Every fault of a kind that hits this request, each used up by one. */
  all<Kind extends Fault['kind']>(
    kind: Kind,
    request: SandboxRequest,
    matches: (fault: FaultOf<Kind>) => boolean,
  ): FaultOf<Kind>[] {
    const hit = this.#faults.filter(({ fault, left }) => {
      if (fault.kind !== kind || left < 1) return false;
      return concerns(fault, request) && matches(fault as FaultOf<Kind>);
    });
    for (const entry of hit) entry.left -= 1;
    return hit.map(({ fault }) => fault as FaultOf<Kind>);
  }

  /** Whether a page of a network is to be taken for one that does not exist. */
  hides(network: SandboxNetwork, handle: string): boolean {
    return this.#faults.some(
      ({ fault }) =>
        fault.kind === 'unknown_page' &&
        fault.network === network &&
        fault.handle.toLowerCase() === handle.toLowerCase(),
    );
  }
}
