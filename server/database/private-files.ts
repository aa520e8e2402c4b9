import { chmodSync, closeSync, existsSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const privateFile = 0o600;
const privateFolder = 0o700;

/** What this product writes into its folder, beside what SQLite keeps next to a database in use. */
const ownFile =
  /^(?:secret-key|altavoz-copying-[\w-]+|altavoz(?:-before-[\w-]+)?\.db(?:-wal|-shm|-journal|\.partial)?)$/;

/** A folder that everybody writes into, such as that of temporary files, is not one's own. */
function isShared(folder: string): boolean {
  return (statSync(folder).mode & 0o1002) !== 0;
}

function close(path: string, mode: number): void {
  if ((statSync(path).mode & 0o777) === mode) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    // A folder that another user lends, or a disk that knows no modes, stays as its owner made it.
    if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(String((error as NodeJS.ErrnoException).code))) {
      throw error;
    }
  }
}

/** Makes an empty file that nobody else reads, unless it is there; an existing one is closed to others. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', privateFile));
  close(path, privateFile);
}

/** Closes a folder of this product, and what it wrote there, to every other user of the machine. */
export function keepFolderPrivate(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (ownFile.test(name) && existsSync(path)) close(path, privateFile);
  }
  if (!isShared(folder)) close(folder, privateFolder);
}
