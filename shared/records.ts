import { z } from 'zod';

/** Identifier of any stored record. */
export const RecordId = z
  .string()
  .min(1, { error: 'required' })
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'control_characters' });

/** Points at one record in the state the caller saw: a stale version is refused, never overwritten. */
export const RecordVersion = z.object({ id: RecordId, version: z.number().int().min(1) });
export type RecordVersion = z.infer<typeof RecordVersion>;

/** Free text of one line: any Unicode, trimmed, no control characters. */
export const lineText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'control_characters' });

/** Free text of one line that may not be empty. */
export const requiredLine = (max: number) => lineText(max).min(1, { error: 'required' });

/** Free text of many lines: any Unicode; tabs and line breaks are the only control characters. */
const longText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*(?:[\t\n\r][^\p{Cc}\p{Cs}]*)*$/u, { error: 'control_characters' });

/** An http(s) address, or nothing. */
const WebAddress = z.url({ protocol: /^https?$/, error: 'web_address' }).max(2_000);

const emptyIsAbsent = (text: string | null | undefined) => text || null;

/** Free text of one line that may be left out; nothing typed is absent. */
export const optionalLine = (max: number) => lineText(max).nullish().transform(emptyIsAbsent);

/** Free text of many lines that may be left out. */
export const optionalText = (max: number) => longText(max).nullish().transform(emptyIsAbsent);

/** An http(s) address that may be left out. */
export const optionalAddress = WebAddress.nullish().transform(emptyIsAbsent);

/** The identifier of another record, where there need not be one. */
export const optionalId = RecordId.nullish().transform(emptyIsAbsent);

/** The part of a list that the caller wants: words to search, page from 1, rows a page. */
export const ListPage = z.object({
  search: lineText(200).default(''),
  page: z.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
});
export type ListPage = z.infer<typeof ListPage>;

/** A page of a list and how many rows match in all. */
export interface Listed<Row> {
  rows: Row[];
  total: number;
}

/**
 * Lower case without accents, so that search finds *Estéreo* by *estereo*; letters of another style are
 * the letters themselves, so that it finds `𝗮𝗹𝗰𝗮𝗹𝗱𝗶́𝗮` by *alcaldía*.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** The words of a search, folded; every one must be found. */
export function searchWords(search: string): string[] {
  return foldForSearch(search).split(/\s+/).filter(Boolean).slice(0, 8);
}

/** Whether a text holds every word of a search, in any order, as lists on screen are searched. */
export function holdsSearch(text: string, search: string): boolean {
  const folded = foldForSearch(text);
  return searchWords(search).every((word) => folded.includes(word));
}
