import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/day.ts';
import { AlertRuleFields } from '../../../shared/social/alerts.ts';
import {
  judgeFall,
  judgePulls,
  judgeSilence,
  judgeToken,
  settleAlerts,
} from '../../../shared/social/judge-alerts.ts';

const today = '2026-11-22';
const figure = (day: string, value: number) => ({ day, value, precision: 'exact' as const });
const anyDays = fc.integer({ min: 1, max: 365 });

describe('a rule of falls', () => {
  const over = (first: number, last: number, percent: number) =>
    judgeFall({ percent }, { first: figure('2026-11-15', first), last: figure(today, last) });

  test('tells only of more than its percentage', () => {
    expect(over(1_000, 950, 5)).toBe('clear');
    expect(over(1_000, 949, 5)).toMatchObject({ kind: 'followers_fall', to: { value: 949 } });
  });

  test('is never broken by a page that grows, or that had nobody', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 99 }), (first, won, percent) => {
        expect(over(first, first + won, percent)).toBe('clear');
      }),
    );
  });

  test('knows nothing of a page with one reading, or none', () => {
    const one = figure(today, 10);
    for (const [first, last] of [
      [null, null],
      [one, one],
      [null, one],
    ] as const) {
      expect(judgeFall({ percent: 5 }, { first, last })).toBe('unknown');
    }
  });
});

describe('a rule of silence', () => {
  const added = { addedDay: '2020-01-01' };

  test('tells of a page whose newest post is so many days old', () => {
    fc.assert(
      fc.property(anyDays, anyDays, (days, age) => {
        const lastPostDay = addDays(today, -age);
        const verdict = judgeSilence({ days }, { ...added, lastPostDay, knownUntil: today }, today);
        expect(verdict === 'clear').toBe(age < days);
      }),
    );
  });

  test('does not count days on which nobody looked', () => {
    const known = { ...added, lastPostDay: '2026-11-01', knownUntil: '2026-11-05' };
    expect(judgeSilence({ days: 10 }, known, today)).toBe('unknown');
    expect(judgeSilence({ days: 4 }, known, today)).toMatchObject({ kind: 'no_post' });
    const never = { ...added, lastPostDay: null, knownUntil: null };
    expect(judgeSilence({ days: 4 }, never, today)).toBe('unknown');
  });

  test('of a page without any known post counts from the day it was added', () => {
    const known = { lastPostDay: null, knownUntil: today, addedDay: '2026-11-20' };
    expect(judgeSilence({ days: 3 }, known, today)).toBe('clear');
    expect(judgeSilence({ days: 2 }, known, today)).toMatchObject({ lastPostDay: null });
  });
});

test('a rule of pulls names the parts that fail for so long, and no other', () => {
  const failing = (part: 'counts' | 'posts', since: string) => ({
    part,
    since,
    outcome: 'refused',
    reason: 'page_unknown' as const,
  });
  const parts = [failing('counts', '2026-11-19'), failing('posts', '2026-11-21')];
  expect(judgePulls({ days: 3 }, parts, today)).toMatchObject({ parts: [parts[0]] });
  expect(judgePulls({ days: 4 }, parts, today)).toBe('clear');
});

describe('a rule of tokens', () => {
  const now = new Date('2026-11-22T15:00:00Z');
  const token = {
    network: 'facebook' as const,
    storedFields: ['accessToken'],
    expiresAt: '2026-12-01T00:00:00.000Z' as string | null,
    needsToken: false,
  };

  test('tells of an end within its days, of a dead token, and of no end that is unknown', () => {
    expect(judgeToken({ days: 14 }, token, now)).toMatchObject({ isDead: false });
    expect(judgeToken({ days: 7 }, token, now)).toBe('clear');
    expect(judgeToken({ days: 7 }, { ...token, needsToken: true }, now)).toMatchObject({
      isDead: true,
    });
    expect(judgeToken({ days: 365 }, { ...token, expiresAt: null }, now)).toBe('clear');
  });

  test('leaves alone one that renews itself, until it has ended', () => {
    const renewed = { ...token, network: 'threads' as const };
    expect(judgeToken({ days: 14 }, renewed, now)).toBe('clear');
    const ended = { ...renewed, expiresAt: '2026-11-22T14:00:00.000Z' };
    expect(judgeToken({ days: 14 }, ended, now)).toMatchObject({ isDead: true });
  });
});

describe('alerts', () => {
  const verdicts = fc.constantFrom('clear' as const, 'unknown' as const, {
    kind: 'no_post' as const,
    lastPostDay: null,
    knownUntil: today,
  });
  const subjects = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 8 });

  test('are raised once, stay while it goes on or nobody looks, and close else', () => {
    fc.assert(
      fc.property(
        subjects,
        subjects,
        fc.array(verdicts, { minLength: 8, maxLength: 8 }),
        (a, b, v) => {
          const judged = a.map((subject, at) => ({
            ruleId: 'one',
            subject,
            verdict: v[at] ?? ('clear' as const),
          }));
          const open = b.map((subject) => ({ id: subject, ruleId: 'one', subject }));
          const { raise, close } = settleAlerts(judged, open);
          const left = [...open.filter((one) => !close.includes(one)), ...raise];
          const names = left.map(({ subject }) => subject);
          expect(new Set(names).size).toBe(names.length);
          const after = settleAlerts(
            judged,
            left.map(({ subject }) => ({ id: subject, ruleId: 'one', subject })),
          );
          expect(after).toEqual({ raise: [], close: [] });
        },
      ),
    );
  });
});

test('a percentage belongs to falls alone, and has one decimal at most', () => {
  const rule = { kind: 'followers_fall', days: 7 };
  expect(AlertRuleFields.safeParse({ ...rule, percent: 2.5 }).success).toBe(true);
  expect(AlertRuleFields.safeParse({ ...rule, percent: 0.3 }).success).toBe(true);
  expect(AlertRuleFields.safeParse({ ...rule, percent: 2.55 }).success).toBe(false);
  expect(AlertRuleFields.safeParse(rule).success).toBe(false);
  expect(AlertRuleFields.safeParse({ kind: 'no_post', days: 7, percent: 5 }).success).toBe(false);
});
