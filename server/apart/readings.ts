// Everything that is read of what comes from outside, and how the two processes speak of it. Each reading is
// loaded where it is read, and only there.
import type { Failure } from '../../shared/failure.ts';

/** What a reading may say to the process that asked for it, and ask of it. */
export interface Asker {
  /**
   * How many pieces there are to be read (tags, cells, records), once they are counted: what reading
   * them may take grows with it.
   */
  counted(pieces: number): void;
  /** Asks what only the other process can find out. */
  ask(question: unknown): Promise<unknown>;
}

/** What is read: rows, which travel some at a time, and what is said of them all. */
type Reading = (input: never, asker: Asker) => object | Promise<object>;

export const readings = {
  sheetPlan: async () => (await import('../imports/sheets/guess-plan.ts')).guessPlan,
  sheetRows: async () => (await import('../imports/sheets/read-file.ts')).readSheetRecords,
  networkExport: async () => (await import('../imports/read-export.ts')).readExport,
  rateFile: async () => (await import('../press/rates/open-rate-file.ts')).openRateFile,
  calendar: async () => (await import('../output/calendar/read-calendar-file.ts')).readCalendarRows,
  feed: async () => (await import('../press/feeds/parse-feed.ts')).parseFeedBody,
  page: async () => (await import('../press/capture/describe-body.ts')).describeBody,
  mediaType: async () => (await import('../evidence/media-type.ts')).findMediaType,
} satisfies Record<string, () => Promise<Reading>>;

export type ReadingName = keyof typeof readings;
type ReadingOf<Name extends ReadingName> = Awaited<ReturnType<(typeof readings)[Name]>>;

/** What a reading is given. */
export type ReadingInput<Name extends ReadingName> = Parameters<ReadingOf<Name>>[0];

/** What a reading gives. */
export type ReadingResult<Name extends ReadingName> = Awaited<ReturnType<ReadingOf<Name>>>;

/** What a reader is told: what to read, or the answer to what it asked. */
export type ToReader = { reading: ReadingName; input: unknown } | { told: unknown };

/** How a reading ended: what was read, its rows gone before; what refuses it; or what broke. */
export type ReadingEnd = { read: object } | { failure: Failure } | { broke: string };

/**
 * What a reader says: that it begins; how many pieces there are; what it has to ask; rows, some at a
 * time, as JSON, which takes less time and memory than copying them does; and in the end how it went,
 * and what the reader then holds of memory.
 */
export type FromReader =
  | { begun: true }
  | { counted: number }
  | { ask: unknown }
  | { rows: string }
  | { end: ReadingEnd; residentMegabytes: number };
