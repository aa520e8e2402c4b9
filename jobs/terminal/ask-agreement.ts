import { createInterface } from 'node:readline';

/** Asks a question of yes or no, on a terminal or of what is piped in; no answer is no. */
export async function askAgreement(question: string): Promise<boolean> {
  process.stderr.write(`${question} (yes/no) `);
  const lines = createInterface({ input: process.stdin });
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  process.stderr.write('\n');
  return ['yes', 'y', 'si', 'sí', 's'].includes(line.trim().toLowerCase());
}
