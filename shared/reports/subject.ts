import { z } from 'zod';
import { OutputKindId } from '../output/kinds.ts';
import { channels } from '../press/channels.ts';

/** The columns of free press that a report adds up: each channel, and both together. */
export const pressColumns = [...channels, 'total'] as const;

/**
 * What a figure of a year is of:
 * - `output.count` of a kind: what the year's months add up to;
 * - `press.count` or `press.value` of a channel or of both together: likewise, in whole pesos;
 * - `social` of a page and metric: as recorded at the end of the year.
 */
export type Subject =
  | { measure: 'output.count'; kind: OutputKindId }
  | { measure: 'press.count' | 'press.value'; column: (typeof pressColumns)[number] }
  | { measure: 'social'; metric: string; network: string; handle: string };

const socialPattern = /^social\.([a-z_]+):([a-z0-9_]+)\/([^\s/]+)$/;

/** Writes a subject as text: `output.count:event`, `press.value:total`, `social.followers:x/handle`. */
export function formatSubject(subject: Subject): string {
  switch (subject.measure) {
    case 'output.count':
      return `output.count:${subject.kind}`;
    case 'press.count':
    case 'press.value':
      return `${subject.measure}:${subject.column}`;
    case 'social':
      return `social.${subject.metric}:${subject.network}/${subject.handle}`;
  }
}

/** Reads a subject from its text; nothing when it is none. */
export function parseSubject(text: string): Subject | undefined {
  const [, metric, network, handle] = socialPattern.exec(text) ?? [];
  if (metric && network && handle) return { measure: 'social', metric, network, handle };
  const [measure, key] = text.split(':', 2);
  const kind = OutputKindId.safeParse(key);
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
