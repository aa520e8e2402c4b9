import type { MeasuredRead } from '../measure/measure-reads.ts';
import type { PaceResult } from '../programs/read-beside.ts';
import type { ReadName } from '../reads.ts';
import type { BenchResults, SizeResults } from './results.ts';

/** One line of the printed table; `target` and `met` are absent where none is set. */
export interface TableRow {
  what: string;
  product?: string;
  floor?: string;
  figure: string;
  target?: string;
  met?: boolean;
}

/** A part of the table under its title. */
export interface TableSection {
  title: string;
  rows: TableRow[];
}

const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 3 : 0)} ms`;
const rate = (value: number) => Math.round(value).toLocaleString('en');

function side(of: MeasuredRead['sql']): string {
  return `${milliseconds(of.p50)} · ${milliseconds(of.p99)} · ${rate(of.perSecond)}/s`;
}

/** The reads that add up so much that what surrounds them may weigh little. */
const tightReads: readonly ReadName[] = ['six growths', 'ten years', 'ten years by department'];

function readRow(size: string, measured: MeasuredRead): TableRow {
  const { read, connections, product, sql, toSql } = measured;
  const most = tightReads.includes(read) ? 1.5 : 2;
  return {
    what: `${size} ${read}, ${connections} conn.`,
    product: side(product),
    floor: side(sql),
    figure: times(toSql),
    target: `≤ ${most} ×`,
    met: toSql <= most,
  };
}

function againRow(size: string, measured: MeasuredRead): TableRow {
  const { read, connections, again, stored, toStored } = measured;
  return {
    what: `${size} ${read} again, ${connections} conn.`,
    product: side(again),
    floor: side(stored),
    figure: times(toStored),
    target: '≤ 4 ×',
    met: toStored <= 4,
  };
}

function reviewRow({ size, review }: SizeResults): TableRow {
  const { product, sql, toSql } = review;
  return {
    what: `${size.name} review of a month, 1 conn.`,
    product: side(product),
    floor: side(sql),
    figure: times(toSql),
    target: '≤ 5 ×',
    met: toSql <= 5,
  };
}

function exportRows({ size, exports }: SizeResults): TableRow[] {
  return exports.map(({ format, seconds, bytes, addedMegabytes }) => ({
    what: `${size.name} ${rate(size.clippings)} clippings as ${format}, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`,
    product: '',
    floor: '',
    figure: `${Math.round(addedMegabytes)} MB`,
    target: '< 250 MB',
    met: addedMegabytes < 250,
  }));
}

function loadingRows({ size, loading }: SizeResults): TableRow[] {
  return loading.map(({ what, rows, product, raw }) => {
    const least = what === 'snapshots' ? 1 / 2 : 1 / 3;
    return {
      what: `${size.name} load ${rate(rows)} ${what}`,
      product: `${rate(product)} rows/s`,
      floor: `${rate(raw)} rows/s`,
      figure: (product / raw).toFixed(2),
      target: `≥ ${least.toFixed(2)}`,
      met: product / raw >= least,
    };
  });
}

function processRows({ size, coldStart, residentMegabytes }: SizeResults): TableRow[] {
  const { product, bare, ratio } = coldStart;
  const isLarge = size.name === 'L';
  return [
    {
      what: `${size.name} cold start to first page`,
      product: milliseconds(product),
      floor: milliseconds(bare),
      figure: times(ratio),
      target: '≤ 2.5 ×',
      met: ratio <= 2.5,
    },
    {
      what: `${size.name} resident memory after all reads`,
      product: '',
      floor: '',
      figure: `${Math.round(residentMegabytes)} MB`,
      ...(isLarge ? { target: '< 250 MB', met: residentMegabytes < 250 } : {}),
    },
  ];
}

function screenRows({ screens }: BenchResults): TableRow[] {
  const { entrance, summary } = screens;
  const row = (what: string, kilobytes: number, most?: number): TableRow => ({
    what: `${what}, gzip`,
    product: '',
    floor: '',
    figure: `${kilobytes.toFixed(1)} kB`,
    ...(most ? { target: `≤ ${most} kB`, met: kilobytes <= most } : {}),
  });
  return [
    row('JavaScript before sign-in', entrance.javascript, 150),
    row('everything before sign-in', entrance.everything),
    row('JavaScript of the summary with its charts', summary.javascript, 420),
    row('everything of the summary', summary.everything),
  ];
}

function pullRows({ pull }: BenchResults): TableRow[] {
  const { atLimits, unlimited } = pull;
  const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`;
  const none = { product: '', floor: '' };
  return [
    {
      what: `${rate(atLimits.pages)} pages of three networks at their limits (${rate(atLimits.calls)} calls)`,
      product: minutes(atLimits.seconds),
      floor: minutes(atLimits.imposedSeconds),
      figure: times(atLimits.seconds / atLimits.imposedSeconds),
      target: '≤ 1.15 ×',
      met: atLimits.seconds <= atLimits.imposedSeconds * 1.15,
    },
    ...unlimited.map(({ pages, calls, seconds, residentMegabytes }) => ({
      ...none,
      what: `${rate(pages)} pages without limits: ${rate(pages / seconds)} pages/s, ${rate(calls / seconds)} calls/s`,
      figure: `${Math.round(residentMegabytes)} MB`,
      target: '< 300 MB',
      met: residentMegabytes < 300,
    })),
  ];
}

