import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkBudget } from '../../../jobs/network-budget.ts';
import { testStart } from '../../support/networks.ts';

const start = Date.parse(testStart);
const minute = 60_000;

function waitAfter(headers: Record<string, string>): number {
  const budget = new NetworkBudget();
  budget.observe(new Headers(headers), start);
  return budget.waitAt(start);
}

const appUsage = (percent: number) => ({
  'x-app-usage': JSON.stringify({ call_count: percent, total_time: 1, total_cputime: 1 }),
});
const pageUsage = (percent: number, regain: number) => ({
  'x-business-use-case-usage': JSON.stringify({
    '7001': [{ type: 'pages', call_count: 1, total_cputime: percent, total_time: 1 }],
    '7002': [{ type: 'pages', call_count: 1, estimated_time_to_regain_access: regain }],
  }),
});
const xWindow = (remaining: number, resetMs: number) => ({
  'x-rate-limit-limit': '300',
  'x-rate-limit-remaining': `${remaining}`,
  'x-rate-limit-reset': `${(start + resetMs) / 1_000}`,
});

const xDay = (of: 'app' | 'user', remaining: number) => ({
  ...xWindow(200, 10 * minute),
  [`x-${of}-limit-24hour-limit`]: '500',
  [`x-${of}-limit-24hour-remaining`]: `${remaining}`,
  [`x-${of}-limit-24hour-reset`]: `${start / 1_000 + 5 * 3_600}`,
});

const mastodonWindow = (remaining: number) => ({
  'x-ratelimit-limit': '300',
  'x-ratelimit-remaining': `${remaining}`,
  'x-ratelimit-reset': new Date(start + 5 * minute).toISOString(),
});
const blueskyWindow = (remaining: number) => ({
  'ratelimit-limit': '3000',
  'ratelimit-remaining': `${remaining}`,
  'ratelimit-reset': `${start / 1_000 + 300}`,
});

describe('the budget of a credential', () => {
  test.each([
    ['with nothing said', {}, 0],
    ['under 75 % of the app', appUsage(74), 0],
    ['at 75 % of the app, calls are spaced', appUsage(75), 1_000],
    ['at 85 %, more so', appUsage(85), 3_000],
    ['at 95 %, they stop until the gauge has fallen', appUsage(95), 2 * minute],
    ['the fullest gauge of any page counts', pageUsage(96, 0), 2 * minute],
    ['the minutes to regain access are minutes', pageUsage(1, 7), 7 * minute],
    ['a header that is no JSON says nothing', { 'x-app-usage': '<html>' }, 0],
    ['a header of another shape says nothing', { 'x-business-use-case-usage': '[null,3]' }, 0],
    ['with plenty left of a window', xWindow(200, 10 * minute), 0],
    ['with a quarter left, the rest is spread', xWindow(75, 2.5 * minute), 2_000],
    ['with none left, until the window ends', xWindow(0, 10 * minute), 10 * minute],
    ['a window that has ended holds nothing', xWindow(0, -minute), 0],
    ["with none left of the day of X's application", xDay('app', 0), 300 * minute],
    ["with none left of the day of X's account", xDay('user', 0), 300 * minute],
    ['with little left of the day, the rest is spread', xDay('app', 10), 5_000],
    ["with none left of Mastodon's window, until its instant", mastodonWindow(0), 5 * minute],
    ["with a fifth left of Mastodon's window, the rest is spread", mastodonWindow(60), 5_000],
    ["with none left of Bluesky's window, until it ends", blueskyWindow(0), 5 * minute],
  ])('%s', (_, headers, wait) => {
    expect(waitAfter(headers as Record<string, string>)).toBe(wait);
  });

  test.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 15:02:00 GMT' }, 2 * minute],
    ['a reset', xWindow(0, 5 * minute), 5 * minute],
    ['that the day is spent', xDay('app', 0), 300 * minute],
    ['a reset while some is left of each window', xDay('user', 10), 10 * minute],
    ['a date already past', { 'retry-after': 'Sun, 22 Nov 2026 14:00:00 GMT' }, 1_000],
    ['nothing', {}, 15 * minute],
    ['something unreadable', { 'retry-after': 'soon' }, 15 * minute],
    ['a thousand years', { 'retry-after': '31556952000' }, 24 * 60 * minute],
  ])('a throttle that says %s is obeyed', (_, headers, wait) => {
    const budget = new NetworkBudget();
    budget.throttle(new Headers(headers as Record<string, string>), start);
    expect(budget.waitAt(start)).toBe(wait);
    expect(budget.waitAt(start + wait)).toBe(0);
  });

  test('a later answer that says nothing does not reopen a closed budget', () => {
    const budget = new NetworkBudget();
    budget.throttle(new Headers({ 'retry-after': '600' }), start);
    budget.observe(new Headers(appUsage(3)), start + minute);
    expect(budget.waitAt(start + minute)).toBe(9 * minute);
  });

  test('whatever the headers say, the wait is a number from nothing to a day', () => {
    const word = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.json(),
    );
    const printable = word.map((text) => text.replace(/[^\x20-\x7e]/g, ''));
    const names = [
      'x-app-usage',
      'x-business-use-case-usage',
      'x-rate-limit-limit',
      'x-rate-limit-remaining',
      'x-rate-limit-reset',
      'retry-after',
    ];
    const answer = fc.record({
      headers: fc.dictionary(fc.constantFrom(...names), printable),
      isThrottled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
        const budget = new NetworkBudget();
        for (const { headers, isThrottled } of answers) {
          budget.observe(new Headers(headers), start);
          if (isThrottled) budget.throttle(new Headers(headers), start);
        }
        const wait = budget.waitAt(start);
        expect(wait).toBeGreaterThanOrEqual(answers.some((at) => at.isThrottled) ? 1_000 : 0);
        expect(wait).toBeLessThanOrEqual(24 * 60 * minute);
        expect(budget.waitAt(start + 24 * 60 * minute)).toBeLessThanOrEqual(5_000);
      }),
      { numRuns: 500 },
    );
  });

  test('the fuller the gauge, the longer the wait', () => {
    const percent = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(waitAfter(appUsage(less))).toBeLessThanOrEqual(waitAfter(appUsage(more)));
      }),
    );
  });
});
