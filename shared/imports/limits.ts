/** What a file may measure; larger ones are refused before they are read. */
export const largestFileBytes = 32 * 1024 * 1024;

/** Rows of one file, its headings included. */
export const mostRows = 60_000;

/** What all parts of a workbook may come to once unpacked. */
export const largestUnpackedBytes = 64 * 1024 * 1024;

/** How long a preview waits for somebody to agree to it. */
export const previewHours = 24;
