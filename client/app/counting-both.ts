import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { useSyncExternalStore } from 'react';
import type { AppRouter } from '../../server/http/router.ts';
import type { Failure } from '../../shared/failure.ts';
import { failureOf } from '../format/failure-message.ts';

type TotalAndRecords = Extract<Failure, { code: 'total_and_records' }>;

/** A question that waits for the person: which month would count its records and its total. */
export interface Question {
  failure: TotalAndRecords;
  answer(isChosen: boolean): void;
}

let waiting: readonly Question[] = [];
const listeners = new Set<() => void>();

function set(questions: readonly Question[]): void {
  waiting = questions;
  for (const listener of listeners) listener();
}

/** The question that the person is to answer now. */
export function useCountingBoth(): Question | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting[0],
  );
}

/** Asks about what refused a call, where a choice would let it pass; false where none would. */
export function mayCountBoth(error: unknown): Promise<boolean> {
  const failure = failureOf(error);
  if (failure.code !== 'total_and_records') return Promise.resolve(false);
  return new Promise((resolve) => {
    const question: Question = {
      failure,
      answer(isChosen) {
        set(waiting.filter((one) => one !== question));
        resolve(isChosen);
      },
    };
    set([...waiting, question]);
  });
}

/**
 * Sends a write again, with the choice, once the person chose to count a month's records and its
 * total; where they did not, the write is refused as it was, and the screen keeps what was typed.
 */
export const askOverTotals: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let call = next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        async error(error) {
          if (op.type !== 'mutation' || !(await mayCountBoth(error))) return observer.error(error);
          const input = { ...(op.input as object), countsBoth: true };
          call = next({ ...op, input }).subscribe(observer);
        },
      });
      return () => call.unsubscribe();
    });
