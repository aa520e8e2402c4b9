import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import type { AppRouter } from '../../server/http/router.ts';
import type { ImportProgress, ImportRow } from '../../shared/imports/rows.ts';

const streaming = createTRPCClient<AppRouter>({
  links: [httpBatchStreamLink({ url: '/trpc', maxItems: 1 })],
});

/**
 * Agrees to an import and follows its writing; gives what was written.
 * @throws the refusal of the call, or an error when the answer ends before the import does.
 */
export async function writeWithProgress(
  id: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportRow> {
  for await (const progress of await streaming.imports.writeImport.mutate({ id })) {
    onProgress(progress);
    if (progress.finished) return progress.import;
  }
  throw new Error('network: the answer ended before the import did');
}
