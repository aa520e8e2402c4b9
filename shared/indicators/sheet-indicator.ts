import type { z } from 'zod';
import {
  IndicatorFields,
  IndicatorYearFields,
  OfIndicatorYear,
  optionalDecimal,
} from './schemas.ts';

const { name, plan, unit, code } = IndicatorFields.shape;

/** An indicator with one year of it, as a row of a report prints it. */
export const SheetIndicator = IndicatorYearFields.omit({ monthly: true }).extend({
  name,
  plan,
  unit,
  /** Made up from its plan where the row has none. */
  code: code.nullish().transform((text) => text ?? null),
  year: OfIndicatorYear.shape.year,
  achieved: optionalDecimal,
});
export type SheetIndicator = z.infer<typeof SheetIndicator>;
