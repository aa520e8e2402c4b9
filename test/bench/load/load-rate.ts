import type { RawCopy } from './raw-copy.ts';

/** How fast rows of one kind are stored by the product's verb and by raw prepared inserts. */
export interface LoadRate {
  what: 'output items' | 'clippings' | 'snapshots';
  rows: number;
  /** Rows a second. */
  product: number;
  /** Rows a second. */
  raw: number;
}

/**
 * Stores the batches through the product's verb and, after each, the same rows raw, so that
 * whatever else the machine does weighs on both.
 */
export async function measureLoad<Row>(
  what: LoadRate['what'],
  batches: Iterable<Row[]>,
  store: (batch: Row[]) => Promise<unknown>,
  beginCopy: () => RawCopy,
): Promise<LoadRate> {
  const copy = beginCopy();
  let rows = 0;
  let taken = 0;
  for (const batch of batches) {
    const from = process.hrtime.bigint();
    await store(batch);
    taken += Number(process.hrtime.bigint() - from) / 1e9;
    rows += batch.length;
    copy.follow();
  }
  return { what, rows, product: rows / taken, raw: rows / copy.finish() };
}
