import type { Config } from '../../server/config.ts';
import type { House } from '../../server/context.ts';

/** What a command of the terminal is given. */
export interface Terminal {
  config: Config;
  /** Opens the database, and closes it when the command ends. */
  openHouse(): Promise<House>;
  /** Prints one line. */
  say(line: string): void;
}

/** One command: the words that call it, how it is written, what it does. */
export interface Command {
  words: string;
  usage: string;
  summary: string;
  /** Returns the exit code. @throws {UsageError} for words that it does not understand. */
  run(terminal: Terminal, words: string[]): Promise<number>;
}

/** A command written wrongly; the message says what was expected. */
export class UsageError extends Error {}

/**
 * The one word that a command takes.
 * @throws {UsageError} when there is none, or more.
 */
export function onlyWord(words: string[], name: string): string {
  const [word, ...rest] = words;
  if (word === undefined || word.startsWith('--')) throw new UsageError(`${name} is missing`);
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" was not expected`);
  return word;
}

/**
 * The options of a command, `--name value` each.
 * @throws {UsageError} for one that it does not know or that has no value.
 */
export function readOptions<Name extends string>(
  words: string[],
  known: readonly Name[],
): Partial<Record<Name, string>> {
  const options: Partial<Record<Name, string>> = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = known.find((one) => `--${one}` === words[at]);
    if (!name) throw new UsageError(`"${words[at]}" was not expected`);
    const value = words[at + 1];
    if (value === undefined || value === '') throw new UsageError(`--${name} has no value`);
    options[name] = value;
  }
  return options;
}
