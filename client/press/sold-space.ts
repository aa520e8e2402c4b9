import {
  type Format,
  type RateUnit,
  type Unit,
  unitsOfFormat,
} from '../../shared/press/measures.ts';
import { api, queryClient } from '../app/api.ts';
import { usualFormat } from './clipping-values.ts';
import type { Outlet } from './use-outlet-options.ts';

/** The rate that prices a size first; a part of a page is priced by the page. */
function unitSoldAs(unit: Unit): RateUnit | undefined {
  if (unit === 'manual') return undefined;
  return unit === 'page_fraction' ? 'page_1' : unit;
}

/**
 * The format and unit that an outlet has a rate for on a day, its usual format first, so that a
 * form starts where there is a value. Nothing without a rate, or when the rates cannot be read:
 * the person chooses then.
 */
export async function soldSpace(
  outlet: Outlet,
  day: string,
): Promise<{ format: Format; unit: Unit } | undefined> {
  if (day === '') return undefined;
  const asked = api.press.listRates.queryOptions({ outletId: outlet.id, onDay: day, pageSize: 50 });
  const listed = await queryClient.fetchQuery(asked).catch(() => undefined);
  const usual = usualFormat(outlet.medium);
  const rate = listed?.rows.find((one) => one.format === usual) ?? listed?.rows[0];
  if (!rate) return undefined;
  const unit = unitsOfFormat[rate.format].find((one) => unitSoldAs(one) === rate.unit);
  return { format: rate.format, unit: unit ?? unitsOfFormat[rate.format][0] };
}
