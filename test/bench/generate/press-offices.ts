import type { ActorContext } from '../../../server/context.ts';
import { createOutlet } from '../../../server/press/save-outlet.ts';
import { createRate } from '../../../server/press/save-rate.ts';
import type { Medium } from '../../../shared/press/channels.ts';
import type { Format } from '../../../shared/press/measures.ts';
import { OutletFields, RateFields } from '../../../shared/press/schemas.ts';
import { firstYear, years } from '../sizes.ts';

/** An outlet of the bench, and the form in which it publishes. */
export interface BenchOutlet {
  id: string;
  format: Format;
}

const mediums: readonly { medium: Medium; format: Format; count: number }[] = [
  { medium: 'press', format: 'print', count: 12 },
  { medium: 'digital', format: 'web', count: 14 },
  { medium: 'television', format: 'television', count: 6 },
  { medium: 'radio', format: 'radio', count: 8 },
];

function yearlyRate(outletId: string, format: Format, year: number): RateFields {
  const unit = { print: 'page_area', web: 'note', television: 'second', radio: 'second' } as const;
  return RateFields.parse({
    outletId,
    format,
    unit: unit[format],
    unitQuantity: { print: '1600', web: '1', television: '30', radio: '30' }[format],
    priceCop: 1_000_000 + (year - firstYear) * 70_000,
    validFrom: `${year}-01-01`,
    validTo: `${year}-12-31`,
    sourceType: 'published_tariff',
    sourceReference: `Tarifas ${year}`,
  });
}

/** Makes the outlets and a rate of each for each year; every eighth outlet has none. */
export async function makeOutlets(context: ActorContext): Promise<BenchOutlet[]> {
  const outlets: BenchOutlet[] = [];
  for (const { medium, format, count } of mediums) {
    for (let index = 1; index <= count; index++) {
      const fields = OutletFields.parse({ name: `Medio ${medium} ${index}`, medium });
      const { id } = await createOutlet(context, fields);
      outlets.push({ id, format });
      if (outlets.length % 8 === 0) continue;
      for (let year = firstYear; year <= firstYear + years; year++) {
        await createRate(context, yearlyRate(id, format, year));
      }
    }
  }
  return outlets;
}
