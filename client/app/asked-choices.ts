import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { useSyncExternalStore } from 'react';
import type { AppRouter } from '../../server/http/router.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ReachAnswer } from '../../shared/press/outlet-reach.ts';
import { failureOf } from '../format/failure-message.ts';

/** What refuses a call until somebody chooses. */
export type Asked = Extract<Failure, { code: 'total_and_records' | 'outlet_reaches_back' }>;

/** What a call carries of what was chosen. */
export interface Choices {
  countsBoth?: true;
  reach?: ReachAnswer;
}

/** A question that waits for the person. */
export interface Question<Failed extends Asked = Asked> {
  failure: Failed;
  /** Without a choice the call stays refused. */
  answer(choice?: Choices): void;
}

let waiting: readonly Question[] = [];
const listeners = new Set<() => void>();

function set(questions: readonly Question[]): void {
  waiting = questions;
  for (const listener of listeners) listener();
}

/** The question that the person is to answer now. */
export function useQuestion(): Question | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting[0],
  );
}

const isAsked = (failure: { code: string }): failure is Asked =>
  failure.code === 'total_and_records' || failure.code === 'outlet_reaches_back';

/** Asks about what refused a call, where a choice would let it pass. */
function askAbout(error: unknown): Promise<Choices | undefined> {
  const failure = failureOf(error);
  if (!isAsked(failure)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const question: Question = {
      failure,
      answer(choice) {
        set(waiting.filter((one) => one !== question));
        resolve(choice);
      },
    };
    set([...waiting, question]);
  });
}

/**
 * Makes a call, and makes it again with what the person chose where something was asked, as often as
 * something else is. @throws what refused it where nobody chose.
 */
export async function untilChosen<Result>(
  call: (choices: Choices) => Promise<Result>,
  choices: Choices = {},
): Promise<Result> {
  try {
    return await call(choices);
  } catch (error) {
    const choice = await askAbout(error);
    if (!choice) throw error;
    return untilChosen(call, { ...choices, ...choice });
  }
}

/**
 * Sends a write again, with the choice, once the person made it: of a month's records and its total, and
 * of the appearances of an outlet. Where they made none, the write is refused as it was, and the screen
 * keeps what was typed.
 */
export const askForChoices: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let call: { unsubscribe(): void } | undefined;
      const mayAsk = op.type === 'mutation';
      function send(choices: Choices): void {
        const input =
          Object.keys(choices).length > 0 ? { ...(op.input as object), ...choices } : op.input;
        call = next({ ...op, input }).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          async error(error) {
            const choice = mayAsk ? await askAbout(error) : undefined;
            if (choice) send({ ...choices, ...choice });
            else observer.error(error);
          },
        });
      }
      send({});
      return () => call?.unsubscribe();
    });
