import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers } from './cruise.ts';

const files = layers.flatMap((layer) =>
  readdirSync(layer, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);
const code = files.filter((path) => /\.(tsx?|js|css)$/.test(path));

/** Long by nature: lists of tables, recorded answers, printed figures. */
const lengthExcepted = /^(server\/database\/migrations|test\/fixtures)\//;

const vagueWords = /(^|-)(utils?|helpers?|manager|services?|common|misc|index)(-|\.|$)/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|module|d))?\.[a-z]+$/;
const topLevel = new Set([
  ...['client', 'server', 'shared', 'jobs', 'test', 'docs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
  ...['README.md', 'LICENSE', 'CONTRIBUTING.md'],
]);
const leftByUse = new Set(['node_modules', 'dist', 'data', 'bench', 'coverage', 'test-results']);

function linesOf(path: string): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

describe('files', () => {
  test('none has 300 lines, and half of them have at most 75', () => {
    const long = code.filter((path) => !lengthExcepted.test(path) && linesOf(path) >= 300);
    expect(long).toEqual([]);
    expect(median(code.map(linesOf))).toBeLessThanOrEqual(75);
  });

  test('names are kebab-case and say what is inside', () => {
    const names = code.map((path) => basename(path));
    expect(names.filter((name) => !kebabCase.test(name))).toEqual([]);
    expect(names.filter((name) => vagueWords.test(name))).toEqual([]);
  });

  test('the top level is the fixed one', () => {
    const found = readdirSync('.').filter((name) => !name.startsWith('.') && !leftByUse.has(name));
    expect(found.filter((name) => !topLevel.has(name))).toEqual([]);
  });

  test('a file of a verb exports the verb that it is named after', () => {
    const verbs = code.filter((path) =>
      /^server\/[a-z-]+\/(?:[a-z-]+\/)?[a-z]+-[a-z-]+\.ts$/.test(path),
    );
    const verbFiles = verbs.filter((path) =>
      /^(add|change|create|import|remove|request|store|declare|close)-/.test(basename(path)),
    );
    const silent = verbFiles.filter((path) => {
      const verb = basename(path, '.ts').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
      return !new RegExp(`export (async )?function ${verb}\\b`).test(readFileSync(path, 'utf8'));
    });
    expect(silent).toEqual([]);
  });
});
