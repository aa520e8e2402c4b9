import { type Discrepancy, listDiscrepancies } from '../../shared/reports/list-discrepancies.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { gatherRecorded } from './gather-recorded.ts';
import { selectDeclaredOf, selectDeclaredYears } from './queries.ts';

/** Where what was declared of a year and what is recorded contradict one another. */
export async function findDiscrepancies(
  database: OpenDatabase,
  year: number,
): Promise<Discrepancy[]> {
  const declared = await selectDeclaredOf(database, year);
  const subjects = declared.map((figure) => figure.subject);
  const recorded = await gatherRecorded(database, year, subjects);
  return listDiscrepancies({ year, declared, recorded });
}

/** The contradictions of every year of which something was declared, by year. */
export async function findDiscrepanciesOfAllYears(
  database: OpenDatabase,
): Promise<{ year: number; discrepancies: Discrepancy[] }[]> {
  const found = [];
  for (const year of await selectDeclaredYears(database)) {
    found.push({ year, discrepancies: await findDiscrepancies(database, year) });
  }
  return found;
}
