import { z } from 'zod';

/** By what an audience is divided; `age_gender` has keys such as `25-34/F`. */
export const audienceDimensions = [
  'age_gender',
  'age',
  'gender',
  'country',
  'region',
  'city',
] as const;
export const AudienceDimension = z.enum(audienceDimensions);
export type AudienceDimension = z.infer<typeof AudienceDimension>;

/** One part of an audience: people, or hundredths of a percent where the network gives only shares. */
export const AudienceSlice = z.object({
  dimension: AudienceDimension,
  /** Country as ISO 3166 alpha-2, gender as `F`, `M` or `U`, age as `25-34` or `65+`; else the network's words. */
  key: z.string().min(1).max(120),
  value: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  unit: z.enum(['people', 'basis_points']),
});
export type AudienceSlice = z.infer<typeof AudienceSlice>;
