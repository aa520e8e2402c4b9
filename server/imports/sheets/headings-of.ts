import { createHash } from 'node:crypto';
import { foldHeading } from '../../../shared/files/table.ts';
import { plainLayout } from '../../../shared/imports/sheets/guess-layout.ts';
import type { Sheet } from '../../../shared/imports/sheets/sheet.ts';

/** What tells the headings of a sheet from others: the words of its first line of headings and where they stand. */
export function headingsOf(sheet: Sheet): string {
  const columns = plainLayout(sheet)
    .columns.map(({ index, heading }) => `${index} ${foldHeading(heading)}`)
    .join('\n');
  return createHash('sha256').update(columns).digest('hex');
}
