import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Month } from '../calendar/month.ts';
import {
  ListPage,
  lineText,
  optionalAddress,
  optionalId,
  optionalLine,
  optionalText,
  RecordId,
  requiredLine,
} from '../records.ts';
import { hostKey } from './address-key.ts';
import { Channel, Medium } from './channels.ts';
import { AdvertisingContract } from './contracts.ts';
import { rateSources } from './grading.ts';
import {
  Format,
  fitsFormat,
  Measures,
  positiveDecimal,
  RateUnit,
  rateUnitsOfFormat,
} from './measures.ts';

/** The identifiers of what goes with a record, each once. */
export const attached = (most: number) =>
  z
    .array(RecordId)
    .max(most)
    .default([])
    .transform((ids) => [...new Set(ids)]);

/** A VAT rate as decimal text, from 0 to 1: `0.19` is 19 %. */
export const VatRate = z
  .string()
  .trim()
  .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, { error: 'vat_rate' });

/** Whole pesos, up to ten thousand million. */
export const PriceCop = z.number().int().min(1).max(10_000_000_000);

/** How far an outlet reaches. */
const scopes = ['local', 'regional', 'national'] as const;

/** People, or visits in a month; what nobody knows is absent. */
const optionalCount = z
  .number()
  .int()
  .min(1)
  .max(2_000_000_000)
  .nullish()
  .transform((count) => count ?? null);

