import { utils, write } from '@e965/xlsx';
import { countTables2020 } from '../../jobs/seed/la-estrella-2020-counts.ts';
import {
  type CountMeasure,
  CountTableFields,
} from '../../shared/indicators/count-tables/schemas.ts';
import { usualTables } from '../../shared/indicators/count-tables/usual-tables.ts';
import { foldForSearch } from '../../shared/records.ts';

/** The tables that every office may begin with. */
export const tables = usualTables.map((table) => CountTableFields.parse(table));
/** The columns of a table whose figures are typed. */
export const typedOf = ({ measures }: CountTableFields) =>
  measures.filter(({ formula }) => formula === null);

/** The rows of 2020, without the total that the report printed. */
export const rowsOf = ({ code }: CountTableFields) =>
  (countTables2020[code] ?? []).filter(([name]) => name !== '*').slice(-30);

const rounded = (value: number) => Math.round(value * 100) / 100;

/** What a column comes to, worked out apart from the product: only counts add. */
export function totalOf(table: CountTableFields, measure: CountMeasure): number | null {
  const at = table.dimensions.length + typedOf(table).indexOf(measure);
  const figures = rowsOf(table).flatMap((row) => (row[at] ? [Number(row[at])] : []));
  const sum = figures.reduce((added, figure) => added + figure, 0);
  if (measure.shareOf !== null) return 100;
  if (measure.total === 'none') return null;
  return measure.total === 'sum' ? sum : rounded(sum / figures.length);
}

type Line = string[];
interface Written {
  lines: Line[];
  merges: { s: { r: number; c: number }; e: { r: number; c: number } }[];
  /** What the table is of, where a column says so. */
  period?: string;
}

const say = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
const said = (cell: string) => (/^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell);

/** The table as an office writes it: its headings, its rows and, where it prints one, its total. */
export function linesOf(table: CountTableFields, withTotal: boolean): Line[] {
  const headings = [...table.dimensions, ...typedOf(table)].map(({ name }) => name);
  const printed = [
    'Total',
    ...table.dimensions.slice(1).map(() => ''),
    ...typedOf(table).map((measure) => say(totalOf(table, measure))),
  ];
  const rows = rowsOf(table).map((row) => row.map(said));
  return [headings, ...rows, ...(withTotal && typedOf(table).length > 0 ? [printed] : [])];
}

const range = (line: number, from: number, to: number) => ({
  s: { r: line, c: from },
  e: { r: line, c: to },
});

/** How the same table looks from one office to the next. */
export const dressings: Record<string, (lines: Line[]) => Written> = {
  plain: (lines) => ({ lines, merges: [] }),
  'a note above': (lines) => ({
    lines: [
      ['Nota: cifras provisionales, con total de solicitudes al 31 de diciembre'],
      [],
      ...lines,
    ],
    merges: [],
  }),
  'a note above joined over all columns': (lines) => ({
    lines: [['Nota: Página web y redes sociales, sin otros medios'], ...lines],
    merges: [range(0, 0, (lines[0]?.length ?? 1) - 1)],
  }),
  'notes below': (lines) => ({
    lines: [...lines, [], ['Fuente: Secretaría General'], ['Nota: con el total de lo trasladado']],
    merges: [],
  }),
  'joined headings': ([headings = [], ...rows]) => {
    const words = headings.map((heading) => heading.split(' '));
    // Headings that begin alike are one joined heading over what tells them apart.
    const isGroup = (at: number) =>
      [at - 1, at + 1].some((near) => words[near] && words[near][0] === words[at]?.[0]);
    const upper = headings.map((heading, at) => {
      if (!isGroup(at)) return heading;
      return words[at - 1]?.[0] === words[at]?.[0] ? '' : (words[at]?.[0] ?? '');
    });
    const lower = headings.map((_, at) =>
      isGroup(at) ? (words[at] ?? []).slice(1).join(' ') : '',
    );
    if (lower.every((cell) => cell === '')) return { lines: [headings, ...rows], merges: [] };
    const merges = upper.flatMap((cell, at) => {
      const next = upper.findIndex((other, place) => place > at && other !== '');
      const last = (next < 0 ? upper.length : next) - 1;
      return cell !== '' && last > at ? [range(0, at, last)] : [];
    });
    return { lines: [upper, lower, ...rows], merges };
  },
  'short headings': ([headings = [], ...rows]) => {
    const short = headings.map((heading) => {
      const [first = ''] = heading.split(' ');
      const isOwn = headings.every(
        (other) => other === heading || !foldForSearch(other).includes(foldForSearch(first)),
      );
      return isOwn ? first : heading;
    });
    return { lines: [short, ...rows], merges: [] };
  },
  'no heading over its names': ([headings = [], ...rows]) => {
    const hasFigures = headings.length > 1 && !headings.includes('Trámite o servicio');
    return {
      lines: [headings.map((heading, at) => (at === 0 && hasFigures ? '' : heading)), ...rows],
      merges: [],
    };
  },
  'names and period joined downwards': ([headings = [], ...rows]) => {
    const lines = rows.map((row, at) => [at === 0 ? '2026-03' : '', ...row]);
    const down = (column: number, from: number, to: number) =>
      to > from ? [{ s: { r: from + 1, c: column }, e: { r: to + 1, c: column } }] : [];
    const merges = down(0, 0, rows.length - 1);
    // Where two names tell rows apart, the first is written once over those of the second.
    if (headings[1] === 'Trámite o servicio') {
      const starts = rows.flatMap(([name], at) => (name === rows[at - 1]?.[0] ? [] : [at]));
      for (const [at, from] of starts.entries()) {
        const to = (starts[at + 1] ?? rows.length) - 1;
        merges.push(...down(1, from, to));
        for (const line of lines.slice(from + 1, to + 1)) line[1] = '';
      }
    }
    return { lines: [['Período', ...headings], ...lines], merges, period: '2026-03' };
  },
  'capitals without accents': (lines) => ({
    lines: lines.map((line) => line.map((cell) => foldForSearch(cell).toUpperCase())),
    merges: [],
  }),
};

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const numeric = (cell: string) =>
  /^\d+(?:,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;

/** The files that a table is written in. */
export const formats: Record<string, (written: Written) => Buffer> = {
  csv: ({ lines }) => Buffer.from(lines.map((line) => line.map(quoted).join(';')).join('\n')),
  xlsx: ({ lines, merges }) => {
    const sheet = utils.aoa_to_sheet(lines.map((line) => line.map(numeric)));
    sheet['!merges'] = merges;
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Hoja1');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  },
};
