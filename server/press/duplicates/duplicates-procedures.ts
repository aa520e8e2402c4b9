import { Apart, LikenessAsked, LikenessList, Syndication } from '../../../shared/press/likeness.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { findLikeness } from './find-likeness.ts';
import { listLikeness } from './list-likeness.ts';
import { forgetApart, keepApart, markSyndicated, unmarkSyndicated } from './resolve-likeness.ts';

const everyone = allowEveryRole(['press']);
const pressOffice = allow(['admin', 'coordinator', 'press']);

/** Appearances that look alike: one twice, or one text in several outlets. */
export const duplicatesProcedures = {
  findLikeness: costly(everyone, 'read')
    .input(LikenessAsked)
    .query(({ ctx, input }) => findLikeness(ctx.database.db, input)),
  listLikeness: costly(everyone, 'read')
    .input(LikenessList)
    .query(({ ctx, input }) => listLikeness(ctx.database.db, input)),
  markSyndicated: pressOffice
    .input(Syndication)
    .mutation(({ ctx, input }) => markSyndicated(ctx, input.ats)),
  unmarkSyndicated: pressOffice
    .input(Syndication)
    .mutation(({ ctx, input }) => unmarkSyndicated(ctx, input.ats)),
  keepApart: pressOffice.input(Apart).mutation(({ ctx, input }) => keepApart(ctx, [...input.ids])),
  forgetApart: pressOffice
    .input(Apart)
    .mutation(({ ctx, input }) => forgetApart(ctx, [...input.ids])),
};
