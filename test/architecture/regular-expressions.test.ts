import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { beforeAll, describe, expect, test } from 'vitest';
import { layers } from './cruise.ts';
import { isPlainlyLinear, listExpressions, withFewRepeats } from './regular-expressions.ts';

const expressions = layers
  .filter((layer) => layer !== 'test')
  .flatMap((layer) =>
    readdirSync(layer, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  .flatMap((path) => listExpressions(path, readFileSync(path, 'utf8')));

/** What is wrong with an expression; null when its time grows as the text does. */
async function faultOf({ source, flags }: { source: string; flags: string }) {
  if (isPlainlyLinear({ source, flags })) return null;
  // Another way to check tries texts by chance: it says now this, now that.
  const found = await check(withFewRepeats(source), flags, {
    checker: 'automaton',
    timeout: 60_000,
  });
  if (found.status === 'safe') return null;
  return found.status === 'vulnerable'
    ? `${found.complexity.summary}: ${found.attack.pattern}`
    : `not known: ${found.error.kind}`;
}

// The first question starts the checker, which answers all that follow side by side.
beforeAll(() => check('a', ''));

describe('regular expressions', () => {
  test('take time as the text is long, whatever the text', async () => {
    expect(expressions.length).toBeGreaterThan(400);
    const seen = new Map(expressions.map((one) => [`/${one.source}/${one.flags}`, one]));
    const told = [...seen].map(async ([text, one]) => {
      const fault = await faultOf(one);
      return fault === null ? [] : [`${one.where} ${text} ${fault}`];
    });
    expect((await Promise.all(told)).flat()).toEqual([]);
  }, 90_000);

  test.each([
    ['^(a+)+$', ''],
    ['(a|a)*b', ''],
    ['\\s+$', ''],
    ['^\\s*(.*)\\s*$', ''],
    ['<[^>]*>', 'g'],
    ['\\s*\\n\\s*', 'g'],
    ['x[^y]*y', ''],
    ['a*a*b', ''],
    ['(?:a{0,50}){0,20}\\d*\\d*b', ''],
    ['\\s*x{1,400}\\s*$', ''],
    ['(?=a)a+b', ''],
  ])('the check catches /%s/%s', async (source, flags) => {
    expect(await faultOf({ source, flags })).not.toBeNull();
  });

  test('the check finds those that are made of texts', () => {
    const text = `const label = 'a+';\nconst made = new RegExp(\`^(\${label})+$\`, 'i');`;
    expect(listExpressions('planted.ts', text)).toEqual([
      { where: 'planted.ts:2', source: '^(a+)+$', flags: 'i' },
    ]);
  });
});
