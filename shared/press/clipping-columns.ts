/** What an appearance may lack. */
export const lacks = [
  'author',
  'url',
  'section',
  'topic',
  'spokesperson',
  'department',
  'origin',
  'event',
  'evidence',
  'key_message',
] as const;
export type Lack = (typeof lacks)[number];

/** What a list of appearances may be sorted by. */
export const sortColumns = [
  'day',
  'title',
  'outlet',
  'channel',
  'format',
  'section',
  'author',
  'tone',
  'topic',
  'spokesperson',
  'department',
  'origin',
  'standing',
  'grade',
  'review',
  'entry',
  'updated',
  'value',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** The columns that the table of appearances can show beside the title, in the order it shows them. */
export const tableColumns = [
  'day',
  'outlet',
  'channel',
  'format',
  'section',
  'author',
  'tone',
  'topic',
  'spokesperson',
  'department',
  'origin',
  'standing',
  'grade',
  'evidence',
  'review',
  'entry',
  'updated',
  'value',
  'withVat',
] as const;
export type TableColumnName = (typeof tableColumns)[number];
