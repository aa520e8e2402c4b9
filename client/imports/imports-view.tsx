import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminSearch } from '../admin/use-admin-search.ts';
import { api } from '../app/api.ts';
import { Show } from '../ui/states.tsx';
import { FilePanel } from './file-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { ImportsList } from './imports-list.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { useFile } from './use-file.ts';

function OpenedImport({ id, onClose }: { id: string; onClose(): void }) {
  const query = useQuery(api.imports.readImport.queryOptions({ id }));
  return (
    <Show query={query} height={320}>
      {(row) => <ImportPanel row={row} onClose={onClose} />}
    </Show>
  );
}

/** Files of figures: read one, look at what it would change, agree to it, or undo it later. */
export default function ImportsView() {
  const [{ open, page }, change] = useAdminSearch();
  const file = useFile((id) => change({ open: id }));
  return (
    <Stack gap="lg">
      {file.asked ? (
        <NeedsPanel asked={file.asked} file={file} />
      ) : (
        open === undefined && <FilePanel file={file} />
      )}
      {open !== undefined && (
        <OpenedImport key={open} id={open} onClose={() => change({ open: undefined, page })} />
      )}
      <ImportsList />
    </Stack>
  );
}