function importRows({ imports }: BenchResults): TableRow[] {
  return imports.flatMap((measured): TableRow[] => {
    const { rows, previewSeconds, librarySeconds, writeSeconds, rawSeconds } = measured;
    const [toLibrary, ofRaw] = [previewSeconds / librarySeconds, rawSeconds / writeSeconds];
    return [
      {
        what: `preview ${rate(rows)} rows of .xlsx beside the library reading them`,
        product: milliseconds(previewSeconds * 1_000),
        floor: milliseconds(librarySeconds * 1_000),
        figure: times(toLibrary),
        target: '< 3 ×',
        met: toLibrary < 3,
      },
      {
        what: `write ${rate(rows)} rows beside raw prepared inserts`,
        product: `${rate(rows / writeSeconds)} rows/s`,
        floor: `${rate(rows / rawSeconds)} rows/s`,
        figure: ofRaw.toFixed(2),
        target: '≥ 0.33',
        met: ofRaw >= 1 / 3,
      },
      {
        what: `${rate(rows)} rows from opening to the last one written: resident memory`,
        product: '',
        floor: '',
        figure: `${Math.round(measured.residentMegabytes)} MB`,
        target: '< 600 MB',
        met: measured.residentMegabytes < 600,
      },
    ];
  });
}

function besideRows({ beside }: BenchResults): TableRow[] {
  const of = ({ p50, p99, longest }: PaceResult) =>
    `${milliseconds(p50)} · ${milliseconds(p99)} · ${milliseconds(longest)}`;
  return beside.map((measured) => {
    const ratio = measured.beside.p99 / measured.quiet.p99;
    return {
      what: `a cheap read while ${measured.what} in ${measured.seconds.toFixed(1)} s`,
      product: of(measured.beside),
      floor: of(measured.quiet),
      figure: times(ratio),
      target: '≤ 10 ×',
      met: ratio <= 10,
    };
  });
}

/** The lines of the table, section by section. */
export function tableSections(results: BenchResults): TableSection[] {
  const { sizes, largeToSmall } = results;
  const large = largeToSmall.map(({ read, connections, ratio }) => ({
    what: `${read} at L against S, ${connections} conn.`,
    product: '',
    floor: '',
    figure: times(ratio),
    target: '≤ 2 ×',
    met: ratio <= 2,
  }));
  const of = (rows: (size: SizeResults) => TableRow[]) => sizes.flatMap(rows);
  return [
    {
      title: 'Reads made anew (p50 · p99 · answers) beside the same SQL behind bare Fastify',
      rows: of(({ size, reads }) => reads.map((read) => readRow(size.name, read))),
    },
    {
      title: 'Reads while nothing changed beside stored answers behind bare Fastify',
      rows: of(({ size, reads }) => reads.map((read) => againRow(size.name, read))),
    },
    {
      title: 'The review of a month beside a select of its rows behind bare Fastify',
      rows: sizes.map(reviewRow),
    },
    { title: 'Files of all appearances: memory over that at rest', rows: of(exportRows) },
    { title: 'The larger database beside the smaller', rows: large },
    { title: 'Loading beside raw prepared inserts in one transaction', rows: of(loadingRows) },
    { title: 'The built server beside bare Fastify on the same database', rows: of(processRows) },
    { title: 'Importing a spreadsheet of output', rows: importRows(results) },
    {
      title: 'A cheap read (p50 · p99 · longest) while the same server writes, beside a quiet one',
      rows: besideRows(results),
    },
    { title: 'A daily pull of all parts, against the sandbox', rows: pullRows(results) },
    { title: 'What the first screens download', rows: screenRows(results) },
  ].filter(({ rows }) => rows.length > 0);
}
