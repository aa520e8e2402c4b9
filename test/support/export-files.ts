/** A row of an export as text: quoted as the networks do. */
const csvRow = (cells: readonly (string | number)[], delimiter: string) =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter);

/** A table as text. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ','): string {
  return `${rows.map((row) => csvRow(row, delimiter)).join('\r\n')}\r\n`;
}

/** Text in UTF-16 LE with its mark, as Meta writes its series. */
export const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Text in UTF-8 with its mark. */
export const marked = (text: string) => Buffer.from(`\ufeff${text}`, 'utf8');

/** A daily series of Meta Business Suite. */
export const metaSeries = (title: string, days: readonly (readonly [string, number | string])[]) =>
  utf16(
    `sep=,\r\n"${title}"\r\n${csv([
      ['Date', 'Primary'],
      ...days.map(([day, value]) => [`${day}T00:00:00`, value]),
    ])}`,
  );

export const facebookHeadings = [
  'Post ID',
  'Page ID',
  'Page name',
  'Title',
  'Description',
  'Duration (sec)',
  'Publish time',
  'Caption type',
  'Permalink',
  'Is crosspost',
  'Is share',
  'Post type',
  'Languages',
  'Custom labels',
  'Funded content status',
  'Data comment',
  'Date',
  'Views',
  'Reach',
  'Reactions, Comments and Shares',
  'Reactions',
  'Comments',
  'Shares',
  'Total clicks',
  'Other Clicks',
  'Matched Audience Targeting Consumption (Photo Click)',
];

/** The row of a Facebook post of whole life, by the names of its columns. */
export function facebookRow(cells: Record<string, string | number>): (string | number)[] {
  const usual = {
    'Page ID': '161803398874989',
    'Page name': 'Alcaldía de La Estrella',
    'Post type': 'Photos',
    Date: 'Lifetime',
  };
  return facebookHeadings.map((heading) => ({ ...usual, ...cells })[heading] ?? '');
}

export const instagramHeadings = [
  'Post ID',
  'Account ID',
  'Account username',
  'Account name',
  'Description',
  'Duration (sec)',
  'Publish time',
  'Permalink',
  'Post type',
  'Data comment',
  'Date',
  'Views',
  'Reach',
  'Likes',
  'Shares',
  'Follows',
  'Comments',
  'Saves',
];

export const xOverviewHeadings = [
  'Date',
  'Impressions',
  'Likes',
  'Engagements',
  'Bookmarks',
  'Shares',
  'New follows',
  'Unfollows',
  'Replies',
  'Reposts',
  'Profile visits',
  'Create Post',
  'Video views',
  'Media views',
];
