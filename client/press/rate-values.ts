import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import type { Format as Form, RateUnit } from '../../shared/press/measures.ts';
import type { Answers, Inputs } from '../app/api.ts';
import { outletVat } from './vat-select.tsx';

export type Rate = Answers['press']['listRates']['rows'][number];
type Fields = Inputs['press']['createRate'];

/** What stands in the form: nothing typed or chosen is null. */
export type RateValues = {
  outletId: string | null;
  format: Form;
  section: string;
  unit: RateUnit;
  unitQuantity: string | null;
  priceCop: number | null;
  vatIncluded: boolean;
  vatRate: string;
  validFrom: string;
  validTo: string;
  sourceType: Fields['sourceType'];
  sourceReference: string;
  evidence: EvidenceFile[];
};

/** Whether a unit has a quantity of its own: the page, or the seconds of reference. */
export function hasQuantity(unit: RateUnit): boolean {
  return unit === 'page_area' || unit === 'second';
}

/** The fields to send; the server refuses what is missing, by name. */
export function fieldsToSend({ evidence, ...values }: RateValues): Fields {
  const { outletId, unit, unitQuantity, priceCop, validTo } = values;
  return {
    ...values,
    vatRate: values.vatRate === outletVat ? null : values.vatRate,
    evidenceIds: evidence.map(({ id }) => id),
    outletId: outletId ?? '',
    unitQuantity: hasQuantity(unit) ? (unitQuantity ?? '') : '1',
    priceCop: priceCop as number,
    validTo: validTo === '' ? null : validTo,
  };
}

/** The form of a rate on record, or of a new one of this year. */
export function rateValues(
  rate: Rate | undefined,
  outletId: string | undefined,
  day: string,
): RateValues {
  return {
    outletId: rate?.outletId ?? outletId ?? null,
    format: rate?.format ?? 'print',
    section: rate?.section ?? '',
    unit: rate?.unit ?? 'page_area',
    unitQuantity: rate?.unitQuantity ?? null,
    priceCop: rate?.priceCop ?? null,
    vatIncluded: rate?.vatIncluded ?? false,
    vatRate: rate?.vatRate ?? outletVat,
    validFrom: rate?.validFrom ?? `${day.slice(0, 4)}-01-01`,
    validTo: rate?.validTo ?? '',
    sourceType: rate?.sourceType ?? 'published_tariff',
    sourceReference: rate?.sourceReference ?? '',
    evidence: rate?.evidence ?? [],
  };
}