/** The host of a site, such as `elcolombiano.com`; a whole address is cut down to its host. */
const Domain = z
  .string()
  .trim()
  .transform((text) => hostKey(text.replace(/^https?:\/\//i, '').replace(/[/?#].*$/s, '')))
  .pipe(
    z
      .string()
      .regex(/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { error: 'domain', abort: true })
      .refine(({ length }) => length >= 4 && length <= 253, { error: 'domain' }),
  );

/** A newspaper, site, channel or station; `isOwnChannel` when it belongs to the entity itself. */
export const OutletFields = z.object({
  name: requiredLine(160),
  medium: Medium,
  town: optionalLine(120),
  scope: z
    .enum(scopes)
    .nullish()
    .transform((scope) => scope ?? null),
  website: optionalAddress,
  isOwnChannel: z.boolean().default(false),
  vatRate: VatRate.default('0.19'),
  /** People that it may reach, as the outlet or a study says. */
  audience: optionalCount,
  /** Visits of its site in a month. */
  monthlyVisitors: optionalCount,
  domains: z
    .array(Domain)
    .max(20)
    .default([])
    .transform((domains) => [...new Set(domains)]),
  contracts: z.array(AdvertisingContract).max(50).default([]),
});
export type OutletFields = z.infer<typeof OutletFields>;

/** What an outlet charges for a space, and from when until when, both days included. */
export const RateFields = z
  .object({
    outletId: RecordId,
    format: Format,
    /** Empty: any section or time slot. */
    section: lineText(120).default(''),
    unit: RateUnit,
    /** Square centimetres of the page, seconds of reference; 1 for the others. */
    unitQuantity: positiveDecimal(6, 2)
      .refine((text) => !(Number(text) < 1), { error: 'at_least_one' })
      .default('1'),
    /** As quoted; with VAT when `vatIncluded`. */
    priceCop: PriceCop,
    vatIncluded: z.boolean().default(false),
    /** Absent: that of the outlet. */
    vatRate: VatRate.nullish().transform((rate) => rate ?? null),
    validFrom: Day,
    validTo: Day.nullish().transform((day) => day ?? null),
    sourceType: z.enum(rateSources),
    /** The document that says so: file, page, number of the quotation. */
    sourceReference: lineText(300).default(''),
    /** The files of that document. */
    evidenceIds: attached(20),
  })
  .refine((rate) => rate.validTo === null || rate.validFrom <= rate.validTo, {
    error: 'period_reversed',
    path: ['validTo'],
  })
  .refine((rate) => rateUnitsOfFormat[rate.format].includes(rate.unit), {
    error: 'unit_of_format',
    path: ['unit'],
  })
  .refine(
    (rate) =>
      rate.unit === 'page_area' || rate.unit === 'second' || Number(rate.unitQuantity) === 1,
    { error: 'quantity_one', path: ['unitQuantity'] },
  )
  .refine((rate) => rate.sourceType === 'unsupported' || rate.sourceReference !== '', {
    error: 'required',
    path: ['sourceReference'],
  });
export type RateFields = z.infer<typeof RateFields>;

/** How an appearance speaks of the entity; it never weighs money. */
export const tones = ['positive', 'neutral', 'negative'] as const;
export const Tone = z.enum(tones);
export type Tone = z.infer<typeof Tone>;

/** The fields of an appearance that decide its value. */
const valuing = {
  outletId: RecordId,
  day: Day,
  format: Format,
  section: lineText(120).default(''),
  isPaid: z.boolean().default(false),
  measures: Measures,
};
const unitFits = (fields: { format: Format; measures: Measures }) =>
  fitsFormat(fields.format, fields.measures.unit);
const unitRefused = { error: 'unit_of_format', path: ['measures', 'unit'] };

/** Who brought it about: the office itself, or the outlet. */
export const origins = ['own_initiative', 'reactive'] as const;
export const Origin = z.enum(origins);
export type Origin = z.infer<typeof Origin>;

/** How an appearance came in. */
export const entries = ['manual', 'url', 'feed', 'import'] as const;
export const Entry = z.enum(entries);
export type Entry = z.infer<typeof Entry>;

/** One publication or broadcast of one outlet. */
export const ClippingFields = z
  .object({
    ...valuing,
    title: requiredLine(300),
    url: optionalAddress,
    author: optionalLine(160),
    tone: Tone.nullish().transform((tone) => tone ?? null),
    departmentId: optionalId,
    notes: optionalText(4_000),
    /** The page as printed, such as `8A`. */
    pageLabel: optionalLine(20),
    topic: optionalLine(120),
    spokesperson: optionalLine(160),
    origin: Origin.nullish().transform((origin) => origin ?? null),
    /** The output item that caused it. */
    eventId: optionalId,
    entry: Entry.default('manual'),
    evidenceIds: attached(50),
    keyMessageIds: attached(50),
  })
  .refine(unitFits, unitRefused)
  .refine(({ measures, evidenceIds }) => measures.unit !== 'manual' || evidenceIds.length > 0, {
    error: 'manual_needs_evidence',
    path: ['evidenceIds'],
  });
export type ClippingFields = z.infer<typeof ClippingFields>;

/** What would be stored as the value of an appearance; `clippingId` when it exists already. */
export const ValuePreview = z
  .object({ ...valuing, clippingId: optionalId })
  .refine(unitFits, unitRefused);
export type ValuePreview = z.infer<typeof ValuePreview>;

/** A month's total of one channel, for months that have no records; an unknown value is absent. */
export const PressTallyFields = z.object({
  month: Month,
  channel: Channel,
  count: z.number().int().min(0).max(1_000_000),
  valueCop: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .nullish()
    .transform((value) => value ?? null),
  source: requiredLine(300),
  notes: optionalText(4_000),
});
export type PressTallyFields = z.infer<typeof PressTallyFields>;

const removed = z.boolean().default(false);

export const OutletList = ListPage.extend({ medium: Medium.optional(), removed });
export type OutletList = z.infer<typeof OutletList>;

export const RateList = ListPage.extend({
  outletId: RecordId.optional(),
  format: Format.optional(),
  /** Only the rates in force that day. */
  onDay: Day.optional(),
  /** Only those that nobody approved. */
  unapproved: z.boolean().optional(),
  removed,
});
export type RateList = z.infer<typeof RateList>;

/** Which monthly totals to list; months are included. */
export const PressTallyList = ListPage.extend({
  from: Month.optional(),
  to: Month.optional(),
  channel: Channel.optional(),
  removed,
});
export type PressTallyList = z.infer<typeof PressTallyList>;
