import { refuseFile } from './decode-text.ts';

/** A tag as the reader of OpenDocument finds it: its prefix, its name, its attributes. */
const tags = /<([/]?)([^\s?><!/:"]*:|)([^\s?<>:/"]+)(?:\s+[^<>=?"'\s]+="[^"]*?")*\s*[/]?>/g;
const comments = /<!--[\s\S]*?(?:-->|$)/g;

/** What a cell comes to once it is repeated, at the least. */
const cellBytes = 32;

function repeated(tag: string, what: 'rows' | 'columns'): number {
  const found = new RegExp(`:?number-${what}-repeated\\s*=\\s*"\\s*\\+?(\\d+)`, 'i').exec(tag);
  return Math.max(1, Number(found?.[1] ?? 1));
}

/**
 * Refuses a table of OpenDocument whose few cells say that they are repeated without end, or that
 * refers to other files. Blank cells may be repeated: the reader leaves them out.
 * @throws {AltavozFailure} `file_refused`.
 */
export function inspectRepeats(content: string, mostBytes: number): void {
  if (content.includes('<!DOCTYPE')) throw refuseFile('not_a_table');
  let rows = 1;
  let bytes = 0;
  for (const [tag, closing, , name = ''] of content.replace(comments, '').matchAll(tags)) {
    if (closing === '/') continue;
    if (/^(?:table-row|行)/.test(name)) rows = repeated(tag, 'rows');
    if (!/^(?:table-cell|数据)/.test(name) || tag.endsWith('/>')) continue;
    bytes += rows * repeated(tag, 'columns') * cellBytes;
    if (bytes > mostBytes) throw refuseFile('swollen_archive');
  }
}
