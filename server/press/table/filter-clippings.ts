import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { type PlainTables, plainTables } from '../../database/plain-tables.ts';
import type { Tables } from '../../database/schema.ts';
import { isOfMedium } from '../closed-mediums.ts';
import type { FilterShape } from './list-shape.ts';

export type Clippings = SelectQueryBuilder<PlainTables, 'clipping', object>;

const evidenceOf = sql`select 1 from clipping_evidence where clipping_id = clipping.id`;
const messagesOf = sql`select 1 from clipping_key_message where clipping_id = clipping.id`;

/** Whether a file supports an appearance. */
export const hasEvidence = sql<boolean>`exists (${evidenceOf})`;

function lacks(query: Clippings, column: FilterShape['empty'][number]): Clippings {
  switch (column) {
    case 'section':
      return query.where('section', '=', sql<string>`''`);
    case 'evidence':
      return query.where(sql<boolean>`not exists (${evidenceOf})`);
    case 'key_message':
      return query.where(sql<boolean>`not exists (${messagesOf})`);
    default:
      return query.where(column, 'is', null);
  }
}

function meets(query: Clippings, name: FilterShape['given'][number]): Clippings {
  switch (name) {
    case 'from':
      return query.where('day', '>=', name);
    case 'to':
      return query.where('day', '<=', name);
    case 'minValueCop':
      return query.where('value_cop', '>=', sql<number>`${name}`);
    case 'maxValueCop':
      return query.where('value_cop', '<=', sql<number>`${name}`);
    case 'medium':
      return query.where(isOfMedium(name));
    case 'keyMessageId':
      return query.where(sql<boolean>`exists (${messagesOf} and key_message_id = ${name})`);
  }
}

const matching = sql`(select rowid from clipping_search where clipping_search match ${'match'})`;
const lexemes = sql`array_to_tsvector(array_remove(string_to_array(search_text, ' '), ''))`;

/** The condition that a row holds a word that begins as each word of the search does. */
function holdsWords({ search, words }: FilterShape): Expression<SqlBool>[] {
  switch (search) {
    case 'none':
      return [];
    case 'nothing':
      return [sql<SqlBool>`1 = 0`];
    case 'look_up':
      return [sql<SqlBool>`clipping.rowid in ${matching}`];
    case 'probe':
      // The sign keeps the rows from being looked up one by one.
      return [sql<SqlBool>`+clipping.rowid in ${matching}`];
    case 'walk':
      return Array.from(
        { length: words },
        (_, index) => sql<SqlBool>`search_text like ${`word${index}`}`,
      );
    case 'server':
      return [sql<SqlBool>`${lexemes} @@ cast(${'match'} as tsquery)`];
  }
}

/** The appearances that a filter of this shape finds; each parameter is the name of its value. */
export function filteredClippings(db: Kysely<Tables>, shape: FilterShape): Clippings {
  let query: Clippings = plainTables(db)
    .selectFrom('clipping')
    .where('deleted_at', shape.removed ? 'is not' : 'is', null);
  for (const column of shape.equal) query = query.where(column, '=', sql<string>`${column}`);
  for (const column of shape.empty) query = lacks(query, column);
  for (const name of shape.given) query = meets(query, name);
  if (shape.hasEvidence !== null) {
    query = query.where(shape.hasEvidence ? hasEvidence : sql<boolean>`not ${hasEvidence}`);
  }
  if (shape.counted) query = query.where('standing', '<>', sql<string>`'not_counted'`);
  for (const condition of holdsWords(shape)) query = query.where(condition);
  return query;
}
