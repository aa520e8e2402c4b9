import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  csvLines,
  type DecimalMark,
  daySerial,
  withoutGuard,
} from '../../shared/files/file-cell.ts';

const marks = [',', '.'] as const satisfies DecimalMark[];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom('', "'", "''"),
      fc.constantFrom('', ...'=+-@＝＋－＠\t\r\n'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);

describe('a text of a CSV', () => {
  test('stands in its own cell, comes back as it was, and never starts as a formula does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(texts, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        fc.constantFrom(...marks),
        (rows, mark) => {
          const delimiter = mark === ',' ? ';' : ',';
          const { data } = papaparse.parse<string[]>(csvLines(rows, mark).slice(0, -2), {
            delimiter,
            newline: '\r\n',
          });
          for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
          expect(data.map((row) => row.map(withoutGuard))).toEqual(rows);
        },
      ),
    );
  });

  test('loses exactly one guard on the way in, and only where one was put', () => {
    const file = readFileSync(new URL('../fixtures/sheets/ida-y-vuelta.csv', import.meta.url));
    const { data } = papaparse.parse<string[]>(file.toString().slice(1).trimEnd(), {
      delimiter: ';',
    });
    const titles = data.slice(1).map((row) => withoutGuard(row[1] ?? ''));
    expect(titles).toEqual([
      '=HYPERLINK("https://medio.example";"Obra")',
      '+57 llamadas en una noche',
      '-5 grados en el páramo',
      "'Tardes de cine' en el parque",
    ]);
    expect(csvLines([["'=1+1"]], ',')).toBe("''=1+1\r\n");
  });
});

describe('a figure or a day of a CSV', () => {
  test('is written as programs read it', () => {
    const cells = [3.5, { pesos: 1_350_000 }, { share: 0.1234 }, { day: '2026-10-13' }, null];
    const more = [{ month: '2026-02' }, { at: '2026-10-13T08:05' }];
    expect(csvLines([[...cells, ...more]], ',')).toBe(
      '3,5;1350000;12,34;2026-10-13;;2026-02;2026-10-13 08:05\r\n',
    );
    expect(csvLines([cells], '.')).toBe('3.5,1350000,12.34,2026-10-13,\r\n');
  });

  test('a day is the number that spreadsheets know it by', () => {
    expect(daySerial('2026-10-13')).toBe(46_308);
    expect(daySerial('2026-10-13T12:00')).toBe(46_308.5);
  });
});
