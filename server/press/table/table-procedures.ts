import { ClippingList } from '../../../shared/press/clipping-list.ts';
import { allowEveryRole } from '../../http/procedures.ts';
import { listClippings } from './list-clippings.ts';

/** The table of appearances. */
export const tableProcedures = {
  listClippings: allowEveryRole(['press', 'accounts'])
    .input(ClippingList)
    .query(({ ctx, input }) => listClippings(ctx.database, input)),
};
