import type { RecordVersion } from '../../../../shared/records.ts';
import type { SeededRandom } from '../../generate/seeded-random.ts';
import type { Desk } from '../desk.ts';
import type { Entry, Ledger, Written } from '../ledger.ts';

/** How records of one area are written; all of them are of one day. */
interface Writing {
  area: Entry['area'];
  create(desk: Desk, written: Written): Promise<RecordVersion>;
  update(desk: Desk, at: RecordVersion, written: Written): Promise<RecordVersion>;
  remove(desk: Desk, at: RecordVersion): Promise<RecordVersion>;
  restore(desk: Desk, at: RecordVersion): Promise<RecordVersion>;
}

/** Events of the office. */
export function writingItems(day: string): Writing {
  const fields = ({ title, also }: Written) => ({
    kind: 'event' as const,
    title,
    day,
    place: also,
  });
  return {
    area: 'output',
    create: ({ ask }, written) => ask.output.createItem.mutate(fields(written)),
    update: ({ ask }, at, written) => ask.output.updateItem.mutate({ at, fields: fields(written) }),
    remove: ({ ask }, at) => ask.output.removeItem.mutate(at),
    restore: ({ ask }, at) => ask.output.restoreItem.mutate(at),
  };
}

/** Appearances in an outlet that publishes on the web. */
export function writingClippings(day: string, outletId: string): Writing {
  const fields = ({ title, also }: Written) => ({
    outletId,
    day,
    format: 'web' as const,
    measures: { unit: 'note' as const },
    title,
    author: also,
  });
  return {
    area: 'press',
    create: ({ ask }, written) => ask.press.createClipping.mutate(fields(written)),
    update: ({ ask }, at, written) =>
      ask.press.updateClipping.mutate({ at, fields: fields(written) }),
    remove: ({ ask }, at) => ask.press.removeClipping.mutate(at),
    restore: ({ ask }, at) => ask.press.restoreClipping.mutate(at),
  };
}

/** Writes one record down, puts it right a few times, takes some away and brings some of those back. */
export async function keepRecord(
  desk: Desk,
  ledger: Ledger,
  writing: Writing,
  random: SeededRandom,
): Promise<void> {
  const entry = ledger.open(writing.area);
  const say = (time: number): Written => {
    const by = `${desk.role} ${random.whole(1, 90)}`;
    return { title: `Feria ${entry.mark} vez ${time}`, also: by, isRemoved: false };
  };
  let written = say(0);
  let at = await ledger.write(entry, written, () => writing.create(desk, written));
  for (let time = random.whole(0, 2); time > 0; time -= 1) {
    written = say(time);
    at = await ledger.write(entry, written, () => writing.update(desk, at, written));
  }
  if (random.whole(1, 4) > 1) return;
  const removed = { ...written, isRemoved: true };
  at = await ledger.write(entry, removed, () => writing.remove(desk, at));
  if (random.whole(1, 2) > 1) return;
  await ledger.write(entry, written, () => writing.restore(desk, at));
}

/** Writes many events in one call, which are all there or none. */
export async function keepManyItems(desk: Desk, ledger: Ledger, day: string): Promise<void> {
  const entry = ledger.open('output', 30);
  const written = { title: `Jornada ${entry.mark}`, also: 'Barrio Centro', isRemoved: false };
  const items = Array.from({ length: entry.rows }, (_, at) => ({
    kind: 'event' as const,
    title: `${written.title} #${at}`,
    day,
    place: written.also,
  }));
  await ledger.write(entry, written, () => desk.ask.output.createItems.mutate({ items }));
}
