import { decodeEntities } from '../html-entities.ts';

/**
 * The words of a post that a network gives as HTML: paragraphs and breaks become lines, every
 * other tag goes, entities are decoded. What is shown of it is text, never HTML again.
 */
export function readHtmlText(html: unknown): string {
  if (typeof html !== 'string') return '';
  const text = html.replace(/<br\s*\/?>/gi, '\n').replace(/<\/p>\s*<p[^>]*>/gi, '\n\n');
  return decodeEntities(text.replace(/<[^<>]*>/g, '')).trim();
}
