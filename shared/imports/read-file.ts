import { cellText, type TableRow } from '../files/table.ts';
import type { ColumnName } from './file-kinds.ts';
import { readDayRow, readTemplateRow } from './read-days.ts';
import type { FileNote, ReadFile, ReadRules } from './read-items.ts';
import { type DayOrder, lacksYear, provenOrder, readMoment } from './read-moment.ts';
import { readPostRow } from './read-posts.ts';
import type { Recognised } from './recognise.ts';
import { isTotal, namedRow, type Row } from './row-reader.ts';

/** How a file writes its dates, and what of that is a guess. */
function learnDates(
  rows: readonly TableRow[],
  { kind, columns }: Recognised,
): { order: DayOrder; notes: FileNote[] } {
  const at = columns[kind.makes === 'posts' ? 'published' : 'day'] ?? 0;
  const texts = rows.map(({ cells }) => cellText(cells[at]));
  const proven = provenOrder(texts);
  const notes: FileNote[] = [];
  const hasNumbers = texts.some((text) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text));
  if (hasNumbers && !proven) notes.push('order_assumed');
  if (texts.some(lacksYear)) notes.push('year_inferred');
  const isOurs = kind.makes === 'template';
  return { order: proven ?? (isOurs ? 'day_first' : 'month_first'), notes };
}

const leads: readonly ColumnName[] = ['id', 'day', 'published', 'title'];

/** A row of totals repeats others; of Meta's posts the row of the whole life is the post itself. */
function isSummary(row: Row): boolean {
  return (
    leads.some((name) => isTotal(row.cell(name))) ||
    (isTotal(row.cell('span')) && !row.text('id') && !row.text('asset') && !row.text('permalink'))
  );
}

/** Meta may give a post's whole life and its days: the whole is the post, the days are parts of it. */
function wholeLives(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => isTotal(row.cell('span'))).map((row) => row.text('id')));
}

function readRow(row: Row, recognised: Recognised, rules: ReadRules & { order: DayOrder }) {
  const { makes, id } = recognised.kind;
  if (makes === 'posts') return readPostRow(row, id, rules);
  return makes === 'days' ? readDayRow(row, recognised, rules) : readTemplateRow(row, rules);
}

/** Reads what stands under the headings of a recognised table: figures, posts, and rows refused with why. */
export function readFile(
  rows: readonly TableRow[],
  recognised: Recognised,
  rules: ReadRules,
): ReadFile {
  const body = rows
    .slice(recognised.firstRow)
    .filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const { order, notes } = learnDates(body, recognised);
  const named = body.map((row) => namedRow(row, recognised.columns));
  const whole = wholeLives(named);
  const told = named.filter((row) => {
    const isPart = whole.has(row.text('id')) && !isTotal(row.cell('span')) && row.text('id') !== '';
    return !isSummary(row) && !isPart;
  });
  const lacksHour = (row: Row) =>
    readMoment(row.text('published'), { order, until: rules.fileDay })?.time === null;
  if (recognised.kind.makes === 'posts' && told.some(lacksHour)) notes.push('hour_unknown');
  if (recognised.kind.id === 'youtube_content') notes.push('views_of_period');
  const items = told.flatMap((row) => readRow(row, recognised, { ...rules, order }));
  return { items, skipped: named.length - told.length, notes };
}
