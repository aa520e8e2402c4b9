import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportedFrom, exportingScreens } from '../support/exporting-screens.ts';

const offers = /<(?:DataTable|ExportMenu|ClippingsExport|(?:Bar|LyingBar|Line|Heat)Chart)\b/;

/** The sources that draw something with a way to save it as a file. */
function offering(): string[] {
  return readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.startsWith('ui/'))
    .map((name) => join('client', name))
    .filter((path) => offers.test(readFileSync(path, 'utf8')))
    .sort();
}

test('whatever offers a file is opened by another program in the walk, or says why not', () => {
  expect(Object.keys(exportedFrom).sort()).toEqual(offering());
});

test('every screen of the walk is there for something', () => {
  const walked = new Set(Object.values(exportedFrom).filter((one) => typeof one === 'string'));
  expect([...walked].sort()).toEqual([...exportingScreens].sort());
});
