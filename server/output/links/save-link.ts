import { AltavozFailure } from '../../../shared/failure.ts';
import { type ItemLink, type PostLink, wouldCircle } from '../../../shared/output/chain.ts';
import type { ActorContext } from '../../context.ts';
import { transact, type Write } from '../../transaction.ts';

async function requireItem({ db }: Write, id: string): Promise<void> {
  const row = await db
    .selectFrom('outputItem')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'output_item', id });
}

/** Every link that reaches an item going on from another: what a circle could close through. */
async function selectLinksAfter({ db }: Write, id: string): Promise<ItemLink[]> {
  const links: ItemLink[] = [];
  const seen = new Set<string>();
  let waiting = [id];
  while (waiting.length > 0) {
    for (const one of waiting) seen.add(one);
    const rows = await db
      .selectFrom('outputLink')
      .selectAll()
      .where('fromId', 'in', waiting.slice(0, 500))
      .execute();
    links.push(...rows);
    waiting = [...new Set(rows.map(({ toId }) => toId))].filter((next) => !seen.has(next));
  }
  return links;
}

/**
 * Says that one item came from another: a coverage from its event, a piece from a coverage. Saying so
 * again changes nothing.
 * @throws {AltavozFailure} `record_not_found`; `invalid_input` when an item would come from itself.
 */
export function linkItems(context: ActorContext, link: ItemLink): Promise<ItemLink> {
  return transact(context, ['output'], async (write) => {
    await requireItem(write, link.fromId);
    await requireItem(write, link.toId);
    if (wouldCircle(await selectLinksAfter(write, link.toId), link)) {
      const field = { path: 'toId', rule: 'chain_circle', facts: {} };
      throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
    }
    await write.db
      .insertInto('outputLink')
      .values(link)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const details = { toId: link.toId };
    await write.audit({ action: 'link', record: 'output_item', recordId: link.fromId, details });
    return link;
  });
}

/** Takes back that one item came from another. */
export function unlinkItems(context: ActorContext, link: ItemLink): Promise<ItemLink> {
  return transact(context, ['output'], async (write) => {
    await write.db
      .deleteFrom('outputLink')
      .where('fromId', '=', link.fromId)
      .where('toId', '=', link.toId)
      .execute();
    const details = { toId: link.toId };
    await write.audit({ action: 'unlink', record: 'output_item', recordId: link.fromId, details });
    return link;
  });
}

/** Says that a post of a page tells of an item. @throws {AltavozFailure} `record_not_found` for either. */
export function linkPost(context: ActorContext, link: PostLink): Promise<PostLink> {
  return transact(context, ['output'], async (write) => {
    await requireItem(write, link.itemId);
    const post = await write.db
      .selectFrom('post')
      .select('externalId')
      .where('pageId', '=', link.pageId)
      .where('externalId', '=', link.externalId)
      .executeTakeFirst();
    if (!post) {
      const id = link.externalId;
      throw new AltavozFailure({ code: 'record_not_found', record: 'post', id });
    }
    await write.db
      .insertInto('outputPost')
      .values(link)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { itemId, ...details } = link;
    await write.audit({ action: 'link', record: 'output_item', recordId: itemId, details });
    return link;
  });
}

/** Takes back that a post tells of an item. */
export function unlinkPost(context: ActorContext, link: PostLink): Promise<PostLink> {
  return transact(context, ['output'], async (write) => {
    const { itemId, pageId, externalId } = link;
    await write.db
      .deleteFrom('outputPost')
      .where('itemId', '=', itemId)
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .execute();
    const details = { pageId, externalId };
    await write.audit({ action: 'unlink', record: 'output_item', recordId: itemId, details });
    return link;
  });
}
