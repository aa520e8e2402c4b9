import type { FigureLimits } from '../../shared/numbers/figure.ts';

/** What figures of indicators and of tables of counts may be. */
export const figureLimits: FigureLimits = { isSigned: true, decimals: 6 };
