import type { KindId } from '../../shared/output/kind-id.ts';
import { isKindId } from '../../shared/output/kind-labels.ts';

/** One month of one kind. */
export interface CellKey {
  month: string;
  kind: KindId;
}

/** A kind of the office's own is known by how its id begins; a screen that names cells loads no schemas. */
const isOwn = (id: string): id is `own_${string}` => /^own_[a-z0-9_-]+$/.test(id);

/** Writes a cell as the address holds it: `2026-03.event`. */
export function cellText({ month, kind }: CellKey): string {
  return `${month}.${kind}`;
}

/** Reads a kind from the address; nothing when there is no such kind. */
export function readKind(kind: string): KindId | undefined {
  return isKindId(kind) || isOwn(kind) ? kind : undefined;
}

/** Reads a cell from the address; nothing when it is not of one month, or there is no such kind. */
export function readCell(text: string | undefined): CellKey | undefined {
  const [month = '', name = ''] = (text ?? '').split('.');
  const kind = readKind(name);
  return kind && /^\d{4}-\d{2}$/.test(month) ? { month, kind } : undefined;
}

/** The days of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}
