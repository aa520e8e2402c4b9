import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantInZone } from '../../../shared/imports/instant-in-zone.ts';
import { readCount } from '../../../shared/imports/read-count.ts';
import { lacksYear, provenOrder, readMoment } from '../../../shared/imports/read-moment.ts';

const counts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a count of a file', () => {
  test('is the same however its thousands are set apart, in either language', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom('en-US', 'es-CO', 'fr-FR', 'de-CH'), (value, locale) => {
        const written = new Intl.NumberFormat(locale).format(value);
        expect([written, readCount(written)]).toEqual([written, { value }]);
        expect(readCount(`${value}`)).toEqual({ value });
        expect(readCount(value)).toEqual({ value });
      }),
    );
  });

  test('may carry a fraction of nothing, but no other', () => {
    expect(readCount('1.234,00')).toEqual({ value: 1_234 });
    expect(readCount('1,234.0')).toEqual({ value: 1_234 });
    expect(readCount('120,0')).toEqual({ value: 120 });
    expect(readCount('12,5')).toEqual({ refused: 'not_whole' });
    expect(readCount('0,125')).toEqual({ refused: 'not_whole' });
    expect(readCount(1.234)).toEqual({ refused: 'not_whole' });
  });

  test('is absent where the cell is empty or has a dash, and never zero', () => {
    for (const empty of ['', '  ', '-', '--', '—', 'N/A', undefined, '\u00a0']) {
      expect(readCount(empty)).toEqual({ absent: true });
    }
    expect(readCount('0')).toEqual({ value: 0 });
  });

  test('is refused when it is negative, a formula, too large or no number', () => {
    expect(readCount('-3')).toEqual({ refused: 'negative' });
    expect(readCount('−1.200')).toEqual({ refused: 'negative' });
    expect(readCount(-3)).toEqual({ refused: 'negative' });
    expect(readCount('=2+3')).toEqual({ refused: 'not_a_number' });
    expect(readCount('1,2K')).toEqual({ refused: 'not_a_number' });
    expect(readCount('1,23,456')).toEqual({ refused: 'not_a_number' });
    expect(readCount('99999999999999999999')).toEqual({ refused: 'too_large' });
    expect(readCount(1e21)).toEqual({ refused: 'too_large' });
  });
});

describe('a date of a file', () => {
  const rules = { order: 'month_first', until: '2100-12-31' } as const;
  const dayOf = (text: string, more = {}) => readMoment(text, { ...rules, ...more })?.day;

  test('is the same day in every way that exports write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const noon = new Date(`${day}T12:00:00Z`);
        const words = (locale: string, options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(noon);
        for (const text of [
          day,
          `${day}T00:00:00`,
          `${month}/${date}/${year} 13:45`,
          `${Number(month)}/${Number(date)}/${year}`,
          words('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' }),
          words('en-US', { dateStyle: 'medium' }),
          words('en-US', { dateStyle: 'full' }),
          words('es-CO', { dateStyle: 'long' }),
          words('es-ES', { day: 'numeric', month: 'short', year: 'numeric' }),
          words('es-CO', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
        ]) {
          expect([text, dayOf(text)]).toEqual([text, day]);
        }
        expect(dayOf(`${date}/${month}/${year}`, { order: 'day_first' })).toBe(day);
      }),
    );
  });

  test('without its year is the last such day until the file was made', () => {
    const until = '2026-02-10';
    expect(dayOf('23 August', { until })).toBe('2025-08-23');
    expect(dayOf('10 de febrero', { until })).toBe('2026-02-10');
    expect(dayOf('February 11', { until })).toBe('2025-02-11');
    expect(dayOf('29 February', { until })).toBeUndefined();
    expect(lacksYear('23 August')).toBe(true);
    expect(lacksYear('Sat, Jul 11, 2026')).toBe(false);
    expect(lacksYear('07/11/2026 10:30')).toBe(false);
  });

  test('has its hour where the file tells it', () => {
    expect(readMoment('07/11/2026 08:05', rules)).toEqual({
      day: '2026-07-11',
      time: '08:05:00',
      utc: false,
    });
    expect(readMoment('Jul 11, 2026, 1:05 PM', rules)?.time).toBe('13:05:00');
    expect(readMoment('11/7/2026 1:05 p. m.', { ...rules, order: 'day_first' })?.time).toBe(
      '13:05:00',
    );
    expect(readMoment('2026-07-11T08:05:00+0000', rules)).toMatchObject({ utc: true });
    expect(readMoment('2026-07-11', rules)?.time).toBeNull();
  });

  test('that does not exist, or is no date, is none', () => {
    for (const text of [
      '02/30/2026',
      '13/13/2026',
      'ayer',
      '',
      'Total',
      '=HOY()',
      '2026-07-11 25:00',
    ]) {
      expect([text, readMoment(text, rules)]).toEqual([text, undefined]);
    }
  });

  test('proves the order of its numbers when one of them is no month', () => {
    expect(provenOrder(['03/04/2026', '13/04/2026'])).toBe('day_first');
    expect(provenOrder(['03/04/2026 10:00', '03/14/2026 10:00'])).toBe('month_first');
    expect(provenOrder(['03/04/2026'])).toBeUndefined();
    expect(provenOrder(['13/04/2026', '04/13/2026'])).toBeUndefined();
  });

  test('and hour of the office are one instant, also when the clocks change', () => {
    expect(instantInZone('2026-07-11', '08:05:00', 'America/Bogota')).toBe(
      '2026-07-11T13:05:00.000Z',
    );
    expect(instantInZone('2026-07-11', '08:05:00', 'Europe/Madrid')).toBe(
      '2026-07-11T06:05:00.000Z',
    );
    expect(instantInZone('2026-03-29', '03:30:00', 'Europe/Madrid')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });
});
