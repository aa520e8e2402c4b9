import { cellText, foldHeading } from '../files/table.ts';
import type { Metric } from '../social/metrics.ts';
import { metrics } from '../social/metrics.ts';
import type { ReadItem, ReadRules } from './read-items.ts';
import type { DayOrder } from './read-moment.ts';
import type { Recognised } from './recognise.ts';
import { readSeriesTitle } from './recognise.ts';
import { type Row, readCounts, readDay, readIdentifier, refuseRow } from './row-reader.ts';

type Rules = ReadRules & { order: DayOrder };
const reactionsOfDay = ['reactions', 'comments', 'shares'] as const;
const dayColumns = [...metrics, ...reactionsOfDay] as const;

/** The metric of a series: what its title says or, failing that, the person. */
export function metricOfSeries(recognised: Recognised, asked: Metric | null): Metric | null {
  return readSeriesTitle(recognised.title)?.metric ?? asked;
}

/** The figures of a row of a series of one metric, whose value stands in a column of its own. */
function readSeriesRow(row: Row, metric: Metric, day: string): ReadItem[] {
  const reading = readCounts(row, ['value']);
  if ('refused' in reading) return [refuseRow(row, reading.refused, reading.said)];
  const { value } = reading.counts;
  return value === undefined
    ? []
    : [{ makes: 'figure', line: row.line, page: null, metric, day, value }];
}

/** The figures of a row that has one column a metric. */
function readWideRow(row: Row, day: string): ReadItem[] {
  const reading = readCounts(row, dayColumns);
  if ('refused' in reading) return [refuseRow(row, reading.refused, reading.said)];
  const { reactions, comments, shares, ...counts } = reading.counts;
  const isWhole = reactions !== undefined && comments !== undefined && shares !== undefined;
  // All that people did that day; where one of its parts is absent, so is the sum.
  if (isWhole) counts.engagements ??= reactions + comments + shares;
  return metrics.flatMap((metric): ReadItem[] => {
    const value = counts[metric];
    if (value === undefined) return [];
    return [{ makes: 'figure', line: row.line, page: null, metric, day, value }];
  });
}

/** The figures of one row of a daily export; empty cells are absent, never zero. */
export function readDayRow(row: Row, recognised: Recognised, rules: Rules): ReadItem[] {
  const found = readDay(row, 'day', rules);
  if ('item' in found) return [found.item];
  const { day } = found.moment;
  if (recognised.kind.id !== 'meta_series') return readWideRow(row, day);
  const metric = metricOfSeries(recognised, rules.metric);
  return metric === null ? [] : readSeriesRow(row, metric, day);
}

const metricWords: Record<Metric, readonly string[]> = {
  followers: ['followers', 'seguidores'],
  posts: ['posts', 'publicaciones'],
  reach: ['reach', 'alcance'],
  views: ['views', 'visualizaciones', 'vistas'],
  engagements: ['engagements', 'interacciones'],
  follows: ['follows', 'nuevos seguidores'],
  unfollows: ['unfollows', 'seguidores perdidos'],
};

/** The figure of one row of our own template: page, metric, day, value. */
export function readTemplateRow(row: Row, rules: Rules): ReadItem[] {
  const found = readDay(row, 'day', rules);
  if ('item' in found) return [found.item];
  const word = foldHeading(row.cell('metric'));
  const metric = metrics.find((one) => metricWords[one].includes(word));
  if (!metric) return [refuseRow(row, 'unknown_metric', row.text('metric'))];
  const reading = readCounts(row, ['value']);
  if ('refused' in reading) return [refuseRow(row, reading.refused, reading.said)];
  const { value } = reading.counts;
  if (value === undefined) return [];
  const said = cellText(row.cell('page'));
  const page = said
    ? { externalId: readIdentifier(said), handle: said.replace(/^@/, ''), title: said }
    : null;
  return [{ makes: 'figure', line: row.line, page, metric, day: found.moment.day, value }];
}
