import { type Discrepancy, listDiscrepancies } from '../../shared/reports/list-discrepancies.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { gatherRecorded } from './gather-recorded.ts';
import { selectDeclaredOf } from './queries.ts';

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
