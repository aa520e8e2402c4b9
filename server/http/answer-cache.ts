import type { House } from '../context.ts';
import { hotQuery } from '../database/hot-query.ts';
import type { AreaRevisionTable } from '../database/schema.ts';
import type { Area } from '../transaction.ts';

/** A kept answer, and the revisions of its areas when it was made. */
interface KeptAnswer {
  stamp: string;
  body: string;
}

/** Answers of reads, kept for as long as no record that they were made from has changed. */
export interface AnswerCache {
  /** Reads the revisions of the areas as one text; the same text means the same records. */
  stamp(areas: readonly Area[]): Promise<string>;
  find(key: string, stamp: string): string | undefined;
  keep(key: string, stamp: string, body: string): void;
}

const selectRevisions = hotQuery<AreaRevisionTable, []>((db) =>
  db
    .selectFrom('area_revision' as 'areaRevision')
    .select(['area', 'revision'])
    .orderBy('area')
    .compile(),
);

/** Total size of kept answers, in characters. */
const defaultCapacity = 16 * 1024 * 1024;

/**
 * Makes a cache whose answers can never be stale: each look-up reads the areas' revisions from
 * the database, which every writer on every machine advances in the transaction of its write.
 * The stamp is read before the answer is made, so an answer can only be newer than its stamp.
 */
export function makeAnswerCache(house: House, capacity = defaultCapacity): AnswerCache {
  const answers = new Map<string, KeptAnswer>();
  let size = 0;

  function drop(key: string): void {
    const answer = answers.get(key);
    if (!answer) return;
    size -= answer.body.length;
    answers.delete(key);
  }

  return {
    async stamp(areas) {
      let stamp = '';
      for (const { area, revision } of await selectRevisions(house.database)) {
        if (areas.includes(area as Area)) stamp += `${area}:${revision} `;
      }
      return stamp;
    },
    find(key, stamp) {
      const answer = answers.get(key);
      if (!answer) return undefined;
      answers.delete(key);
      if (answer.stamp !== stamp) {
        size -= answer.body.length;
        return undefined;
      }
      answers.set(key, answer);
      return answer.body;
    },
    keep(key, stamp, body) {
      if (body.length > capacity / 8) return;
      drop(key);
      answers.set(key, { stamp, body });
      size += body.length;
      for (const oldest of answers.keys()) {
        if (size <= capacity) break;
        drop(oldest);
      }
    },
  };
}
