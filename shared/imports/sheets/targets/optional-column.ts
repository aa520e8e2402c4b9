import type { TargetColumn } from '../target.ts';

/** A column that a sheet may leave out. Synonyms are folded as headings are. */
export const optionalColumn = (
  id: string,
  type: TargetColumn['type'],
  ...synonyms: string[]
): TargetColumn => ({ id, type, isRequired: false, synonyms });
