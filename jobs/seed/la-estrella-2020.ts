import { asSystem, type House } from '../../server/context.ts';
import { storeCountTables } from './la-estrella-2020-count-tables.ts';
import { declareFigures } from './la-estrella-2020-declared.ts';
import { storeIndicators } from './la-estrella-2020-indicators.ts';
import { storePages } from './la-estrella-2020-pages.ts';
import { storeOutlets, storeOutputTallies, storePressTallies } from './la-estrella-2020-tallies.ts';

/**
 * Brings in what the report of 2020 of La Estrella says: monthly totals, outlets, pages with their
 * year-end figures, and what it printed. Running it again adds only what is missing.
 */
export async function seedLaEstrella2020(house: House): Promise<void> {
  const context = asSystem(house);
  await storeOutputTallies(context);
  await storeOutlets(context);
  await storePressTallies(context);
  await storePages(context);
  await storeCountTables(context);
  await declareFigures(context);
  await storeIndicators(context);
}
