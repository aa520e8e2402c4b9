import { appendFileSync } from 'node:fs';

/** What is written of one thing; several rows of one write say the same, each with a number of its own. */
export interface Written {
  title: string;
  /** A second field of it: one that is there in part would lack it. */
  also: string;
  isRemoved: boolean;
}

/** One thing that people write again and again, or one write of many rows. */
export interface Entry {
  area: 'output' | 'press';
  /** A word that stands in the title, and in no other. */
  mark: string;
  rows: number;
  /** What was acknowledged last; absent: nothing is there. */
  sure?: Written;
  /** What was sent last and not answered: it is there whole, or not at all. Null: taken back. */
  perhaps?: Written | null;
}

/** What the server acknowledged, kept before the next thing is asked of it. */
export interface Ledger {
  entries: Entry[];
  acknowledged(): number;
  open(area: Entry['area'], rows?: number): Entry;
  /** Notes what is sent, sends it, and notes that it was acknowledged; a refusal leaves all as it was. */
  write<Answer>(
    entry: Entry,
    written: Written | null,
    send: () => Promise<Answer>,
  ): Promise<Answer>;
}

/** Opens a ledger whose acknowledgements can be read again in a file. @param wasRefused tells a refusal from a cut. */
export function openLedger(file: string, wasRefused: (error: unknown) => boolean): Ledger {
  const entries: Entry[] = [];
  let acknowledged = 0;
  return {
    entries,
    acknowledged: () => acknowledged,
    open(area, rows = 1) {
      const entry: Entry = { area, rows, mark: `soak${String(entries.length).padStart(7, '0')}` };
      entries.push(entry);
      return entry;
    },
    async write(entry, written, send) {
      entry.perhaps = written;
      try {
        const answer = await send();
        entry.sure = written ?? undefined;
        delete entry.perhaps;
        acknowledged += 1;
        appendFileSync(file, `${JSON.stringify({ at: new Date(), ...entry, answer })}\n`);
        return answer;
      } catch (error) {
        if (wasRefused(error)) delete entry.perhaps;
        throw error;
      }
    },
  };
}
