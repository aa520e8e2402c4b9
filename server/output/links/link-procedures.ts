import { z } from 'zod';
import { ItemLink, PostLink } from '../../../shared/output/chain.ts';
import { RecordId } from '../../../shared/records.ts';
import { allow, allowEveryRole } from '../../http/procedures.ts';
import { readChain } from './read-chain.ts';
import { linkItems, linkPost, unlinkItems, unlinkPost } from './save-link.ts';

// A chain shows the posts that tell of its items.
const everyone = allowEveryRole(['output', 'social']);
const offices = allow(['admin', 'coordinator']);

/** What came from what: an event, its coverage, the pieces made of it, the posts that tell of them. */
export const linkProcedures = {
  readChain: everyone
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => readChain(ctx.database, input.id)),
  linkItems: offices.input(ItemLink).mutation(({ ctx, input }) => linkItems(ctx, input)),
  unlinkItems: offices.input(ItemLink).mutation(({ ctx, input }) => unlinkItems(ctx, input)),
  linkPost: offices.input(PostLink).mutation(({ ctx, input }) => linkPost(ctx, input)),
  unlinkPost: offices.input(PostLink).mutation(({ ctx, input }) => unlinkPost(ctx, input)),
};
