import { type Discrepancy, listDiscrepancies } from '../../shared/reports/list-discrepancies.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { selectCountTablesOf, selectCountYears } from '../indicators/count-tables/queries.ts';
import { selectTargetYears, selectYearTargets } from '../indicators/select-year-targets.ts';
import { gatherRecorded } from './gather-recorded.ts';
import { selectDeclaredOf, selectDeclaredYears } from './queries.ts';

/** Where what was declared of a year and what is recorded contradict one another. */
export async function findDiscrepancies(
  database: OpenDatabase,
  year: number,
): Promise<Discrepancy[]> {
  const declared = await selectDeclaredOf(database, year);
  const subjects = declared.map((figure) => figure.subject);
  const tables = await selectCountTablesOf(database, year);
  const recorded = await gatherRecorded(database, { year, subjects, tables });
  const targets = await selectYearTargets(database, year);
  return listDiscrepancies({ year, declared, recorded }, tables, targets);
}

/** The contradictions of every year of which something was declared or tables say something or plans ask something month by month, by year. */
export async function findDiscrepanciesOfAllYears(
  database: OpenDatabase,
): Promise<{ year: number; discrepancies: Discrepancy[] }[]> {
  const found = [];
  const declared = await selectDeclaredYears(database);
  const years = new Set([
    ...declared,
    ...(await selectCountYears(database)),
    ...(await selectTargetYears(database)),
  ]);
  for (const year of [...years].sort((one, other) => one - other)) {
    found.push({ year, discrepancies: await findDiscrepancies(database, year) });
  }
  return found;
}
