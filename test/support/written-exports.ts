import iconv from 'iconv-lite';
import { type ColumnName, columnNames, type FileKind } from '../../shared/imports/file-kinds.ts';
import type { DayOrder } from '../../shared/imports/read-moment.ts';
import { metrics } from '../../shared/social/metrics.ts';
import { postMetrics } from '../../shared/social/post-metrics.ts';
import { csv, marked, utf16 } from './export-files.ts';

/** How a network, or the spreadsheet that somebody saved its file with, may write it. */
export interface Writing {
  language: 'en' | 'es';
  order: DayOrder;
  encoding: keyof typeof encodings;
}

/** The ways in which a text becomes bytes. */
const encodings = {
  'utf-8': marked,
  'utf-16': utf16,
  'windows-1252': (text: string) => iconv.encode(text, 'windows-1252'),
  cp850: (text: string) => iconv.encode(text, 'cp850'),
};

/** Every way to write a file. */
export const writings: readonly Writing[] = (['en', 'es'] as const).flatMap((language) =>
  (['month_first', 'day_first'] as const).flatMap((order) =>
    (Object.keys(encodings) as Writing['encoding'][]).map((encoding) => ({
      language,
      order,
      encoding,
    })),
  ),
);

const words = 'Así fue la rendición de cuentas en ÁFRICA: niñez y educación';
/** Days of which one tells the order; the third row has an identifier that a spreadsheet cut. */
const days = ['2026-10-03', '2026-10-25', '2026-11-02'];
const codes = ['122100000000000001', '122100000000000002', '122100000000000003'];
const addressOf = (row: number) => `https://red.example/p/${codes[row]}`;

/** The figure of a column in a row: no two are the same, and all group thousands. */
const figureOf = (column: ColumnName, row: number) =>
  1_000 * (columnNames.indexOf(column) + 1) + row;

function dateText(day: string, { order }: Writing, hasHour: boolean): string {
  const [year, month, date] = day.split('-');
  const text = order === 'day_first' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
  return hasHour ? `${text} 09:05` : text;
}

function cellOf(column: ColumnName, row: number, kind: FileKind, writing: Writing): string {
  const isEnglish = writing.language === 'en';
  const texts: Partial<Record<ColumnName, string>> = {
    id: row === 2 ? (isEnglish ? '1.221E+17' : '1,221E+17') : (codes[row] ?? ''),
    asset: '',
    page: kind.makes === 'template' ? 'facebook/oficina' : '100000000000001',
    username: 'oficina',
    pageName: 'Oficina',
    title: words,
    text: words,
    published: dateText(days[row] ?? '', writing, true),
    day: dateText(days[row] ?? '', writing, false),
    permalink: addressOf(row),
    type: 'Video',
    span: isEnglish ? 'Lifetime' : 'Total',
    metric: isEnglish ? 'Followers' : 'Seguidores',
  };
  const figure = String(figureOf(column, row));
  return texts[column] ?? figure.replace(/(?=\d{3}$)/, isEnglish ? ',' : '.');
}

/** A file of a kind as it may be written: two whole rows, and one whose identifier was cut. */
export function writeExport(kind: FileKind, writing: Writing): Buffer {
  const at = writing.language === 'en' ? 0 : -1;
  const columns = columnNames.filter((name) => kind.headings[name] !== undefined);
  const mark = kind.marks?.at(at);
  const headings = columns.map((name) => kind.headings[name]?.at(at) ?? '');
  const rows = days.map((_, row) => [
    ...columns.map((column) => cellOf(column, row, kind, writing)),
    ...(mark === undefined ? [] : ['']),
  ]);
  const title = writing.language === 'en' ? 'Facebook views' : 'Visualizaciones de Facebook';
  const delimiter = writing.language === 'en' ? ',' : ';';
  const table = csv([[...headings, ...(mark === undefined ? [] : [mark])], ...rows], delimiter);
  const whole = kind.id === 'meta_series' ? `"${title}"\r\n${table}` : table;
  return encodings[writing.encoding](whole);
}

/** What a day of a file says, metric by metric. */
function figuresOf(kind: FileKind, row: number): Record<string, number> {
  if (kind.id === 'meta_series') return { views: figureOf('value', row) };
  if (kind.makes === 'template') return { followers: figureOf('value', row) };
  const has = (name: ColumnName) => kind.headings[name] !== undefined;
  const said = Object.fromEntries(
    metrics.filter(has).map((metric) => [metric, figureOf(metric, row)]),
  );
  const parts = ['reactions', 'comments', 'shares'] as const;
  if (!has('engagements') && parts.every(has))
    said.engagements = parts.reduce((sum, part) => sum + figureOf(part, row), 0);
  return said;
}

/** What such a file says, however it is written: days with their figures, or posts with their counts. */
export function saidByExport(kind: FileKind): unknown[] {
  if (kind.makes !== 'posts')
    return days.flatMap((day, row) =>
      Object.entries(figuresOf(kind, row)).map(([metric, value]) => ({ day, metric, value })),
    );
  return days.map((day, row) => {
    if (row === 2 && kind.headings.permalink === undefined && kind.headings.id)
      return { reason: 'no_identifier' };
    const counted = postMetrics.filter((name) => kind.headings[name] !== undefined);
    return {
      externalId: codes[row],
      publishedAt: `${day}T14:05:00.000Z`,
      text: words,
      counts: Object.fromEntries(counted.map((name) => [name, figureOf(name, row)])),
    };
  });
}
