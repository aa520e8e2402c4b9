import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files as hostileCalendars } from '../../../server/output/hostile-calendar-files.ts';
import { hostileFiles } from '../../../support/hostile-files.ts';
import { hostileTexts } from '../../../support/hostile-inputs.ts';
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
    keep(name, 'output.previewCalendar', { content: Buffer.from(make()).toString('base64') });
  }
  for (const [name, title] of Object.entries(hostileTexts)) {
    // Of a day that no record has: what of it is let in is nobody's to look for.
    keep(name, 'output.createItem', { kind: 'event', title, day: '2015-06-01' });
  }
  return calls;
}

/** Everything hostile in an order that nobody chose, again and again: whoever takes the next brings it. */
export function hostileInTurn(calls: readonly HostileCall[]): () => HostileCall | undefined {
  const shuffled = calls
    .map((call) => ({ call, at: Math.random() }))
    .sort((one, other) => one.at - other.at);
  let turn = 0;
  return () => {
    const { call } = shuffled[turn % shuffled.length] ?? {};
    turn += 1;
    return call;
  };
}

/** Brings one hostile call. */
export async function bringHostile(desk: Desk, call: HostileCall | undefined): Promise<void> {
  if (!call) return;
  const body = await readFile(call.file);
  await desk.fetch(`hostile: ${call.procedure}, ${call.name}`, `/trpc/${call.procedure}`, body);
}
