import { describe, expect, test } from 'vitest';
import { social as english } from '../../../client/words/en/social.ts';
import { social as spanish } from '../../../client/words/es/social.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import { breakCodes, breaksWithin, metricBreaks } from '../../../shared/social/metric-breaks.ts';

describe('a metric that its network redefined', () => {
  test.each(metricBreaks)('$code of $metric parts the days before from those since', (one) => {
    const { network, metric, day } = one;
    const within = (from: string, to: string) => breaksWithin(network, [metric], { from, to });
    const eve = addDays(day, -1);
    expect(within(eve, day)).toContainEqual(one);
    expect(within(addDays(eve, -1), eve)).not.toContainEqual(one);
    expect(within(day, addDays(day, 1))).not.toContainEqual(one);
  });

  test.each(breakCodes)('%s says what counted before and what counts since', (code) => {
    expect(metricBreaks.map((one) => one.code)).toContain(code);
    for (const { redefinitions } of [spanish, english]) {
      const { before, since } = redefinitions[code];
      expect(before).not.toBe(since);
    }
  });
});
