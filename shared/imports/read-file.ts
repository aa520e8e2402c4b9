import { cellText, type TableRow } from '../files/table.ts';
import type { NetworkPost } from '../social/post-metrics.ts';
import type { ColumnName } from './file-kinds.ts';
import { readDayRow, readTemplateRow } from './read-days.ts';
import type { FileNote, PageMark, ReadFile, ReadItem, ReadRules } from './read-items.ts';
import { type DayOrder, lacksYear, provenOrder } from './read-moment.ts';
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

const pageKey = (page: PageMark | null) =>
  `${page?.externalId ?? ''}\n${page?.handle ?? ''}\n${page?.title ?? ''}`;

function keyOf(item: ReadItem): string | undefined {
  if (item.makes === 'figure') return `${pageKey(item.page)}\n${item.metric}\n${item.day}`;
  if (item.makes === 'post') return `${pageKey(item.page)}\n${item.post.externalId}`;
  return undefined;
}

function isSameFact(one: ReadItem, other: ReadItem): boolean {
  if (one.makes === 'figure' && other.makes === 'figure') return one.value === other.value;
  if (one.makes !== 'post' || other.makes !== 'post') return false;
  const facts = ({ counts, text, publishedAt }: NetworkPost) =>
    JSON.stringify([counts, text, publishedAt]);
  return facts(one.post) === facts(other.post);
}

/** Says once what a file says twice, and refuses what it says in two ways. */
function settleRepeated(items: readonly ReadItem[]): { items: ReadItem[]; dropped: number } {
  const first = new Map<string, ReadItem>();
  const disputed = new Set<string>();
  let dropped = 0;
  const kept = items.filter((item) => {
    const key = keyOf(item);
    const before = key === undefined ? undefined : first.get(key);
    if (key === undefined) return true;
    if (!before) {
      first.set(key, item);
      return true;
    }
    if (!isSameFact(before, item)) {
      disputed.add(key);
      return true;
    }
    dropped += 1;
    return false;
  });
  const settled = kept.map((item): ReadItem => {
    const key = keyOf(item);
    if (key === undefined || !disputed.has(key)) return item;
    const reason = item.makes === 'post' ? 'days_of_post' : 'repeated';
    const said =
      item.makes === 'post'
        ? item.post.externalId
        : item.makes === 'figure'
          ? String(item.value)
          : '';
    return { makes: 'row', line: item.line, reason, said };
  });
  return { items: settled, dropped };
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

/** Reads what stands under the headings of a recognised file: figures, posts, and rows refused with why. */
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
  const read = told.flatMap((row) => readRow(row, recognised, { ...rules, order }));
  const { items, dropped } = settleRepeated(read);
  const lacksHour =
    recognised.kind.makes === 'posts' && told.some((row) => !/\d:\d\d/.test(row.text('published')));
  if (lacksHour) notes.push('hour_unknown');
  if (recognised.kind.id === 'youtube_content') notes.push('views_of_period');
  return { items, skipped: named.length - told.length + dropped, notes };
}
