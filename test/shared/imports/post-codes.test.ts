import { describe, expect, test } from 'vitest';
import { postCodeOf } from '../../../shared/imports/read-posts.ts';

describe("the code in a post's address", () => {
  test.each([
    ['https://www.facebook.com/AlcaldiaLaEstrella/posts/122101', '122101'],
    ['https://www.facebook.com/permalink.php?story_fbid=998877&id=1618', '998877'],
    ['https://www.facebook.com/watch/?v=7766554433', '7766554433'],
    ['https://www.instagram.com/p/C1aBcD2/?img_index=1', 'C1aBcD2'],
    ['https://x.com/alcaldia/status/1811111111111111111', '1811111111111111111'],
  ])('of %s is found', (address, code) => {
    expect(postCodeOf(address)).toBe(code);
  });

  test.each(['https://x.com/', 'https://www.facebook.com/permalink.php', 'ayer', null])(
    'of %s is none',
    (address) => {
      expect(postCodeOf(address)).toBeNull();
    },
  );
});
