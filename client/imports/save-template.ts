import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { api, queryClient } from '../app/api.ts';
import { saveFile } from '../ui/save-file.ts';

/** The words of the template, in the reader's language. */
interface TemplateWords {
  name: string;
  page: string;
  metric: string;
  day: string;
  value: string;
  followers: string;
}

/** Saves a table to fill in: a line for the followers of each page on a day, without figures. */
export async function saveTemplate(
  words: TemplateWords,
  day: string,
  locale: NumberLocale,
): Promise<void> {
  const pages = await queryClient.fetchQuery(api.social.listPages.queryOptions());
  const { writeCsv } = await import('../ui/write-spreadsheet.ts');
  const table = {
    title: words.name,
    headers: [words.page, words.metric, words.day, words.value],
    rows: pages.map(({ network, handle }) => [`${network}/${handle}`, words.followers, day, null]),
  };
  saveFile(words.name, writeCsv(table, locale));
}
