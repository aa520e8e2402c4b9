import { z } from 'zod';
import { ClippingBatch } from '../../../shared/press/clipping-batch.ts';
import { ClippingList } from '../../../shared/press/clipping-list.ts';
import { SavedViewChange, SavedViewFields } from '../../../shared/press/saved-view.ts';
import { RecordId, RecordVersion } from '../../../shared/records.ts';
import { countingBoth } from '../../http/asked-choices.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { editClippings } from './edit-clippings.ts';
import { listClippings } from './list-clippings.ts';
import { listSavedViews } from './list-saved-views.ts';
import { createSavedView, removeSavedView, updateSavedView } from './save-view.ts';
import { undoClippingBatch } from './undo-clipping-batch.ts';

const pressOffice = allow(['admin', 'coordinator', 'press']);

/** The table of appearances: its pages, the views that people keep, and changes of many at once. */
export const tableProcedures = {
  listClippings: costly(allowEveryRole(['press', 'accounts']), 'read')
    .input(ClippingList)
    .query(({ ctx, input }) => listClippings(ctx.database, input)),
  editClippings: costly(pressOffice, 'write')
    .input(ClippingBatch)
    .mutation(({ ctx, input }) => editClippings(ctx, input)),
  undoClippingBatch: countingBoth(costly(pressOffice, 'write'))
    .input(z.object({ id: RecordId }))
    .mutation(({ ctx, input }) => undoClippingBatch(ctx, input)),
  // Each person's own: the answer is not the same for all, so it is not kept.
  listSavedViews: allowEveryRole().query(({ ctx }) => listSavedViews(ctx)),
  createSavedView: allowEveryRole()
    .input(SavedViewFields)
    .mutation(({ ctx, input }) => createSavedView(ctx, input)),
  updateSavedView: allowEveryRole()
    .input(SavedViewChange)
    .mutation(({ ctx, input }) => updateSavedView(ctx, input)),
  removeSavedView: allowEveryRole()
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeSavedView(ctx, input)),
};
