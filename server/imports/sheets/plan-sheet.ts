import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { SheetToPlan } from '../../../shared/imports/sheets/schemas.ts';
import { readApart } from '../../apart/read-apart.ts';
import type { ActorContext } from '../../context.ts';
import { listKinds } from '../../output/output-kinds.ts';
import type { MappingMark } from './guess-plan.ts';
import { findMapping } from './remember-mapping.ts';
import { ownTargets, requireRole } from './require-role.ts';
import { selectDirectory } from './select-directory.ts';
import { selectTargets, targetOf } from './select-targets.ts';

/**
 * Opens a spreadsheet and tells how it would be read: which sheet, as what, and what each column is,
 * as it was agreed to the last time or else as its headings say; for the press team, among what is
 * theirs. Nothing is stored.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there; `role_not_allowed`.
 */
export async function planSheet(house: ActorContext, asked: SheetToPlan): Promise<SheetPlan> {
  const { db } = house.database;
  if (asked.target !== undefined) requireRole(house.actor, asked.target);
  const kinds = await listKinds(house.database);
  const targets = await selectTargets(house.database, kinds);
  if (asked.target !== undefined) targetOf(targets, asked.target);
  const directory = await selectDirectory(db, kinds);
  const theirs = ownTargets(house.actor);
  const own = [...targets.keys()].filter((id) => theirs?.includes(id) ?? true);
  const plan = await readApart(
    'sheetPlan',
    { asked, targets, directory, own },
    ({ targetId, headings }: MappingMark) => findMapping(db, targetId, headings),
  );
  return { ...plan, target: targetOf(targets, plan.targetId) };
}
