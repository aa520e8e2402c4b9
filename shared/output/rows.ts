import type { EvidenceFile } from '../evidence/evidence-files.ts';
import type { DetailField } from './detail-fields.ts';
import type { Words } from './kind.ts';
import type { KindId } from './kind-id.ts';
import type { OutputItemFields, OutputTallyFields } from './schemas.ts';
import type { OutputState } from './state.ts';

/** What every listed record carries. */
interface Known {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

/** An item as lists show it. */
export interface OutputItemRow extends Known, Omit<OutputItemFields, 'evidenceIds' | 'state'> {
  state: OutputState;
  evidenceCount: number;
  departmentName: string | null;
  placeName: string | null;
}

/** One item with everything about it. */
export interface OutputItemDetail extends Known, Omit<OutputItemFields, 'state'> {
  state: OutputState;
  departmentName: string | null;
  placeName: string | null;
  evidence: EvidenceFile[];
  isRemoved: boolean;
}

export interface OutputTallyRow extends Known, OutputTallyFields {
  /** 1 where somebody chose to count it together with records of its month and kind. */
  besideRecords: 0 | 1;
}

/** A kind as screens name it and draw its forms. */
export interface KindRow {
  id: KindId;
  /** Absent where the kind comes with the product. */
  version: number | null;
  label: { one: Words; many: Words };
  fields: DetailField[];
  isOwn: boolean;
  /** Whether new items of it can be logged. */
  isActive: boolean;
}
