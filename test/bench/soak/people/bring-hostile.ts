import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files as hostileCalendars } from '../../../server/output/hostile-calendar-files.ts';
import { hostileFiles } from '../../../support/hostile-files.ts';
import { hostileTexts } from '../../../support/hostile-inputs.ts';
import type { SeededRandom } from '../../generate/seeded-random.ts';
import type { Desk } from '../desk.ts';

/** A call that means harm: its body is on disk, so that sending it takes the bench no time. */
export interface HostileCall {
  name: string;
  procedure: string;
  file: string;
}

/** Writes the bodies of all hostile calls into a folder. */
export function makeHostileCalls(folder: string): HostileCall[] {
  mkdirSync(folder, { recursive: true });
  const calls: HostileCall[] = [];
  const keep = (name: string, procedure: string, body: unknown) => {
    const file = join(folder, `${calls.length}.json`);
    writeFileSync(file, JSON.stringify(body));
    calls.push({ name, procedure, file });
  };
  for (const [name, make] of Object.entries(hostileFiles)) {
    const file = { name: 'archivo', content: make().toString('base64') };
    keep(name, 'imports.planSheet', { file });
    keep(name, 'imports.previewFile', file);
  }
  for (const [name, make] of Object.entries(hostileCalendars)) {
    keep(name, 'output.previewCalendar', { text: make() });
  }
  for (const [name, title] of Object.entries(hostileTexts)) {
    // Of a day that no record has: what of it is let in is nobody's to look for.
    keep(name, 'output.createItem', { kind: 'event', title, day: '2015-06-01' });
  }
  return calls;
}

/** Brings one of the hostile calls. */
export async function bringHostile(
  desk: Desk,
  calls: readonly HostileCall[],
  random: SeededRandom,
): Promise<void> {
  const call = calls[random.whole(0, calls.length - 1)];
  if (!call) return;
  const body = await readFile(call.file);
  await desk.fetch(`hostile: ${call.procedure}, ${call.name}`, `/trpc/${call.procedure}`, body);
}
