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
import type { Asker } from '../../apart/readings.ts';
import { openSheets } from '../../files/open-sheets.ts';
import { headingsOf } from './headings-of.ts';
import { sheetAt, sheetLimits } from './read-file.ts';

/** A spreadsheet to look at, and all that it may be. */
export interface SheetToGuess {
  asked: SheetToPlan;
  targets: ReadonlyMap<TargetId, SheetTarget>;
  directory: Directory;
  /** The targets among which it is guessed. */
  own: readonly TargetId[];
}

/** By what an earlier mapping is known. */
export interface MappingMark {
  targetId: TargetId;
  headings: string;
}

/** How a sheet was understood the last time. */
export interface KnownMapping {
  layout: SheetLayout;
  answers: SheetAnswers;
}

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
 * Opens a spreadsheet and tells how it would be read; asks by a `MappingMark` for the `KnownMapping` of the
 * last time. The reader's.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a sheet that is not there.
 */
export async function guessPlan(
  { asked, targets, directory, own }: SheetToGuess,
  { counted, ask }: Asker,
): Promise<Omit<SheetPlan, 'target'>> {
  const bytes = Buffer.from(asked.file.content, 'base64');
  const sheets = await openSheets(bytes, { ...sheetLimits, firstRows: plannedRows, counted });
  const guess = guessBest(sheets, targets, directory, asked, own);
  const { at, targetId } = guess;
  const sheet = sheetAt(sheets, at);
  const target = targets.get(targetId);
  if (!target) throw new Error(`no target ${targetId}`);
  const mark: MappingMark = { targetId, headings: headingsOf(sheet) };
  const known = asked.headingLine === undefined ? await ask(mark) : undefined;
  const mapping = known as KnownMapping | undefined;
  const layout = mapping?.layout ?? guess.layout;
  const year = guessYear(sheet, layout, asked.file.name);
  const answers: SheetAnswers = { ...mapping?.answers, ...(year === undefined ? {} : { year }) };
  const { questions } = readSheetRows(target, sheet, layout, directory, { answers });
  return {
    sheets: sheets.map(({ name, isHidden, rows, lines, formulas, unworked }) => ({
      name,
      isHidden,
      rows: lines ?? rows.length,
      formulas,
      unworked,
    })),
    sheet: at,
    targetId,
    layout,
    answers,
    questions,
    isRemembered: known !== undefined,
    sample: sampleOf(sheet),
  };
}
