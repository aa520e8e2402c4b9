import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { optionalLine } from '../records.ts';

/** A period in which an outlet has an advertising contract with the entity; both days included. */
export const AdvertisingContract = z
  .object({
    from: Day,
    /** Absent: until further notice. */
    to: Day.nullish().transform((day) => day ?? null),
    /** The number of the contract. */
    reference: optionalLine(160),
  })
  .refine((contract) => contract.to === null || contract.from <= contract.to, {
    error: 'period_reversed',
    path: ['to'],
  });
export type AdvertisingContract = z.infer<typeof AdvertisingContract>;

/** Whether one of the contracts was in force that day. */
export function underContractOn(contracts: readonly AdvertisingContract[], day: string): boolean {
  return contracts.some(({ from, to }) => from <= day && (to === null || day <= to));
}
