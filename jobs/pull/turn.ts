import { asSystem, type House } from '../../server/context.ts';
import { type PulledStep, type PulledTurn, recordTurn } from '../../server/social/record-pull.ts';
import type { PullKind } from '../../shared/social/pull-rows.ts';
import type { PartRead } from './read-part.ts';

/** Pages of one turn, and how long it may take: what a killed process loses is never more. */
const pagesPerTurn = 25;
const turnMs = 2_000;

type Brought = Omit<PulledTurn, 'pullId' | 'kind'>;

function nothing(): Brought {
  return {
    snapshots: [],
    posts: [],
    audiences: [],
    steps: [],
    learned: [],
    calls: 0,
    stepsDone: 0,
    pagesDone: 0,
    pagesFailed: 0,
    connection: null,
  };
}

/** Collects what a pull brings and stores it turn by turn. */
export class PullTurn {
  readonly #house: House;
  readonly #pull: { pullId: string; kind: PullKind };
  #brought = nothing();
  #begunAt = performance.now();

  constructor(house: House, pull: { pullId: string; kind: PullKind }) {
    this.#house = house;
    this.#pull = pull;
  }

  /** Adds what one part of a page brought. */
  add(read: PartRead, step: PulledStep): void {
    const { snapshots, posts, audiences, steps } = this.#brought;
    snapshots.push(...read.snapshots);
    posts.push(...read.posts);
    audiences.push(...read.audiences);
    steps.push(step);
    this.#brought.calls += step.calls;
  }

  /** Counts parts and pages as done. */
  count(done: { stepsDone: number; pagesDone: number; pagesFailed: number }): void {
    this.#brought.stepsDone += done.stepsDone;
    this.#brought.pagesDone += done.pagesDone;
    this.#brought.pagesFailed += done.pagesFailed;
  }

  /** Stores a whole turn at once, beside what is collected. */
  record(turn: Partial<Brought>): Promise<void> {
    return recordTurn(asSystem(this.#house), { ...nothing(), ...turn, ...this.#pull });
  }

  /** Stores what is collected when it is enough for a turn. */
  async storeWhenFull(): Promise<void> {
    const isFull = this.#brought.pagesDone >= pagesPerTurn;
    if (isFull || performance.now() - this.#begunAt >= turnMs) await this.store();
  }

  /** Stores what is collected, if anything. */
  async store(): Promise<void> {
    const brought = this.#brought;
    this.#brought = nothing();
    this.#begunAt = performance.now();
    if (brought.steps.length > 0 || brought.pagesDone > 0) await this.record(brought);
  }
}
