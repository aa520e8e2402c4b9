import { Decimal } from 'decimal.js';

/** Decimals wide enough for every product of the inputs' digits, so that nothing is rounded on the way. */
export const Exact = Decimal.clone({ precision: 120, toExpNeg: -100, toExpPos: 100 });
export type Exact = InstanceType<typeof Exact>;

/** `numerator / denominator` to the whole peso, half up, without ever holding the quotient. Both are positive. */
export function divideHalfUp(numerator: Exact, denominator: Exact): number {
  return numerator.times(2).plus(denominator).divToInt(denominator.times(2)).toNumber();
}

/** The exact product of whole numbers and decimal texts. */
export function product(...factors: (string | number)[]): Exact {
  return factors.reduce((result: Exact, factor) => result.times(factor), new Exact(1));
}
