import { setTimeout as wait } from 'node:timers/promises';
import { TRPCClientError } from '@trpc/client';
import type { KeptServer } from './kept-server.ts';

/** What was asked under one name, and how it was answered. */
export interface Answers {
  /** Milliseconds of those that were answered or refused. */
  times: number[];
  refused: Map<string, number>;
  /** Ended by a kill: whether they were done is not known. */
  cut: number;
  /** Neither an answer nor a refusal, though nobody killed the server. */
  broken: string[];
  /** Tells how far it has come while it works, and may take long. */
  isLong: boolean;
}

/** A call that a kill cut off. */
export class CutOff extends Error {}

/** A refusal in the product's own words. */
export class Refused extends Error {}

/** An answer that is none: the server's own fault. */
export class Broken extends Error {}

/** Whether a call was refused in the product's words, which the client of procedures wraps. */
export function isRefused(error: unknown): boolean {
  return error instanceof Refused || (error instanceof Error && error.cause instanceof Refused);
}

/** Everything that was asked during a soak. */
export interface AnswerWatch {
  byName: Map<string, Answers>;
  /**
   * Takes the time of a call.
   * @throws {CutOff} {Refused} or what it broke with.
   */
  time<Result>(name: string, act: () => Promise<Result>, isLong?: boolean): Promise<Result>;
}

/** A kill reaches those whose connection it breaks a little later. */
const aftermath = 300;
const longestBroken = 300;

function refusalOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.message;
  if (!(error instanceof TRPCClientError)) return undefined;
  const status: number | undefined = error.data?.httpStatus;
  const code: string | undefined = error.data?.failure?.code;
  return status !== undefined && (status < 500 || status === 503)
    ? (code ?? `${status}`)
    : undefined;
}

/** Whether no answer came at all, which is no wonder where the server was killed. */
function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError ? !error.data : !(error instanceof Broken);
}

/** Watches what is asked of a server that is killed at times. */
export function watchAnswers({ deaths, isUp }: KeptServer): AnswerWatch {
  const byName: AnswerWatch['byName'] = new Map();
  const answersOf = (name: string, isLong: boolean): Answers => {
    const known = byName.get(name);
    if (known) return known;
    const made = { times: [], refused: new Map(), cut: 0, broken: [], isLong };
    byName.set(name, made);
    return made;
  };
  return {
    byName,
    async time(name, act, isLong = false) {
      const answers = answersOf(name, isLong);
      const [from, before, wasUp] = [performance.now(), deaths().count, isUp()];
      try {
        const result = await act();
        answers.times.push(performance.now() - from);
        return result;
      } catch (error) {
        const after = `after ${Math.round(performance.now() - from)} ms`;
        const reason = refusalOf(error);
        if (reason !== undefined) {
          answers.times.push(performance.now() - from);
          answers.refused.set(reason, (answers.refused.get(reason) ?? 0) + 1);
          throw new Refused(reason);
        }
        // A broken connection is heard of before the end of the process that broke it.
        if (isUnanswered(error)) await wait(aftermath);
        const { count, lastAt } = deaths();
        const wasKilled = count !== before || !isUp() || !wasUp || from - lastAt < aftermath;
        if (isUnanswered(error) && wasKilled) {
          answers.cut += 1;
          throw new CutOff(name);
        }
        answers.broken.push(`${String(error).slice(0, longestBroken)} ${after}`);
        throw error;
      }
    },
  };
}
