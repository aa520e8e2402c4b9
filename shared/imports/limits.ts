/** What a file may measure; larger ones are refused before they are read. */
export const largestFileBytes = 32 * 1024 * 1024;

/** Rows of one file, its headings included. */
export const mostRows = 60_000;

/** What all parts of a workbook may come to once unpacked. */
export const largestUnpackedBytes = 64 * 1024 * 1024;

/** How long a preview waits for somebody to agree to it. */
export const previewHours = 24;

/** What a spreadsheet of the office may measure, its pictures included. */
export const largestSheetFileBytes = 32 * 1024 * 1024;

/** Rows of one sheet of the office, its titles included. */
export const mostSheetRows = 100_100;

export const mostSheetColumns = 300;

/** What all parts of a spreadsheet may come to once unpacked. */
export const largestUnpackedSheetBytes = 160 * 1024 * 1024;

/** Cells of one file, blank ones too: of all sheets of a workbook, of all lines of a text. */
export const mostCells = 2_000_000;

/** Characters of one cell; spreadsheets keep a third of it. */
export const longestCell = 100_000;
