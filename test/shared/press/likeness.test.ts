import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areTitlesAlike, findLikenessOf, type Unstored } from '../../../shared/press/likeness.ts';

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

const piece: Unstored = {
  outletId: 'sur',
  day: '2026-11-09',
  title: 'La Estrella estrena parque',
  url: 'https://www.elsur.example/parque',
  pastedUrl: null,
};

describe('two appearances of which neither is on record', () => {
  test.each([
    [{ url: 'http://m.elsur.example/parque/?utm_source=x#arriba', title: 'Otra' }, 'same_address'],
    [{ url: null, pastedUrl: 'https://elsur.example/parque/amp', day: null }, 'same_address'],
    [{ url: null, title: 'La Estrella estrena parqe' }, 'same_piece'],
    [{ url: null, outletId: 'norte', day: '2026-11-16' }, 'same_text_elsewhere'],
    [{ url: null, outletId: 'norte', day: '2026-11-17' }, undefined],
    [{ url: null, day: '2026-11-10' }, undefined],
    [{ url: null, outletId: null }, undefined],
    [{ url: null, day: null }, undefined],
    [{ url: 'no es una dirección', title: 'Otra cosa' }, undefined],
  ] as const)('are alike, or not, either way round: %o', (change, reason) => {
    const other = { ...piece, ...change };
    expect(findLikenessOf(piece, other)).toBe(reason);
    expect(findLikenessOf(other, piece)).toBe(reason);
  });
});
