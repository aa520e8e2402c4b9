import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areTitlesAlike } from '../../../shared/press/likeness.ts';

describe('two titles', () => {
  test.each([
    ['La Estrella estrena parque', 'LA ESTRELLA ESTRENA PARQUE.'],
    ['Alcaldía inauguró la vía a La Tablaza', 'Alcaldia inaguró la vía a La Tablaza'],
    ['La Estrella estrena parque infantil', 'La Estrella estrena parque  infantil hoy'],
  ])('are nearly equal: %s and %s', (one, other) => {
    expect(areTitlesAlike(one, other)).toBe(true);
  });

  test.each([
    ['La Estrella estrena parque', 'La Estrella pierde en la final'],
    ['Obras', 'Obras en el sur del valle'],
    ['', ''],
    ['¡!', '…'],
  ])('are two: %s and %s', (one, other) => {
    expect(areTitlesAlike(one, other)).toBe(false);
  });

  test('are compared the same way round and the other', () => {
    const word = fc.constantFrom('La', 'Estrella', 'parque', 'vía', 'obra', 'alcalde');
    const title = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(title, title, (one, other) => {
        expect(areTitlesAlike(one, other)).toBe(areTitlesAlike(other, one));
      }),
    );
  });
});
