import { describe, expect, test } from 'vitest';
import { ownAddress } from '../../../shared/press/page-facts.ts';

const found = 'https://m.elsur.example/parque?utm_source=x';
const said = (ogUrl: unknown) => ownAddress({ tags: { ogUrl } }, found);

describe('the address of a page', () => {
  test.each([
    ['https://www.elsur.example/parque', 'https://www.elsur.example/parque'],
    ['/sur/parque', 'https://m.elsur.example/sur/parque'],
  ])('is the one that it gives itself on its own site: %s', (own, address) => {
    expect(said(own)).toBe(address);
  });

  test.each([
    undefined,
    '',
    7,
    'https://www.elsur.example/',
    'https://otro.example/parque',
    'javascript:alert(1)',
    'https://ana@www.elsur.example/parque',
    'http://[',
  ])('is where it was found when it says %o', (own) => {
    expect(said(own)).toBe(found);
  });
});
