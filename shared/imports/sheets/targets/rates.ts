import {
  formatWords,
  rateHeadings,
  sourceWords,
  unitWords,
} from '../../../press/rate-file-columns.ts';
import type { SheetTarget, TargetColumn } from '../target.ts';
import { optionalColumn } from './optional-column.ts';

const required = (
  id: string,
  type: TargetColumn['type'],
  synonyms: readonly string[],
): TargetColumn => ({ id, type, isRequired: true, synonyms });

/** The rate cards of outlets: what each charges for a space, and since when. */
export const ratesTarget: SheetTarget = {
  id: 'rates',
  columns: [
    { ...required('outletId', 'outlet', rateHeadings.outlet), goesOn: true },
    { ...required('format', 'choice', rateHeadings.format), choices: formatWords },
    { ...required('unit', 'choice', rateHeadings.unit), choices: unitWords },
    required('priceCop', 'money', rateHeadings.price),
    required('validFrom', 'day', rateHeadings.from),
    optionalColumn('validTo', 'day', ...rateHeadings.to),
    optionalColumn('section', 'text', ...rateHeadings.section),
    optionalColumn('unitQuantity', 'number', ...rateHeadings.quantity),
    optionalColumn('vatIncluded', 'flag', ...rateHeadings.vatIncluded),
    optionalColumn('vatRate', 'percent', ...rateHeadings.vat),
    {
      ...optionalColumn('sourceType', 'choice', ...rateHeadings.source),
      choices: sourceWords,
    },
    optionalColumn('sourceReference', 'text', ...rateHeadings.reference),
  ],
};
