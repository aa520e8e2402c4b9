import { describe, expect, test } from 'vitest';
import { figureText, narrowedTo, readFigure } from '../../../client/press/review-figure.ts';

describe('the figure of a review that is open', () => {
  test('is kept in the address and narrows the list to its appearances', () => {
    expect(figureText('matter', 'unvalued')).toBe('matter:unvalued');
    expect(narrowedTo('matter:unvalued')).toEqual({ matter: 'unvalued' });
    expect(narrowedTo('tone:headline')).toEqual({ tone: 'headline' });
    expect(narrowedTo('outletId:a:b')).toEqual({ outletId: 'a:b' });
  });

  test.each([undefined, '', 'matter', 'matter:', ':x', 'price:3'])(
    'is none when the address says %s',
    (text) => {
      expect(readFigure(text)).toBeUndefined();
      expect(narrowedTo(text)).toEqual({});
    },
  );
});
