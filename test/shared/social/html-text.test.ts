import { describe, expect, test } from 'vitest';
import { readHtmlText } from '../../../shared/social/html-text.ts';

describe('the words of a post in HTML', () => {
  test('keep their lines, lose their tags and have their entities read', () => {
    const html =
      '<p>Jornada en <a href="https://x.co/?a=1">la vereda</a> <b>La Tablaza</b>.<br />8 a. m.</p>\n<p>Caf&eacute; &lt;gratis&gt;</p>';
    expect(readHtmlText(html)).toBe('Jornada en la vereda La Tablaza.\n8 a. m.\n\nCafé <gratis>');
  });

  test('keep what only looks like a tag, however long it goes on', () => {
    expect(readHtmlText('<p>Cupos</p>: 3 < 4')).toBe('Cupos: 3 < 4');
    const endless = '<'.repeat(500_000);
    expect(readHtmlText(`<p>Feria</p>${endless}`)).toBe(`Feria${endless}`);
  });

  test('are none where there is no text', () => {
    expect(readHtmlText(undefined)).toBe('');
    expect(readHtmlText(7)).toBe('');
  });
});
