import { expect } from 'vitest';
import type { Fault } from '../../../../jobs/sandbox/faults.ts';
import type { Capability, Outcome } from '../../../support/connector-readings.ts';
import type { SpoiledFields } from './spoiled-fields.ts';

/** A case that was run: what came of it, beside what comes when all is well. */
export interface CaseRun {
  capability: Capability;
  outcome: Outcome;
  success: Outcome;
  calls: number;
}

type FaultOfCase = Fault extends infer Each
  ? Each extends Fault
    ? Omit<Each, 'network'>
    : never
  : never;
/** A fault without its network; what has a default may be left out. */
export type CaseFault = { kind: FaultOfCase['kind'] } & Record<string, unknown>;

/** One thing that any network may answer one day. */
interface ContractCase {
  /** What must hold of what the connector makes of it. */
  expects(run: CaseRun): void;
  /** How the sandbox is made to answer so; absent: as ever. */
  faults?(fields: SpoiledFields, capability: Capability): CaseFault[];
  /** The transport's own: no answer is recorded of it. */
  isTransport?: true;
}

/** Values, however deep: a value that was not given must be missing, never something else. */
function leavesOf(given: unknown): unknown[] {
  if (given === null || given === undefined) return [];
  return typeof given === 'object' ? Object.values(given).flatMap(leavesOf) : [given];
}

const zerosIn = (given: unknown) => leavesOf(given).filter((leaf) => leaf === 0).length;
const reasonsOf = ({ failures }: Outcome) => failures.map(({ reason }) => reason);
const kindsOf = ({ failures }: Outcome) => [...new Set(failures.map(({ kind }) => kind))];

function expectNothingBut(reason: string, { outcome }: CaseRun): void {
  expect(outcome.read).toEqual([]);
  expect([...new Set(reasonsOf(outcome))]).toEqual([reason]);
}

function expectLess({ outcome, success, capability }: CaseRun): void {
  expect(leavesOf(outcome.read).length).toBeLessThan(leavesOf(success.read).length);
  expect(zerosIn(outcome.read)).toBeLessThanOrEqual(zerosIn(success.read));
  if (capability === 'readPages') expect(reasonsOf(outcome)).toContain('value_not_given');
  else expect(kindsOf(outcome)).not.toContain('changed_shape');
}

const spoil = (how: string, field: string): CaseFault[] => [{ kind: 'spoiled', how, field }];

/** Every case of the contract; each connector stands it in everything that it does. */
export const contractCases = {
  success: {
    expects({ outcome }) {
      expect(outcome.failures).toEqual([]);
      expect(outcome.read).not.toEqual([]);
    },
  },
  pagination: {
    expects({ outcome, calls }) {
      expect(outcome.failures).toEqual([]);
      expect(calls).toBeGreaterThan(1);
      const told = outcome.read.map((one) => JSON.stringify(one));
      expect(new Set(told).size).toBe(told.length);
    },
  },
  throttled: {
    faults: () => [{ kind: 'throttled', minutes: 10 }],
    expects(run) {
      expectNothingBut('throttled', run);
      const [failure] = run.outcome.failures;
      expect(failure?.kind === 'retry_later' && failure.at).toMatch(/^2026-11-2\dT/);
      expect(run.calls).toBe(1);
    },
  },
  'dead token': {
    faults: () => [{ kind: 'expired_token' }],
    expects({ outcome, calls }) {
      expect(outcome.read).toEqual([]);
      expect(kindsOf(outcome)).toEqual(['reauthorise']);
      expect(calls).toBe(1);
    },
  },
  'missing permission': {
    faults: () => [{ kind: 'missing_permission' }],
    expects: (run) => expectNothingBut('permission_missing', run),
  },
  'unknown page': {
    expects({ outcome }) {
      expect(outcome.read).toEqual([]);
      // One of which the identifier is known was there, and some networks leave no doubt that it is gone.
      expect(reasonsOf(outcome).join()).toMatch(/^page_(unknown|deleted)$/);
    },
  },
  'retired metric': {
    faults: ({ retires = '' }) => [{ kind: 'retired_metric', metric: retires }],
    expects({ outcome, success }) {
      expect(reasonsOf(outcome)).toContain('metric_retired');
      expect(kindsOf(outcome)).toEqual(['refused']);
      expect(outcome.read).not.toEqual([]);
      expect(leavesOf(outcome.read).length).toBeLessThan(leavesOf(success.read).length);
    },
  },
  empty: {
    faults: ({ whenEmpty }) => whenEmpty ?? [{ kind: 'spoiled', how: 'emptied' }],
    expects({ outcome, capability }) {
      expect(outcome.failures).toEqual([]);
      if (capability === 'readPages') expect(zerosIn(outcome.read)).toBe(2);
      else expect(outcome.read.filter((one) => !('expiresAt' in one))).toEqual([]);
    },
  },
  absent: { faults: ({ count }) => spoil('absent', count), expects: expectLess },
  null: { faults: ({ count }) => spoil('null', count), expects: expectLess },
  'numbers as text': {
    faults: ({ count }) => spoil('text', count),
    expects: ({ outcome, success }) => expect(outcome).toEqual(success),
  },
  'changed shape': {
    faults: ({ count, shape = count }) => spoil('object', shape),
    expects({ outcome, success }) {
      expect(kindsOf(outcome)).toContain('changed_shape');
      expect(leavesOf(outcome.read).length).toBeLessThan(leavesOf(success.read).length);
    },
  },
  HTML: {
    isTransport: true,
    faults: () => [{ kind: 'html' }],
    expects: (run) => expectNothingBut('not_json', run),
  },
  timeout: {
    isTransport: true,
    faults: () => [{ kind: 'slow', milliseconds: 60_000 }],
    expects: (run) => expectNothingBut('timed_out', run),
  },
} satisfies Record<string, ContractCase>;

export type CaseName = keyof typeof contractCases;
export const caseNames = Object.keys(contractCases) as CaseName[];

/** A case by its name, with all that cases may have. */
export function contractCase(name: CaseName): ContractCase {
  return contractCases[name];
}
