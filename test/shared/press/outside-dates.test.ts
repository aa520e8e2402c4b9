import { describe, expect, test } from 'vitest';
import { dayOrderAt } from '../../../shared/calendar/day-order.ts';
import { readOutsideDay } from '../../../shared/calendar/outside-day.ts';
import { composeEntries } from '../../../shared/press/feed-entries.ts';
import { composePageFacts } from '../../../shared/press/page-facts.ts';
import { inFigures, languages, noDays, sameEverywhere } from '../../support/outside-dates.ts';

const day = '2026-06-05';

/** What a place of a language is to be read as of each date. */
function expected(figures: string | null): [string, string | null][] {
  return [
    ...sameEverywhere.map((date): [string, string | null] => [date, day]),
    ...inFigures.map((date): [string, string | null] => [date, figures]),
    ...noDays.map((date): [string, string | null] => [date, null]),
  ];
}

const timeZone = 'America/Bogota';
const address = 'https://elsur.example/nota';
const fields = [
  (date: string) => ({ pubDate: date }),
  (date: string) => ({ published: date }),
  (date: string) => ({ dc: { dates: [date] } }),
];
const ways = [
  (date: string) => ({ tags: { articlePublishedTime: date }, linkedData: [] }),
  (date: string) => ({ tags: { date }, linkedData: [] }),
  (date: string) => ({
    tags: {},
    linkedData: [{ '@type': 'NewsArticle', url: address, datePublished: date }],
  }),
];

describe('a date that others wrote', () => {
  test.each(languages)('in a feed in “%s” is the day that is written', (language, figures) => {
    const wanted = expected(figures);
    for (const said of fields) {
      const items = wanted.map(([date], at) => ({
        title: `Nota ${at}`,
        guid: `${at}`,
        ...said(date),
      }));
      const entries = composeEntries({ language, items }, { address, timeZone });
      expect(wanted.map(([date], at) => [date, entries[at]?.day])).toEqual(wanted);
    }
  });

  test.each(languages)('on a page in “%s” is the day that is written', (language, figures) => {
    const wanted = expected(figures);
    for (const found of ways) {
      const days = wanted.map(([date]) => {
        const page = {
          ...found(date),
          canonical: undefined,
          languages: language ? [language] : [],
        };
        return [date, composePageFacts(page, { finalAddress: address, timeZone }).day];
      });
      expect(days).toEqual(wanted);
    }
  });

  test('is the same day in every office, where it has no hour or no zone', () => {
    for (const timeZone of ['America/Bogota', 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      for (const date of [
        day,
        `${day} 00:30:00`,
        `${day}T23:59`,
        '5 de junio de 2026',
        `${day}Z`,
      ]) {
        expect(readOutsideDay(date, { timeZone, order: undefined }), date).toBe(day);
      }
    }
    const instant = '2026-06-06T04:10:00Z';
    const inMadrid = { timeZone: 'Europe/Madrid', order: undefined };
    expect(readOutsideDay(instant, inMadrid)).toBe('2026-06-06');
  });

  test.each([
    [[], 'elsur.com.co', 'day_first'],
    [['es'], 'elsur.com.co', 'day_first'],
    [['en-US'], 'elsur.com.co', undefined],
    [['es', 'en_US'], 'elsur.com', undefined],
    [[], 'elsur.com', undefined],
    [[], 'elsur.tv', undefined],
    [[], 'news.example.us', 'month_first'],
    [['es-PR'], 'elsur.com', 'month_first'],
  ] as const)('in figures, in %j at %s, is %s', (said, host, order) => {
    expect(dayOrderAt(said, host)).toBe(order);
  });
});
