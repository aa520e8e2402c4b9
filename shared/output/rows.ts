import type { OutputItemFields, OutputTallyFields } from './schemas.ts';

/** What every listed record carries. */
interface Known {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}

/** An item as lists show it. */
export interface OutputItemRow extends Known, Omit<OutputItemFields, 'notes'> {
  departmentName: string | null;
}

/** One item with everything about it. */
export interface OutputItemDetail extends Known, OutputItemFields {
  departmentName: string | null;
  isRemoved: boolean;
}

export interface OutputTallyRow extends Known, OutputTallyFields {}
