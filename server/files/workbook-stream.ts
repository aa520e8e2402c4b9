import { daySerial, type FileCell } from './file-cells.ts';
import { zipStream } from './zip-stream.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles of cells, by their place in the list of the workbook. */
const styles = { heading: 1, day: 2, figure: 3 };

function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textCell(text: string, style = 0): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function cellText(cell: FileCell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c s="${styles.figure}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textCell(cell);
  return `<c s="${styles.day}"><v>${daySerial(cell.day)}</v></c>`;
}

async function* whole(text: string): AsyncGenerator<string> {
  yield declaration + text;
}

const stylesText = `<styleSheet xmlns="${main}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
</styleSheet>`;

const contentTypes = `<Types xmlns="${packaged}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`;

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (...some: string[]) =>
  `<Relationships xmlns="${packaged}/relationships">${some.join('')}</Relationships>`;

const workbook = (name: string) => `<workbook xmlns="${main}" xmlns:r="${office}">
<sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

async function* sheetText(
  headers: readonly string[],
  parts: AsyncIterable<readonly FileCell[][]>,
): AsyncGenerator<string> {
  const columns = `<cols><col min="1" max="${headers.length}" width="20" customWidth="1"/></cols>`;
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  const heading = headers.map((header) => textCell(header, styles.heading)).join('');
  yield `${declaration}<worksheet xmlns="${main}">${view}${columns}<sheetData><row>${heading}</row>`;
  for await (const rows of parts) {
    yield rows.map((row) => `<row>${row.map(cellText).join('')}</row>`).join('');
  }
  yield '</sheetData></worksheet>';
}

/**
 * Writes a workbook of one sheet part by part, as its rows come: numbers are numbers, days are
 * days and texts are texts, which a spreadsheet never runs.
 * @param name of the sheet: up to 31 characters, none of `\ / ? * [ ] :`.
 */
export function workbookStream(
  name: string,
  headers: readonly string[],
  parts: AsyncIterable<readonly FileCell[][]>,
): AsyncGenerator<Buffer> {
  const own = relations(
    relation(1, 'worksheet', 'worksheets/sheet1.xml'),
    relation(2, 'styles', 'styles.xml'),
  );
  return zipStream([
    { name: '[Content_Types].xml', content: whole(contentTypes) },
    {
      name: '_rels/.rels',
      content: whole(relations(relation(1, 'officeDocument', 'xl/workbook.xml'))),
    },
    { name: 'xl/workbook.xml', content: whole(workbook(name)) },
    { name: 'xl/_rels/workbook.xml.rels', content: whole(own) },
    { name: 'xl/styles.xml', content: whole(stylesText) },
    { name: 'xl/worksheets/sheet1.xml', content: sheetText(headers, parts) },
  ]);
}
