import { type FileHandle, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folderStart = 'altavoz-evidence-';

/**
 * Opens a file that has no name any more: what a process that is killed had taken in goes with it. Its
 * folder is there for a moment only.
 */
export async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), folderStart));
  try {
    return await open(join(folder, 'file'), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Longer than any process takes between making a folder and opening its file. */
const youngMs = 60_000;

/** Removes the folders that were left by processes killed in the middle of taking in a file. */
export async function removeLeftUploads(now: Date): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderStart));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const found = await stat(folder).catch(() => undefined);
    if (!found || found.uid !== (process.getuid?.() ?? found.uid)) continue;
    // An empty one may be of a process that is about to open its file.
    const isYoung = now.getTime() - found.mtimeMs < youngMs;
    if (isYoung && (await readdir(folder)).length === 0) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
