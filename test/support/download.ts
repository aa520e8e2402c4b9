import { readFileSync } from 'node:fs';

/** A file as somebody downloaded or saved it, from the fixtures. */
export function download(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/downloads/${name}`, import.meta.url));
}

/** Such a file as it is sent. */
export function sentDownload(name: string) {
  return { name, content: download(name).toString('base64') };
}
