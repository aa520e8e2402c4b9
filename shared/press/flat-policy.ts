import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import type { EvidenceFile } from '../evidence/evidence-files.ts';
import { ListPage, requiredLine } from '../records.ts';
import type { ListedApproval } from './approval.ts';
import { Format } from './measures.ts';
import { attached, PriceCop, VatRate } from './schemas.ts';

/** What any appearance of a format is worth where its outlet has no price for it, and when. */
export const FlatPolicyFields = z
  .object({
    format: Format,
    /** As decided; with VAT when `vatIncluded`. */
    priceCop: PriceCop,
    vatIncluded: z.boolean().default(false),
    /** What a price that includes VAT includes; each appearance adds the VAT of its outlet. */
    vatRate: VatRate.default('0.19'),
    validFrom: Day,
    validTo: Day.nullish().transform((day) => day ?? null),
    /** The act that decided it. */
    sourceReference: requiredLine(300),
    /** The files of that act. */
    evidenceIds: attached(20),
  })
  .refine((policy) => policy.validTo === null || policy.validFrom <= policy.validTo, {
    error: 'period_reversed',
    path: ['validTo'],
  });
export type FlatPolicyFields = z.infer<typeof FlatPolicyFields>;

export const FlatPolicyList = ListPage.extend({
  format: Format.optional(),
  removed: z.boolean().default(false),
});
export type FlatPolicyList = z.infer<typeof FlatPolicyList>;

export interface FlatPolicyRow extends FlatPolicyFields, ListedApproval {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  netPriceCop: number;
  evidence: EvidenceFile[];
}
