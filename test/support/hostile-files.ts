import { archiveOf, type PartContent } from './archive.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const stringsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
const bookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const override = (name: string, type: string) =>
  `<Override PartName="/xl/${name}" ContentType="${type}"/>`;

interface Book {
  /** The parts of its sheets, without what stands around their rows. */
  sheets: (PartContent | string)[];
  strings?: PartContent;
}

/** A workbook of hand-made parts, as small as one may be. */
function workbook({ sheets, strings }: Book): Buffer {
  const names = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const types = [
    ...names.map((name) => override(name, sheetType)),
    override('workbook.xml', bookType),
    ...(strings ? [override('sharedStrings.xml', stringsType)] : []),
  ];
  const links = names.map(
    (name, at) => `<Relationship Id="r${at + 1}" Type="${relations}/worksheet" Target="${name}"/>`,
  );
  const listed = names.map(
    (_, at) => `<sheet name="H${at + 1}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  );
  const text = (content: string) => Buffer.from(`<?xml version="1.0"?>${content}`);
  return archiveOf({
    '[Content_Types].xml': text(
      `<Types xmlns="${packages}/content-types">${types.join('')}</Types>`,
    ),
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="${packages}/relationships">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [
        `xl/${names[at]}`,
        typeof sheet === 'string' ? text(`<worksheet>${sheet}</worksheet>`) : sheet,
      ]),
    ),
    ...(strings ? { 'xl/sharedStrings.xml': strings } : {}),
  });
}

/** A sheet whose unit is repeated between a beginning and an end. */
const sheetOf = (before: string, unit: string, times: number, after: string): PartContent => ({
  head: `<?xml version="1.0"?><worksheet>${before}`,
  unit,
  times,
  tail: `${after}</worksheet>`,
});
const rows = (unit: string, times: number) => sheetOf('<sheetData>', unit, times, '</sheetData>');

const texts = (unit: string, times: number): PartContent => ({
  head: '<?xml version="1.0"?><sst>',
  unit,
  times,
  tail: '</sst>',
});

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** Workbooks and texts made to take long or much, each by another way. */
export const hostileFiles: Readonly<Record<string, () => Buffer>> = {
  'a row of ten million cells': () =>
    workbook({
      sheets: [sheetOf('<sheetData><row>', '<c><v>1</v></c>', 10_000_000, '</row></sheetData>')],
    }),
  'rows of ten million blank cells': () =>
    workbook({ sheets: [rows(`<row>${'<c/>'.repeat(100)}</row>`, 100_000)] }),
  'sheets that together have three million cells': () =>
    workbook({
      sheets: Array.from({ length: 30 }, () =>
        rows(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`, 1_000),
      ),
    }),
  'a thousand sheets': () =>
    workbook({ sheets: Array.from({ length: 1_000 }, () => `<sheetData>${cell}</sheetData>`) }),
  'thirty million tags in its texts': () =>
    workbook({
      sheets: [`<sheetData>${cell}</sheetData>`],
      strings: texts('<a/><b/>', 15_000_000),
    }),
  'one text said by a hundred thousand cells': () =>
    workbook({
      sheets: [rows('<row><c t="s"><v>0</v></c></row>', 100_000)],
      strings: texts(`<si><t>${'larga '.repeat(15_000)}</t></si>`, 1),
    }),
  'a text of sixty million characters': () =>
    workbook({
      sheets: ['<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'],
      strings: {
        head: '<sst><si><t>',
        unit: 'muy larga ',
        times: 6_000_000,
        tail: '</t></si></sst>',
      },
    }),
  'a link over every cell': () =>
    workbook({
      sheets: [
        `<sheetData>${cell}</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>`,
      ],
    }),
  'a size of every cell, and two': () =>
    workbook({
      sheets: [
        `<dimension ref="A1:XFD1048576"/><sheetData>${cell}<row r="59000"><c r="XFD59000"><v>1</v></c></row></sheetData>`,
      ],
    }),
  'a cell at the end of each of sixty thousand rows': () =>
    workbook({ sheets: [rows('<row><c r="XFD1"><v>1</v></c></row>', 59_000)] }),
  'three hundred thousand cells joined into others': () =>
    workbook({
      sheets: [
        sheetOf(
          `<sheetData>${cell}</sheetData><mergeCells>`,
          '<mergeCell ref="A1:A2"/>',
          300_000,
          '</mergeCells>',
        ),
      ],
    }),
  'zeros without end': () =>
    archiveOf({
      'xl/workbook.xml': { head: '', unit: '\0'.repeat(1_000), times: 400_000, tail: '' },
    }),
  'nineteen megabytes of quotes': () => Buffer.from('"'.repeat(19_000_001)),
  'nineteen megabytes of quoted letters': () => Buffer.from('"a'.repeat(9_500_000)),
  'quotes that never close, line by line': () => Buffer.from('"a;b\n'.repeat(1_100_000)),
  'a line that never ends': () => Buffer.from('palabra '.repeat(1_000_000)),
  'a line of five million cells': () => Buffer.from(';'.repeat(5_000_000)),
  'signs that nobody prints': () => Buffer.from('\u0001'.repeat(5_000_000)),
  'lists in lists': () => Buffer.from('['.repeat(4_000_000)),
  'objects in objects': () => Buffer.from(`${'{"a":'.repeat(600_000)}1${'}'.repeat(600_000)}`),
};
