import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import { type Chain, type ChainItem, longestChain } from '../../../shared/output/chain.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { Tables } from '../../database/schema.ts';

/** More items than these of one chain are not shown. */
const mostItems = 200;

type Direction = 'before' | 'after';

/** The items a step further from some, and the links between. */
async function selectStep(db: Kysely<Tables>, ids: readonly string[], direction: Direction) {
  const [here, there] =
    direction === 'after' ? (['fromId', 'toId'] as const) : (['toId', 'fromId'] as const);
  const rows = await db
    .selectFrom('outputLink')
    .innerJoin('outputItem', 'outputItem.id', `outputLink.${there}`)
    .select('outputItem.id')
    .where(`outputLink.${here}`, 'in', ids)
    .where('outputItem.deletedAt', 'is', null)
    .orderBy('outputItem.day')
    .orderBy('outputItem.id')
    .limit(mostItems)
    .execute();
  return [...new Set(rows.map(({ id }) => id))];
}

/** How many steps from an item each of its chain stands; before it when negative. */
async function findSteps(db: Kysely<Tables>, id: string): Promise<Map<string, number>> {
  const steps = new Map([[id, 0]]);
  for (const [direction, sign] of [
    ['before', -1],
    ['after', 1],
  ] as const) {
    let waiting = [id];
    for (let step = 1; step <= longestChain && waiting.length > 0; step += 1) {
      const found = await selectStep(db, waiting, direction);
      waiting = found.filter((one) => !steps.has(one)).slice(0, mostItems - steps.size);
      for (const one of waiting) steps.set(one, sign * step);
    }
  }
  return steps;
}

async function selectItems(
  db: Kysely<Tables>,
  steps: ReadonlyMap<string, number>,
): Promise<ChainItem[]> {
  const ids = [...steps.keys()];
  const rows = await db
    .selectFrom('outputItem')
    .select(['id', 'kind', 'title', 'day'])
    .where('id', 'in', ids)
    .execute();
  const links = await db
    .selectFrom('outputLink')
    .selectAll()
    .where('toId', 'in', ids)
    .where('fromId', 'in', ids)
    .execute();
  return rows
    .map((row) => ({
      ...row,
      kind: row.kind as KindId,
      step: steps.get(row.id) ?? 0,
      from: links.filter(({ toId }) => toId === row.id).map(({ fromId }) => fromId),
    }))
    .sort(
      (one, other) =>
        one.step - other.step || (one.day < other.day ? -1 : one.day > other.day ? 1 : 0),
    );
}

/**
 * All that is joined to an item in both directions: where it came from, what came of it, and the posts
 * that tell of any of them. Removed items are passed over.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function readChain({ db }: OpenDatabase, id: string): Promise<Chain> {
  const item = await db
    .selectFrom('outputItem')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!item) throw new AltavozFailure({ code: 'record_not_found', record: 'output_item', id });
  const items = await selectItems(db, await findSteps(db, id));
  const ids = items.map((one) => one.id);
  const posts = await db
    .selectFrom('outputPost')
    .innerJoin('post', (join) =>
      join
        .onRef('post.pageId', '=', 'outputPost.pageId')
        .onRef('post.externalId', '=', 'outputPost.externalId'),
    )
    .innerJoin('page', 'page.id', 'outputPost.pageId')
    .select(['outputPost.itemId', 'outputPost.pageId', 'outputPost.externalId'])
    .select(['page.title as pageTitle', 'post.text', 'post.publishedAt', 'post.permalink'])
    .where('outputPost.itemId', 'in', ids)
    .orderBy('post.publishedAt')
    .orderBy('outputPost.externalId')
    .execute();
  return { items, posts };
}
