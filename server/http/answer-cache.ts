import { sql } from 'kysely';
import type { House } from '../context.ts';
import { keptHotQuery } from '../database/hot-query.ts';
import type { Area } from '../transaction.ts';

/** What an answer is sent as. */
export type Body = string | Buffer;

/** A kept answer, and the revisions of its areas when it was made. */
interface KeptAnswer {
  stamp: string;
  body: Body;
}

/** Answers of reads, kept for as long as no record that they were made from has changed. */
export interface AnswerCache {
  /** Reads the revisions of the areas as one text; the same text means the same records. */
  stamp(areas: readonly Area[]): Promise<string>;
  find(key: string, stamp: string): Body | undefined;
  keep(key: string, stamp: string, body: Body): void;
}

/** All revisions as one text: making a row of each costs as much as reading them. */
const selectRevisions = keptHotQuery<{ revisions: string | null }, []>((db) =>
  db
    .selectFrom('area_revision' as 'areaRevision')
    .select(sql<string | null>`string_agg(area || ':' || revision, ' ')`.as('revisions'))
    .compile(),
);

function revisionsOf(areas: readonly Area[], revisions: string): string {
  return revisions
    .split(' ')
    .filter((each) => areas.includes(each.slice(0, each.indexOf(':')) as Area))
    .sort()
    .join(' ');
}

/** Picks the revisions of some areas, over again only once one of them all has changed. */
function rememberPicked(): (areas: readonly Area[], revisions: string) => string {
  let of = '';
  const picked = new Map<readonly Area[], string>();
  return (areas, revisions) => {
    if (revisions !== of) picked.clear();
    of = revisions;
    const stamp = picked.get(areas) ?? revisionsOf(areas, revisions);
    picked.set(areas, stamp);
    return stamp;
  };
}

/** Bytes that kept answers take, with their keys. */
const defaultCapacity = 32 * 1024 * 1024;

/** What an entry takes beside its texts, generously. */
const entryBytes = 256;

/** No character of a text takes more than two bytes in memory. */
function bytesOf(key: string, { stamp, body }: KeptAnswer): number {
  const ofBody = typeof body === 'string' ? 2 * body.length : body.length;
  return 2 * (key.length + stamp.length) + ofBody + entryBytes;
}

/** A text shorter than this is sent sooner than its bytes are; a longer one is not. */
const longText = 64 * 1024;

/** An answer as it is sent soonest, again and again. */
export function bodyOf(text: string): Body {
  return text.length < longText ? text : Buffer.from(text);
}

/**
 * Makes a cache whose answers can never be stale: each look-up reads the areas' revisions from
 * the database, which every writer on every machine advances in the transaction of its write.
 * The stamp is read before the answer is made, so an answer can only be newer than its stamp.
 * Keys and answers together take `capacity` bytes at most; what was used longest ago goes first.
 */
export function makeAnswerCache(house: House, capacity = defaultCapacity): AnswerCache {
  const answers = new Map<string, KeptAnswer>();
  const pick = rememberPicked();
  let bytes = 0;

  function drop(key: string): void {
    const answer = answers.get(key);
    if (!answer) return;
    bytes -= bytesOf(key, answer);
    answers.delete(key);
  }

  return {
    async stamp(areas) {
      const [row] = await selectRevisions(house.database);
      return pick(areas, row?.revisions ?? '');
    },
    find(key, stamp) {
      const answer = answers.get(key);
      if (!answer) return undefined;
      if (answer.stamp !== stamp) {
        drop(key);
        return undefined;
      }
      answers.delete(key);
      answers.set(key, answer);
      return answer.body;
    },
    keep(key, stamp, body) {
      const answer = { stamp, body };
      drop(key);
      if (bytesOf(key, answer) > capacity / 8) return;
      answers.set(key, answer);
      bytes += bytesOf(key, answer);
      for (const oldest of answers.keys()) {
        if (bytes <= capacity) break;
        drop(oldest);
      }
    },
  };
}
