import { PieceCount } from './count-pieces.ts';
import { refuseFile } from './decode-text.ts';
import { inspectArchive } from './inspect-archive.ts';
import { inspectRepeats } from './inspect-repeats.ts';

/** What of a workbook is let in. */
export interface WorkbookLimits {
  /** What all parts may come to once unpacked. */
  largestUnpackedBytes: number;
  /** Of each sheet, only so many first rows are read. */
  firstRows: number;
  /** Is told how many pieces there are to be read. */
  counted?: (pieces: number) => void;
}

/** What the reader of workbooks keeps of a cell: its type, its value, what it shows, its formula. */
export interface KeptCell {
  t?: string;
  v?: unknown;
  w?: string;
  /** Without `=`. */
  f?: string;
  /** The format in which it is shown. */
  z?: string | number;
}

/** What the reader of workbooks keeps of a sheet. */
export interface KeptSheet {
  /** The cells that the sheet has, where not all of them were read: `A1:F20001`. */
  '!fullref'?: string;
  '!data'?: (KeptCell | undefined)[][];
  '!merges'?: { s: { r: number; c: number }; e: { r: number; c: number } }[];
}

/** A sheet of a workbook as it was kept. */
export interface ParsedSheet {
  name: string;
  isHidden: boolean;
  kept: KeptSheet;
}

const ofXlsx = /^\/?xl\/workbook\.(?:xml|bin)$/i;
const ofOpenDocument = /^\/?content\.xml$/i;

/** How a formula ends that no program worked out. */
const unworked = ['</f></c>', '</f><v></v>', '</f><v/>', '</f><v />'];

/**
 * Looks through the parts of a workbook before anything is made of them.
 * @returns whether formulas in it lack their result.
 */
function inspect(bytes: Buffer, limits: WorkbookLimits, count: PieceCount): boolean {
  const most = limits.largestUnpackedBytes;
  let isUnworked = false;
  const parts = inspectArchive(bytes, most, (name, content) => {
    if (/\.(?:xml|rels|vml)$/i.test(name)) count.addXml(content);
    if (/\/worksheets\/[^/]+\.xml$/i.test(name))
      isUnworked ||= unworked.some((end) => content.includes(end));
    if (/\.bin$/i.test(name)) count.addBinary(content);
    if (/content\.xml$/i.test(name)) inspectRepeats(content.toString('utf8'), most);
  });
  const isWorkbook = (name: string) => ofXlsx.test(name) || ofOpenDocument.test(name);
  if (!parts.some(isWorkbook)) throw refuseFile('not_a_table');
  return isUnworked;
}

/**
 * Parses a workbook, with all its sheets. Formulas are not worked out and macros are not run.
 * @throws {AltavozFailure} `file_refused`: no workbook, cut short, too much in it.
 */
export async function parseWorkbook(bytes: Buffer, limits: WorkbookLimits): Promise<ParsedSheet[]> {
  const count = new PieceCount();
  const isUnworked = bytes[0] === 0x50 && inspect(bytes, limits, count);
  if (bytes[0] !== 0x50) count.addBinary(bytes);
  limits.counted?.(count.pieces);
  // Large, and not needed by who never brings in a workbook.
  const { read } = await import('@e965/xlsx');
  try {
    const workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // Else such a formula is left out, and blank cells that have a look of their own are not.
      sheetStubs: isUnworked,
      sheetRows: limits.firstRows,
    });
    const facts = workbook.Workbook?.Sheets ?? [];
    return workbook.SheetNames.flatMap((name, at): ParsedSheet[] => {
      const kept = workbook.Sheets[name] as KeptSheet | undefined;
      return kept ? [{ name, isHidden: Boolean(facts[at]?.Hidden), kept }] : [];
    });
  } catch (error) {
    // The reader throws plain errors of its own for whatever it cannot make sense of.
    const isLocked = /password|encrypt/i.test(String(error));
    throw refuseFile(isLocked ? 'old_workbook' : 'cut_short');
  }
}
