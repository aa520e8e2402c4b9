import type { RateSource } from '../../../../shared/press/grading.ts';
import {
  type Format,
  fractions,
  type Measures,
  type RateUnit,
  rateUnitsOfFormat,
} from '../../../../shared/press/measures.ts';

/** An exact quotient of whole numbers. */
type Times = readonly [numerator: bigint, denominator: bigint];

/** A size, and by what the price of a unit is multiplied for it, the municipal share aside. */
interface Sized {
  measures: Measures;
  times: Times;
  /** The best grade that this size lets a value have. */
  best: 'A' | 'C';
}

/** Visits in a month of every outlet of the walk: 2,5 % of them are 500,025 views. */
export const monthlyVisitors = 20_001;

export const unitQuantityOf = (unit: RateUnit): string =>
  unit === 'page_area' ? '1560.5' : unit === 'second' ? '30' : '1';

const exact = { share: '1', isEstimated: false };
const sized = (measures: object, times: Times, best: 'A' | 'C' = 'A'): Sized => ({
  measures: { ...exact, ...measures } as Measures,
  times,
  best,
});

const ofPage = fractions.map((fraction) => {
  const [numerator = '1', denominator = '1'] = fraction.split('/');
  const times: Times = [BigInt(numerator), BigInt(denominator)];
  return sized({ unit: 'page_fraction', fraction }, times);
});
const listed = (fraction: (typeof fractions)[number]) => [
  sized({ unit: 'page_fraction', fraction }, [1n, 1n]),
];

/** What each unit of a rate prices, worked out by hand in tenths, hundredths and thousandths. */
const sizesOfUnit: Record<RateUnit, readonly Sized[]> = {
  page_area: [
    sized({ unit: 'page_area', widthCm: '12.5', heightCm: '8.2' }, [1_025n, 15_605n]),
    ...ofPage,
  ],
  page_1: ofPage,
  page_1_2: listed('1/2'),
  page_1_3: listed('1/3'),
  page_1_4: listed('1/4'),
  page_1_8: listed('1/8'),
  page_1_16: listed('1/16'),
  column_cm: [sized({ unit: 'column_cm', columns: '3', heightCm: '10.5' }, [315n, 10n])],
  second: [sized({ unit: 'second', seconds: '45.5' }, [455n, 300n])],
  note: [sized({ unit: 'note' }, [1n, 1n], 'C')],
  cpm: [
    sized({ unit: 'cpm', views: '12345' }, [12_345n, 1_000n]),
    sized({ unit: 'cpm', views: null }, [500_025n, 1_000_000n], 'C'),
  ],
  flat: [sized({ unit: 'note' }, [1n, 1n], 'C')],
};

/** A space of the walk: what is sold, and an appearance of it. */
export interface Space extends Sized {
  format: Format;
  unit: RateUnit;
}

/** Every unit of every format with every size that it prices, whole and in part, measured and judged. */
export const spaces: readonly Space[] = Object.entries(rateUnitsOfFormat).flatMap(
  ([format, units]) =>
    units.flatMap((unit) =>
      sizesOfUnit[unit].flatMap((one) =>
        [exact, { share: '0.35', isEstimated: true }].map((how) => ({
          ...one,
          format: format as Format,
          unit,
          measures: { ...one.measures, ...how },
        })),
      ),
    ),
);

/** Half up, of what is positive. */
function rounded(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Hundredths of a decimal text such as `0.19`. */
const hundredths = (text: string): bigint => BigInt(Math.round(Number(text) * 100));

interface Quoted {
  priceCop: number;
  vatIncluded: boolean;
  vatRate: string;
  source: RateSource;
  isApproved: boolean;
}

/** The net of a price as quoted. */
export function netOf({ priceCop, vatIncluded, vatRate }: Omit<Quoted, 'source' | 'isApproved'>) {
  if (!vatIncluded) return priceCop;
  return rounded(BigInt(priceCop) * 100n, 100n + hundredths(vatRate));
}

const bestOfSource: Record<RateSource, string> = {
  published_tariff: 'A',
  quotation: 'B',
  flat_policy: 'C',
  unsupported: 'D',
};

/** The worst of some grades: the last letter. */
const worst = (grades: readonly string[]) => [...grades].sort().at(-1) as 'A' | 'B' | 'C' | 'D';

/** What an appearance is worth by a price: net and with VAT, and how well supported that is. */
export function worthOf({ unit, measures, times, best }: Space, quoted: Quoted) {
  const net = netOf(quoted);
  const isFlat = unit === 'flat';
  const share = isFlat ? 100n : hundredths(measures.share);
  const valueCop = rounded(BigInt(net) * times[0] * share, times[1] * 100n);
  const vatCop = rounded(BigInt(valueCop) * hundredths(quoted.vatRate), 100n);
  const judged = measures.unit === 'cpm' ? 'C' : 'B';
  const grade = worst([
    bestOfSource[quoted.source],
    quoted.isApproved ? 'A' : 'B',
    best,
    measures.isEstimated && !isFlat ? judged : 'A',
  ]);
  return { net, valueCop, vatCop, grade };
}
