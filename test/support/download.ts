import { readFileSync } from 'node:fs';

/** A file as somebody downloaded or saved it, from the fixtures. */
export function download(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/downloads/${name}`, import.meta.url));
}
