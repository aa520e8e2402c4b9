import { foldForSearch } from '../records.ts';

/** The words of a text: letters and digits alone, accents and case aside. */
export function searchTerms(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Texts as search looks through them: each word with a space before it, so that its beginning is found. */
export function searchable(texts: readonly (string | null)[]): string {
  return texts
    .flatMap((text) => (text === null ? [] : searchTerms(text)))
    .map((term) => ` ${term}`)
    .join('');
}
