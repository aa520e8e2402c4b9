import { z } from 'zod';
import { OutputKindId } from '../output/kinds.ts';
import { channels } from '../press/channels.ts';

/** The columns of free press that a report adds up: each channel, and both together. */
export const pressColumns = [...channels, 'total'] as const;

/**
 * What a figure of a year is of:
 * - `output.count` of a kind, or of all kinds together: what the year's months add up to;
 * - `press.count` or `press.value` of a channel or of both together: likewise, in whole pesos;
 * - `count_table` of a table, by its code, and a measure: its total of the year;
 * - `social` of a page and metric: as recorded at the end of the year.
 */
export type Subject =
  | { measure: 'output.count'; kind: OutputKindId | 'all' }
  | { measure: 'press.count' | 'press.value'; column: (typeof pressColumns)[number] }
  | { measure: 'count_table'; code: string; column: string }
  | { measure: 'social'; metric: string; network: string; handle: string };

const socialPattern = /^social\.([a-z_]+):([a-z0-9_]+)\/([^\s/]+)$/;
const tablePattern = /^count_table:([\p{L}\p{N}._-]{1,30})\/([a-z][a-z0-9_]{0,39})$/u;

/** Writes a subject as text: `output.count:event`, `count_table:4.3/percent`, `press.value:total`, `social.followers:x/handle`. */
export function formatSubject(subject: Subject): string {
  switch (subject.measure) {
    case 'output.count':
      return `output.count:${subject.kind}`;
    case 'press.count':
    case 'press.value':
      return `${subject.measure}:${subject.column}`;
    case 'count_table':
      return `count_table:${subject.code}/${subject.column}`;
    case 'social':
      return `social.${subject.metric}:${subject.network}/${subject.handle}`;
  }
}

/** Reads a subject from its text; nothing when it is none. */
export function parseSubject(text: string): Subject | undefined {
  const [, metric, network, handle] = socialPattern.exec(text) ?? [];
  if (metric && network && handle) return { measure: 'social', metric, network, handle };
  const [, code, tableColumn] = tablePattern.exec(text) ?? [];
  if (code && tableColumn) return { measure: 'count_table', code, column: tableColumn };
  const [measure, key] = text.split(':', 2);
  const kind = OutputKindId.safeParse(key);
  if (measure === 'output.count' && key === 'all') return { measure, kind: key };
  if (measure === 'output.count' && kind.success) return { measure, kind: kind.data };
  const column = pressColumns.find((name) => name === key);
  if ((measure === 'press.count' || measure === 'press.value') && column) {
    return { measure, column };
  }
  return undefined;
}

/** What figures of a subject can be swapped with: those of the same measure. */
export function measureOf(text: string): string {
  return text.split(':', 1)[0] ?? '';
}

export const SubjectText = z
  .string()
  .max(200)
  .refine((text) => parseSubject(text) !== undefined, { error: 'subject' });
