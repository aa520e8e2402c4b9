import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDayCell } from '../../../../shared/imports/sheets/read-day-cell.ts';
import { readMonth } from '../../../../shared/imports/sheets/read-month.ts';

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const inWords = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('es-CO', { timeZone: 'UTC', ...options }).format(new Date(day));

describe('a day of a spreadsheet', () => {
  test('is the same in every way that people write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const short = `${Number(date)}-${inWords(day, { month: 'short' })}-${year.slice(2)}`;
        const written = [
          day,
          { day },
          { day: `${day}T15:30:00` },
          `${year}/${Number(month)}/${Number(date)}`,
          inWords(day, { day: 'numeric', month: 'long', year: 'numeric' }),
          inWords(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
          short,
        ];
        for (const cell of written) expect([cell, readDayCell(cell)]).toEqual([cell, { day }]);
        const dayFirst = `${Number(date)}/${Number(month)}/${year}`;
        expect(readDayCell(dayFirst, 'day_first')).toEqual({ day });
        expect(readDayCell(`${month}-${date}-${year.slice(2)}`, 'month_first')).toEqual({ day });
      }),
    );
  });

  test('is asked for just where both orders make a day, and two of them', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const isOpen = Number(date) <= 12 && date !== month;
        const reading = readDayCell(`${date}/${month}/${year}`);
        expect(reading).toEqual(isOpen ? { ambiguous: true } : { day });
      }),
    );
  });

  test('that the calendar does not have is none', () => {
    for (const text of ['31/02/2020', '2019-02-29', '32 de enero de 2020', '13/13/2020', 'marzo']) {
      expect([text, readDayCell(text)]).toEqual([text, { refused: 'not_a_day' }]);
    }
    expect(readDayCell(44_000)).toEqual({ refused: 'not_a_day' });
    expect(readDayCell({ error: '#N/A' })).toEqual({ refused: 'error_cell' });
  });

  test('of any text at all is a day, nothing, a question or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const kinds = ['day', 'absent', 'ambiguous', 'refused'];
        expect(kinds).toContain(Object.keys(readDayCell(text))[0]);
      }),
    );
  });
});

describe('a month of a spreadsheet', () => {
  test('is the same in every way that people write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
        const long = inWords(day, { month: 'long' });
        const short = inWords(day, { month: 'short' }).replace('.', '');
        const written = [
          `${month}/${year}`,
          `${day.slice(5, 7)}-${year}`,
          day.slice(0, 7),
          `${long} de ${year}`,
          `${short}-${day.slice(2, 4)}`,
          `${short}. ${year}`,
          `${long.toUpperCase()} ${year}`,
        ];
        for (const cell of [...written, { day }]) {
          expect([cell, readMonth(cell)]).toMatchObject([cell, { year, month }]);
        }
        expect(readMonth(long)).toEqual({ year: null, month });
        expect(readMonth(`  ${short}.`)).toEqual({ year: null, month });
      }),
    );
    expect(readMonth('Sept.')).toEqual({ year: null, month: 9 });
    expect(readMonth('Setiembre')).toEqual({ year: null, month: 9 });
  });

  test('is none where it is another word, a total, a number or an impossible month', () => {
    for (const cell of [
      'Total',
      'Trimestre 1',
      '13/2020',
      '00-2020',
      'enero a marzo',
      '',
      7,
      true,
    ]) {
      expect([cell, readMonth(cell)]).toEqual([cell, undefined]);
    }
    expect(readMonth('2020')).toBeUndefined();
  });
});
