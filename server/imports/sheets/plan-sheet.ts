import {
  guessLayout,
  guessYear,
  plainLayout,
} from '../../../shared/imports/sheets/guess-layout.ts';
import { readSheetRows } from '../../../shared/imports/sheets/read-sheet-rows.ts';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { SheetToPlan } from '../../../shared/imports/sheets/schemas.ts';
import { type Sheet, sheetText } from '../../../shared/imports/sheets/sheet.ts';
import type {
  Directory,
  SheetAnswers,
  SheetLayout,
  SheetTarget,
} from '../../../shared/imports/sheets/target.ts';
import type { TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import type { ActorContext } from '../../context.ts';
import { listKinds } from '../../output/output-kinds.ts';
import { headingsOf } from './headings-of.ts';
import { openSheetFile } from './open-file.ts';
import { sheetAt } from './read-file.ts';
import { findMapping } from './remember-mapping.ts';
import { ownTargets, requireRole } from './require-role.ts';
import { selectDirectory } from './select-directory.ts';
import { selectTargets, targetOf } from './select-targets.ts';

const sampleRows = 14;
const sampleCells = 60;
/** What a plan looks at; what later lines leave open, the preview asks. */
const plannedRows = 3_000;

interface Guess {
  at: number;
  targetId: TargetId;
  layout: SheetLayout;
  score: number;
}

/** The best reading of any of the sheets as any of the targets; hidden sheets only where nothing else says anything. */
function guessBest(
  sheets: readonly Sheet[],
  targets: ReadonlyMap<TargetId, SheetTarget>,
  directory: Directory,
  asked: SheetToPlan,
  own: readonly TargetId[],
): Guess {
  const places = asked.sheet === undefined ? sheets.map((_, at) => at) : [asked.sheet];
  const ids = asked.target === undefined ? own : [asked.target];
  const guesses = places.flatMap((at) =>
    ids.flatMap((targetId): Guess[] => {
      const sheet = sheetAt(sheets, at);
      const target = targets.get(targetId);
      const guess = target && guessLayout(sheet, target, directory, asked.headingLine);
      if (!guess) return [];
      const score = guess.score - (sheet.isHidden ? 100 : 0);
      return [{ at, targetId, layout: guess.layout, score }];
    }),
  );
  const [best] = guesses.sort((one, other) => other.score - one.score);
  const at = asked.sheet ?? sheets.findIndex(({ isHidden, rows }) => !isHidden && rows.length > 0);
  if (best) return best;
  const place = Math.max(0, at);
  const layout = plainLayout(sheetAt(sheets, place), asked.headingLine);
  return { at: place, targetId: asked.target ?? own[0] ?? 'output_items', layout, score: 0 };
}

function sampleOf(sheet: Sheet): SheetPlan['sample'] {
  return sheet.rows.slice(0, sampleRows).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, sampleCells).map((cell) => sheetText(cell).slice(0, 200)),
  }));
}

/**
 * Opens a spreadsheet and tells how it would be read: which sheet, as what, and what each column is,
 * as it was agreed to the last time or else as its headings say; for the press team, among what is
 * theirs. Nothing is stored.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there; `role_not_allowed`.
 */
export async function planSheet(house: ActorContext, asked: SheetToPlan): Promise<SheetPlan> {
  if (asked.target !== undefined) requireRole(house.actor, asked.target);
  const sheets = await openSheetFile(asked.file.content, plannedRows);
  const kinds = await listKinds(house.database);
  const targets = await selectTargets(house.database, kinds);
  const directory = await selectDirectory(house.database.db, kinds);
  const theirs = ownTargets(house.actor);
  const own = [...targets.keys()].filter((id) => theirs?.includes(id) ?? true);
  const guess = guessBest(sheets, targets, directory, asked, own);
  const sheet = sheetAt(sheets, guess.at);
  const target = targetOf(targets, guess.targetId);
  const known =
    asked.headingLine === undefined
      ? await findMapping(house.database.db, guess.targetId, headingsOf(sheet))
      : undefined;
  const layout = known?.layout ?? guess.layout;
  const year = guessYear(sheet, layout, asked.file.name);
  const answers: SheetAnswers = { ...known?.answers, ...(year === undefined ? {} : { year }) };
  const { questions } = readSheetRows(target, sheet, layout, directory, { answers });
  return {
    sheets: sheets.map(({ name, isHidden, rows, lines, formulas }) => ({
      name,
      isHidden,
      rows: lines ?? rows.length,
      formulas,
    })),
    sheet: guess.at,
    target,
    targetId: guess.targetId,
    layout,
    answers,
    questions,
    isRemembered: known !== undefined,
    sample: sampleOf(sheet),
  };
}
