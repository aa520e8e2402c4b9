import type { KyselyPlugin } from 'kysely';
import type { TestHouse } from './house.ts';

/** What a house asked of its database: statements, and the rows that they answered. */
export interface Reads {
  statements: number;
  rows: number;
}

/** The same house, which counts what it asks of its database from now on. */
export function countingReads(house: TestHouse): { house: TestHouse; reads: Reads } {
  const reads: Reads = { statements: 0, rows: 0 };
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      reads.statements += 1;
      reads.rows += result.rows.length;
      return result;
    },
  };
  const { database } = house;
  const counted = { ...database, db: database.db.withPlugin(counter) };
  return { house: { ...house, database: counted }, reads };
}
