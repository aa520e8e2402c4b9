import { daySerial, type FileCell } from './file-cell.ts';

/** A part of a workbook: its content comes as it is read. */
export interface WorkbookPart {
  name: string;
  content: AsyncIterable<string>;
}

/** What a workbook holds: a table with its headings in the first line, and what is said of it on a sheet of its own. */
export interface WorkbookContent {
  /** Of the sheet of the table. */
  name: string;
  headers: readonly string[];
  /** The rows, some at a time. */
  rows: AsyncIterable<readonly (readonly FileCell[])[]>;
  /** Written below the rows, in bold. */
  totals?: readonly FileCell[] | undefined;
  /** In characters; 20 where nothing is said. */
  widths?: readonly number[] | undefined;
  about?: { name: string; lines: readonly (readonly [string, FileCell])[] } | undefined;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const longestName = 31;
/** A cell with more is taken for damage. */
const longestText = 32_767;

/** How cells of each kind are shown, by the places of their formats in the list of the workbook. */
const formats = [
  'General',
  'yyyy\\-mm\\-dd',
  'yyyy\\-mm',
  'yyyy\\-mm\\-dd\\ hh:mm',
  '#,##0',
  '#,##0.00##',
  '"$"\\ #,##0',
  '0.00%',
] as const;
type Shown = (typeof formats)[number];

/** The style of a cell: those in bold come after the others. */
const styleOf = (shown: Shown, isBold: boolean) =>
  formats.indexOf(shown) + (isBold ? formats.length : 0);

function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textCell(text: string, isBold: boolean): string {
  const style = styleOf('General', isBold);
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`;
}

function figureCell(value: number, shown: Shown, isBold: boolean): string {
  return `<c s="${styleOf(shown, isBold)}"><v>${value}</v></c>`;
}

function cellText(cell: FileCell, isBold = false): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'string') return textCell(cell, isBold);
  if (typeof cell === 'number') {
    return figureCell(cell, Number.isInteger(cell) ? '#,##0' : '#,##0.00##', isBold);
  }
  if ('day' in cell) return figureCell(daySerial(cell.day), 'yyyy\\-mm\\-dd', isBold);
  if ('month' in cell) return figureCell(daySerial(`${cell.month}-01`), 'yyyy\\-mm', isBold);
  if ('at' in cell) return figureCell(daySerial(cell.at), 'yyyy\\-mm\\-dd\\ hh:mm', isBold);
  if ('pesos' in cell) return figureCell(cell.pesos, '"$"\\ #,##0', isBold);
  return figureCell(cell.share, '0.00%', isBold);
}

const rowText = (cells: readonly FileCell[], isBold = false) =>
  `<row>${cells.map((cell) => cellText(cell, isBold)).join('')}</row>`;

async function* whole(text: string): AsyncGenerator<string> {
  yield declaration + text;
}

/** Formats of one's own are numbered from here on. */
const firstFormat = 164;

function stylesText(): string {
  const codes = formats.map((code, at) => {
    const shown = code.replaceAll('"', '&quot;');
    return `<numFmt numFmtId="${firstFormat + at}" formatCode="${shown}"/>`;
  });
  const styles = [0, 1].flatMap((font) =>
    formats.map((code, at) => {
      const id = code === 'General' ? 0 : firstFormat + at;
      return `<xf numFmtId="${id}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
    }),
  );
  return `<styleSheet xmlns="${main}">
<numFmts count="${codes.length}">${codes.join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${styles.length}">${styles.join('\n')}</cellXfs>
</styleSheet>`;
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (some: readonly string[]) =>
  `<Relationships xmlns="${packaged}/relationships">${some.join('')}</Relationships>`;

const part = (name: string, type: string) =>
  `<Override PartName="/xl/${name}.xml" ContentType="${contentType}.${type}+xml"/>`;

const contentTypes = (sheets: number) => `<Types xmlns="${packaged}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
${part('workbook', 'sheet.main')}${part('styles', 'styles')}${Array.from(
  { length: sheets },
  (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet'),
).join('')}</Types>`;

/** A name that a sheet may have. */
function sheetName(name: string): string {
  const fitting = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+/, '')
    .replace(/(?<!')'+$/, '');
  return fitting.slice(0, longestName).trim() || 'Altavoz';
}

const workbook = (names: readonly string[]) => `<workbook xmlns="${main}" xmlns:r="${office}">
<sheets>${names
  .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  .join('')}</sheets></workbook>`;

const usualWidth = 20;

function sheetStart(widths: readonly number[], frozen: boolean): string {
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView workbookViewId="0"${frozen ? `>${pane}</sheetView>` : '/>'}`;
  return `${declaration}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><cols>${columns}</cols><sheetData>`;
}

const sheetEnd = '</sheetData></worksheet>';

async function* tableText({ headers, rows, totals, widths }: WorkbookContent) {
  yield sheetStart(widths ?? headers.map(() => usualWidth), true) + rowText(headers, true);
  for await (const some of rows) yield some.map((row) => rowText(row)).join('');
  yield (totals ? rowText(totals, true) : '') + sheetEnd;
}

async function* aboutText(lines: readonly (readonly [string, FileCell])[]) {
  const rows = lines.map(([label, said]) => `<row>${cellText(label, true)}${cellText(said)}</row>`);
  yield sheetStart([24, 80], false) + rows.join('') + sheetEnd;
}

/**
 * The parts of a workbook, to be packed in their order: numbers are numbers, days are days and texts are
 * texts, which a spreadsheet never runs. The rows are asked for as they are written.
 */
export function workbookParts(content: WorkbookContent): WorkbookPart[] {
  const { about } = content;
  const first = sheetName(content.name);
  const names = about ? [first, sheetName(about.name)] : [first];
  const sheets = names.map((_, at) =>
    relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  const own = relations([...sheets, relation(names.length + 1, 'styles', 'styles.xml')]);
  const root = relations([relation(1, 'officeDocument', 'xl/workbook.xml')]);
  return [
    { name: '[Content_Types].xml', content: whole(contentTypes(names.length)) },
    { name: '_rels/.rels', content: whole(root) },
    { name: 'xl/workbook.xml', content: whole(workbook(names)) },
    { name: 'xl/_rels/workbook.xml.rels', content: whole(own) },
    { name: 'xl/styles.xml', content: whole(stylesText()) },
    { name: 'xl/worksheets/sheet1.xml', content: tableText(content) },
    ...(about ? [{ name: 'xl/worksheets/sheet2.xml', content: aboutText(about.lines) }] : []),
  ];
}
