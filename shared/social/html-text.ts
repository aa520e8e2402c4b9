const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeNumber(code: number, given: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : given;
}

function decodeEntity(given: string, name: string): string {
  if (/^#x[\da-f]{1,6}$/i.test(name))
    return decodeNumber(Number.parseInt(name.slice(2), 16), given);
  if (/^#\d{1,7}$/.test(name)) return decodeNumber(Number(name.slice(1)), given);
  return named[name.toLowerCase()] ?? given;
}

/**
 * The words of a post that a network gives as HTML: paragraphs and breaks become lines, every
 * other tag goes, entities are decoded. What is shown of it is text, never HTML again.
 */
export function readHtmlText(html: unknown): string {
  if (typeof html !== 'string') return '';
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w{1,8});/g, decodeEntity)
    .trim();
}
