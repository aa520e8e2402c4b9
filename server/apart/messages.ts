import type { Failure } from '../../shared/failure.ts';
import type { ReadingName } from './readings.ts';

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
