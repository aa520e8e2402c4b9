import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Swallows what is typed, so that a password does not stay on the screen. */
const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Reads a password: asked for without showing it on a terminal, else the first line of what is
 * piped in. It is never a word of the command, which other people of the machine can see.
 */
export async function readPassword(prompt: string): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(prompt);
  const lines = createInterface({ input: process.stdin, output: silence, terminal: isTerminal });
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  if (isTerminal) process.stderr.write('\n');
  return line;
}
