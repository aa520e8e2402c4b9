import { z } from 'zod';
import { requiredLine } from '../../../shared/records.ts';
import { allow, costly } from '../../http/procedures.ts';
import { describePages } from './describe-pages.ts';
import { keepPageImage } from './keep-page-image.ts';

const reachingOut = costly(allow(['admin', 'coordinator', 'press']), 'web');
/** As pasted: whether it is a web address is told for each. */
const PastedAddress = requiredLine(2_000);

/** What the office captures from the sites of outlets; both reach out, and store no appearance. */
export const captureProcedures = {
  describePages: reachingOut
    .input(z.object({ addresses: z.array(PastedAddress).min(1).max(10) }))
    .mutation(({ ctx, input }) => describePages(ctx, input.addresses)),
  keepPageImage: reachingOut
    .input(z.object({ imageAddress: PastedAddress }))
    .mutation(({ ctx, input }) => keepPageImage(ctx, input.imageAddress)),
};
