import { describe, expect, test } from 'vitest';
import { bodyOf, makeAnswerCache } from '../../../server/http/answer-cache.ts';
import { appRouter } from '../../../server/http/router.ts';
import { makeHouse } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import { inputsOf } from './kept-inputs.ts';
import { openOffice } from './kept-office.ts';

/** The same input as other programs may write it: names in another order, and one that means nothing. */
function waysToWrite(input: unknown): string[] {
  if (input === undefined) return ['', 'null', '{"x":1}', '{"x":2}', '[7]'];
  const text = JSON.stringify(input);
  const reversed = Object.fromEntries(Object.entries(input as object).reverse());
  return [
    text,
    JSON.stringify(reversed),
    JSON.stringify(input, null, 3),
    ...[1, 2].map((x) => JSON.stringify({ ...(input as object), [`unknown${x}`]: 'x'.repeat(x) })),
  ];
}

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { inputs: { safeParse(input: unknown): { success: boolean } }[] } }
>;

function isTaken(path: string, text: string): boolean {
  const input = text === '' ? undefined : JSON.parse(text);
  return (procedures[path]?._def.inputs ?? []).every((schema) => schema.safeParse(input).success);
}

describe('what kept answers take', () => {
  test('whoever asks one thing in many ways has one answer kept, in every read whose answers are', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    const inputs = inputsOf(await openOffice(visitor));
    const { db } = served.house.database;
    const readAgain: string[] = [];
    for (const [path, input] of Object.entries(inputs)) {
      const ask = async (text: string) => {
        const search = text === '' ? '' : `?input=${encodeURIComponent(text)}`;
        return (await visitor.fetch(`/trpc/${path}${search}`)).text();
      };
      const first = await ask(input === undefined ? '' : JSON.stringify(input));
      // What is read again, and not from memory, finds another name there.
      await db
        .updateTable('department')
        .set({ name: `Otra ${path}` })
        .execute();
      for (const text of waysToWrite(input).filter((each) => isTaken(path, each))) {
        if ((await ask(text)) !== first) readAgain.push(`${path} ${text}`);
      }
    }
    expect(readAgain).toEqual([]);
  }, 60_000);

  test('keys and answers together never pass their bytes, whatever 100,000 inputs there are', async () => {
    const capacity = 2 * 1024 * 1024;
    const cache = makeAnswerCache(await makeHouse(), capacity);
    const keyAt = (at: number) => `${at} ${'k'.repeat(at % 97 === 0 ? 9_000 : at % 600)}`;
    const bodyAt = (at: number) => 'ñ'.repeat((at * 7) % 600);
    const kept = new Map<string, number>();
    for (let at = 1; at <= 100_000; at += 1) {
      const [key, body] = [keyAt(at), bodyAt(at)];
      cache.keep(key, 'a:1 ', body);
      kept.set(key, 2 * (key.length + body.length));
      if (at % 5_000 !== 0) continue;
      let bytes = 0;
      for (const [each, size] of kept) {
        if (cache.find(each, 'a:1 ') === undefined) kept.delete(each);
        else bytes += size;
      }
      expect(bytes).toBeLessThanOrEqual(capacity);
      expect(kept.size).toBeGreaterThan(100);
    }
    expect(cache.find(keyAt(100_000), 'a:1 ')).toBe(bodyAt(100_000));
  });

  test('a long answer takes its bytes and not more, so that ten years of pages are kept', () => {
    const text = 'ñ'.repeat(100_000);
    expect(bodyOf('ñ'.repeat(100))).toBe('ñ'.repeat(100));
    expect(Buffer.isBuffer(bodyOf(text))).toBe(true);
    expect(String(bodyOf(text))).toBe(text);
  });

  test('what was used longest ago goes first', async () => {
    const cache = makeAnswerCache(await makeHouse(), 16 * 1024);
    const kept = () => ['a', 'b', 'c'].filter((key) => cache.find(key, '1'));
    for (const key of ['a', 'b', 'c']) cache.keep(key, '1', 'x'.repeat(500));
    expect(kept()).toEqual(['a', 'b', 'c']);
    for (let at = 0; at < 50; at += 1) {
      cache.find('b', '1');
      cache.keep(`other ${at}`, '1', 'x'.repeat(500));
    }
    expect(kept()).toEqual(['b']);
  });
});
