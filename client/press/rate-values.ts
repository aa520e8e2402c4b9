import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import type { Format as Form, RateUnit } from '../../shared/press/measures.ts';
import type { Answers, Inputs } from '../app/api.ts';
import type { Format } from '../format/use-format.ts';
import { toDecimalText, typeDecimalText } from './decimal-text.ts';

export type Rate = Answers['press']['listRates']['rows'][number];
type Fields = Inputs['press']['createRate'];

/** What stands in the form: text as typed, nothing chosen as null. */
export type RateValues = {
  outletId: string | null;
  format: Form;
  section: string;
  unit: RateUnit;
  unitQuantity: string;
  priceCop: number | '';
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
    evidenceIds: evidence.map(({ id }) => id),
    outletId: outletId ?? '',
    unitQuantity: hasQuantity(unit) ? toDecimalText(unitQuantity) : '1',
    priceCop: priceCop === '' ? 0 : priceCop,
    validTo: validTo === '' ? null : validTo,
  };
}

/** The form of a rate on record, or of a new one of this year. */
export function rateValues(
  rate: Rate | undefined,
  outletId: string | undefined,
  day: string,
  format: Format,
): RateValues {
  return {
    outletId: rate?.outletId ?? outletId ?? null,
    format: rate?.format ?? 'print',
    section: rate?.section ?? '',
    unit: rate?.unit ?? 'page_area',
    unitQuantity: rate ? typeDecimalText(rate.unitQuantity, format) : '',
    priceCop: rate?.priceCop ?? '',
    vatIncluded: rate?.vatIncluded ?? false,
    vatRate: rate?.vatRate ?? '0.19',
    validFrom: rate?.validFrom ?? `${day.slice(0, 4)}-01-01`,
    validTo: rate?.validTo ?? '',
    sourceType: rate?.sourceType ?? 'published_tariff',
    sourceReference: rate?.sourceReference ?? '',
    evidence: rate?.evidence ?? [],
  };
}
