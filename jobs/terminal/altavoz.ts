import { readConfig } from '../../server/config.ts';
import type { House } from '../../server/context.ts';
import { openHouse } from '../../server/house.ts';
import { addUser } from './add-user.ts';
import { backUp, restore } from './back-up.ts';
import { type Command, UsageError } from './command.ts';
import { runCheck } from './run-check.ts';
import { runImport } from './run-import.ts';
import { runPull } from './run-pull.ts';

const commands: Command[] = [addUser, runPull, runImport, backUp, restore, runCheck];

function help(): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return ['Usage: npm run altavoz -- COMMAND', '', ...lines, ''].join('\n');
}

function findCommand(words: string[]): { command: Command; rest: string[] } | undefined {
  for (const command of commands) {
    const own = command.words.split(' ');
    if (own.every((word, at) => words[at] === word)) {
      return { command, rest: words.slice(own.length) };
    }
  }
  return undefined;
}

async function runCommand(command: Command, words: string[]): Promise<number> {
  const houses: House[] = [];
  const config = { ...readConfig(process.env), logLevel: 'warn' as const };
  try {
    return await command.run(
      {
        config,
        async openHouse() {
          const house = await openHouse(config);
          houses.push(house);
          return house;
        },
        say: (line) => process.stdout.write(`${line}\n`),
      },
      words,
    );
  } finally {
    for (const house of houses) await house.database.close();
  }
}

/** Runs the command of the terminal; 0 when it did what was asked, 1 when not, 2 when it was written wrongly. */
async function runTerminal(words: string[]): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
    process.stdout.write(help());
    return words.length === 0 ? 2 : 0;
  }
  const found = findCommand(words);
  if (!found) {
    process.stderr.write(`altavoz: "${words.join(' ')}" is not a command: see "help"\n`);
    return 2;
  }
  try {
    return await runCommand(found.command, found.rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`altavoz: ${error.message}; usage: ${found.command.usage}\n`);
      return 2;
    }
    // A mistake of the program, unlike a refusal, is told with where it happened.
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    process.stderr.write(`altavoz: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = await runTerminal(process.argv.slice(2));
