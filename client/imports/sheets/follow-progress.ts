import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import type { AppRouter } from '../../../server/http/router.ts';
import type { WriteProgress } from '../../../shared/imports/rows.ts';
import type { SheetImportRow } from '../../../shared/imports/sheets/rows.ts';
import { type Choices, untilChosen } from '../../app/asked-choices.ts';

const streaming = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: '/trpc', maxItems: 1 })],
});

/**
 * Writes or undoes an import of a sheet and follows it; gives how it stands after.
 * @throws the refusal of the call, or an error when the answer ends before the work does.
 */
export async function followProgress(
  id: string,
  action: 'write' | 'undo',
  onProgress: (progress: WriteProgress<SheetImportRow>) => void,
): Promise<SheetImportRow> {
  const { writeSheetImport, undoSheetImport } = streaming.imports;
  const call = action === 'write' ? writeSheetImport : undoSheetImport;
  const follow = async (choices: Choices): Promise<SheetImportRow | undefined> => {
    for await (const progress of await call.mutate({ id, ...choices })) {
      onProgress(progress);
      if (progress.finished) return progress.import;
    }
    return undefined;
  };
  const made = await untilChosen(follow);
  if (made) return made;
  throw new Error('network: the answer ended before the import did');
}
