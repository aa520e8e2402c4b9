import { listMonths } from '../../../shared/calendar/month.ts';
import { outputKinds } from '../../../shared/output/kinds.ts';
import { channels } from '../../../shared/press/channels.ts';
import type { ReadName } from '../reads.ts';

type Row = Record<string, unknown>;

interface CountRow {
  month: string;
  kind: string;
  source: string;
  count: number;
}

interface CountOfRow {
  month: string;
  row: string;
  count: number;
}

interface ValueRow {
  month: string;
  channel: string;
  count: number;
  value: number;
  unvalued: number;
}

const kinds = outputKinds.map(({ id, label }) => ({ id, label: label.many.es }));

function shapeMatrix(rows: CountRow[], planned: unknown[], input: { from: string; to: string }) {
  const totals = new Map<string, number>();
  const cells = rows.map(({ month, kind, source, count }) => {
    totals.set(kind, (totals.get(kind) ?? 0) + count);
    return { month, kind, count, sources: [source] };
  });
  return {
    months: listMonths(input.from, input.to),
    kinds,
    cells,
    totals: kinds.map(({ id }) => ({ kind: id, count: totals.get(id) ?? null })),
    planned,
  };
}

/** The matrix of months, whose cells are what one statement counts of each; the generated records have no totals. */
function shapeMatrixBy(
  [counts = [], planned = []]: Row[][],
  rows: unknown[],
  input: { from: string; to: string },
) {
  const rowTotals = new Map<string, number>();
  const periodTotals = new Map<string, number>();
  let total = 0;
  const cells = (counts as unknown as CountOfRow[]).map(({ month, row, count }) => {
    rowTotals.set(row, (rowTotals.get(row) ?? 0) + count);
    periodTotals.set(month, (periodTotals.get(month) ?? 0) + count);
    total += count;
    return { period: month, row, count, sources: ['records'] };
  });
  return {
    cells,
    rowTotals: [...rowTotals].map(([row, count]) => ({ row, count })),
    periodTotals: [...periodTotals].map(([period, count]) => ({ period, count })),
    total,
    periods: listMonths(input.from, input.to),
    rows,
    untold: 0,
    lastYear: null,
    comparedUntil: null,
    uncompared: 0,
    planned: (planned as unknown as CountOfRow[]).map(({ month, ...of }) => ({
      period: month,
      ...of,
    })),
  };
}

function shapeValue(sums: ValueRow[]) {
  const byChannel = channels.map((channel) => ({ channel, count: 0, valueCop: 0 }));
  const total = { count: 0, valueCop: 0 };
  const rows = sums.map(({ month, channel, count, value, unvalued }) => {
    for (const sum of [byChannel.find((one) => one.channel === channel), total]) {
      if (!sum) continue;
      sum.count += count;
      sum.valueCop += value;
    }
    return { month, channel, count, valueCop: value, unvalued };
  });
  return { rows, totals: byChannel, total };
}

const flags = ['isPaid', 'underContract', 'hasEvidence'] as const;

function shapeClippings([rows = [], sums = []]: Row[][]) {
  const [totals] = sums;
  for (const row of rows) {
    for (const flag of flags) row[flag] = row[flag] === 1;
  }
  return { rows, total: totals?.count, totals };
}

/**
 * Turns the rows of each read's statements into its JSON with as little as that takes: right for
 * the generated records, which have no gaps, no months without value and no monthly totals.
 */
export const floorShapes: Record<ReadName, (results: Row[][], input: unknown) => unknown> = {
  // What is done, the names of the office's own kinds, and what is planned.
  matrix: ([rows = [], , planned = []], input) =>
    shapeMatrix(rows as unknown as CountRow[], planned, input as { from: string; to: string }),
  'ten years': (results, input) =>
    shapeMatrixBy(
      results,
      kinds.map(({ id, label }) => ({ id, name: label })),
      input as { from: string; to: string },
    ),
  'ten years by department': (results, input) =>
    shapeMatrixBy(
      results,
      [...(results[2] ?? []), { id: '', name: null }],
      input as { from: string; to: string },
    ),
  value: ([rows = []]) => shapeValue(rows as unknown as ValueRow[]),
  growth: ([points = []]) => ({ points, gaps: [] }),
  // First the pages, then of each its readings and whether it was read before.
  'six growths': ([, ...ofPages], input) =>
    (input as { pageIds: string[] }).pageIds.map((pageId, index) => ({
      pageId,
      points: ofPages[index * 2],
      gaps: [],
      breaks: [],
    })),
  clippings: shapeClippings,
  'common word': shapeClippings,
  'rare word': shapeClippings,
};
