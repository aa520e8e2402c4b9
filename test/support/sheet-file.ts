import { readFileSync } from 'node:fs';
import type { SheetAnswers } from '../../shared/imports/sheets/target.ts';
import type { TargetId } from '../../shared/imports/sheets/targets/list-targets.ts';
import type { callerAs } from './house.ts';

type Imports = ReturnType<typeof callerAs>['imports'];

/** The formats in which LibreOffice saved each table of the fixtures. */
export const sheetFormats = ['xlsx', 'ods', 'xls'] as const;

/** A spreadsheet of the fixtures as it is sent. */
export function sheetFixture(name: string) {
  const bytes = readFileSync(new URL(`../fixtures/sheets/${name}`, import.meta.url));
  return { name, content: bytes.toString('base64') };
}

/** A table of text as it is sent. */
export function textFile(name: string, lines: readonly string[]) {
  return { name, content: Buffer.from(lines.join('\n')).toString('base64') };
}

/** What is said of a sheet beyond what its plan guesses. */
export interface Settled {
  target?: TargetId;
  answers?: SheetAnswers;
  defaults?: Record<string, string | number>;
  mended?: { line: number; index: number; text: string }[];
  /** What becomes of the columns of these headings, where the plan left it open. */
  columns?: Record<string, string>;
}

/** Plans a file and previews it as planned. */
export async function previewAs(
  imports: Imports,
  file: { name: string; content: string },
  { target, answers, columns = {}, ...settled }: Settled = {},
) {
  const plan = await imports.planSheet({ file, ...(target ? { target } : {}) });
  const mapped = plan.layout.columns.map((column) => ({
    ...column,
    to: column.to ?? columns[column.heading] ?? null,
  }));
  return imports.previewSheet({
    file,
    sheet: plan.sheet,
    target: plan.targetId,
    layout: { ...plan.layout, columns: mapped },
    answers: { ...plan.answers, ...answers },
    ...settled,
  });
}

/** Follows a write to its end. */
export async function finish<Progress>(following: AsyncIterable<Progress>): Promise<Progress[]> {
  const steps: Progress[] = [];
  for await (const step of following) steps.push(step);
  return steps;
}

/** Previews a file, agrees to it, and returns how it went. */
export async function importAs(
  imports: Imports,
  file: { name: string; content: string },
  settled: Settled = {},
) {
  const { import: made } = await previewAs(imports, file, settled);
  if (!made) throw new Error('the sheet asks something first');
  const steps = await finish(await imports.writeSheetImport({ id: made.id }));
  return { made, last: steps.at(-1) };
}

/** A calendar file as it is sent. */
export function calendarFile(file: string | Buffer) {
  return { content: Buffer.from(file).toString('base64') };
}
