import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { cruise, layers } from './cruise.ts';
import { type PlantedViolation, plantedBeside, plantedViolations } from './planted-violations.ts';

const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
const { forbidden } = Rules.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));

function sourceFiles(): string[] {
  return layers
    .flatMap((layer) =>
      readdirSync(layer, { recursive: true, encoding: 'utf8' }).map((name) => join(layer, name)),
    )
    .filter((path) => /\.tsx?$/.test(path));
}

function writeEmpty(path: string, content = 'export {};\n'): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, content);
}

function importedPath(plant: PlantedViolation): string | undefined {
  const [, target] = /'(\.[^']+)'/.exec(plant.imports) ?? [];
  return target && plant.rule !== 'must-resolve' ? join(dirname(plant.file), target) : undefined;
}

/** A folder with the project's rules, where each file breaks one of them. */
function plantedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'altavoz-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync('.dependency-cruiser.cjs', join(folder, '.dependency-cruiser.cjs'));
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
  for (const layer of layers) mkdirSync(join(folder, layer));
  const manifest = { dependencies: { kysely: '*' }, devDependencies: { vitest: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const name of ['kysely', 'vitest']) {
    writeEmpty(join(folder, 'node_modules', name, 'index.js'));
  }
  for (const plant of [...plantedViolations, ...plantedBeside]) {
    writeEmpty(join(folder, plant.file), `${plant.imports};\nexport {};\n`);
  }
  for (const path of plantedViolations.map(importedPath)) {
    if (path) writeEmpty(join(folder, path));
  }
  return folder;
}

describe('who imports whom', () => {
  test('every source file is seen, with its imports, and no rule is broken', () => {
    const { modules, summary } = cruise('.');
    const seen = new Set(modules.map((module) => module.source));

    expect(sourceFiles().filter((path) => !seen.has(path))).toEqual([]);
    expect(sourceFiles().length).toBeGreaterThan(150);
    expect(modules.flatMap((module) => module.dependencies).length).toBeGreaterThan(500);
    expect(summary.violations).toEqual([]);
  });

  test('each rule catches the violation that is planted for it', () => {
    const { violations } = cruise(plantedFolder()).summary;
    const caught = new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));

    const planted = plantedViolations.map(({ rule, file }) => `${rule}: ${file}`);
    expect(planted.filter((one) => !caught.has(one))).toEqual([]);
    expect(new Set(plantedViolations.map((plant) => plant.rule))).toEqual(
      new Set(forbidden.map((rule) => rule.name)),
    );
  });
});
