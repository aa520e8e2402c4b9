import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asvsRequirements } from '../fixtures/security/asvs-requirements.ts';

const text = readFileSync('docs/security.md', 'utf8');

/** A line of the table of requirements: `| 1.2.3 | what it asks | verdict | why and where |`. */
interface Line {
  id: string;
  verdict: string;
  why: string;
}

function linesOf(markdown: string): Line[] {
  return markdown.split('\n').flatMap((line) => {
    const [, id, , verdict, why] = line.split('|').map((cell) => cell.trim());
    if (!/^\d+\.\d+\.\d+$/.test(id ?? '')) return [];
    return [{ id: id ?? '', verdict: verdict ?? '', why: why ?? '' }];
  });
}

/** Files that a text names, by their path from the top of the product. */
function pathsIn(markdown: string): string[] {
  const quoted = markdown.match(/`[^`\s]+`/g) ?? [];
  const paths = quoted.map((each) => each.slice(1, -1));
  return paths.filter((path) =>
    /^(client|server|shared|jobs|test|docs)\/|^[\w.-]+\.(md|json|ts)$/.test(path),
  );
}

/** What is wrong with a line. */
function faultOf({ id, verdict, why }: Line): string | undefined {
  if (!['met', 'met, no test', 'not met', 'not applicable'].includes(verdict))
    return `${id}: ${verdict}`;
  if (why === '') return `${id} says nothing`;
  const paths = pathsIn(why);
  if (verdict === 'met' && !paths.some((path) => /^test\/.*\.test\.tsx?$|^docs\//.test(path))) {
    return `${id} is met by no test`;
  }
  return verdict === 'met, no test' && paths.length === 0 ? `${id} is met nowhere` : undefined;
}

describe('what is said of security', () => {
  test('names files that are there', () => {
    const paths = [...new Set(pathsIn(text))];
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('judges each requirement of the standard once, and says where it is met', () => {
    const ids = Object.entries(asvsRequirements).flatMap(([section, numbers]) =>
      numbers.map((number) => `${section}.${number}`),
    );
    const lines = linesOf(text);
    expect(lines.map(({ id }) => id)).toEqual(ids);
    expect(lines.flatMap((line) => faultOf(line) ?? [])).toEqual([]);
  });

  test('would be found wrong where it is', () => {
    const wrong = [
      '| 1.1.1 | x | perhaps | `test/a.test.ts` |',
      '| 1.1.2 | x | met | `server/a.ts` |',
      '| 1.1.3 | x | met, no test | by care |',
      '| 1.1.4 | x | not met | |',
    ];
    expect(linesOf(wrong.join('\n')).filter((line) => faultOf(line))).toHaveLength(wrong.length);
    expect(pathsIn('`server/nowhere.ts`, `npm audit`, `README.md`')).toEqual([
      'server/nowhere.ts',
      'README.md',
    ]);
  });
});
