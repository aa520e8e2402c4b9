import type { ImportProgress, ImportRow } from '../../shared/imports/rows.ts';
import type { callerAs } from './house.ts';

type Imports = ReturnType<typeof callerAs>['imports'];
type Preview = Parameters<Imports['previewFile']>[0];

/** The preview of a file, which has to be recognised whole. */
export async function previewOf(
  imports: Imports,
  name: string,
  bytes: Buffer,
  more: Partial<Preview> = {},
): Promise<ImportRow> {
  const read = await imports.previewFile({ name, content: bytes.toString('base64'), ...more });
  if (!read.import) throw new Error(`${name} needs ${read.needs.join(' and ')}`);
  return read.import;
}

/** Agrees to an import and waits for its end; every word of its progress. */
export async function writeWhole(imports: Imports, id: string): Promise<ImportProgress[]> {
  const told: ImportProgress[] = [];
  for await (const progress of await imports.writeImport({ id })) told.push(progress);
  return told;
}
