const months = [
  ['enero', 'ene', 'en', 'january', 'jan'],
  ['febrero', 'feb', 'febr', 'february'],
  ['marzo', 'mar', 'mzo', 'march'],
  ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'agto', 'ag', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sept', 'sep', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
];
const monthNumbers = new Map(
  months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** The number of a month, 1 to 12, by its name or abbreviation in Spanish or English, in small letters without accents. */
export function monthNumber(word: string): number | undefined {
  return monthNumbers.get(word);
}

const weekday =
  /^(?:mon|tue|wed|thu|thur|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)(?:day|sday|nesday|rsday|urday|es|tes|rcoles|ves|rnes|ado|ingo)?$/;

/** Whether a word in small letters without accents is a day of the week, in Spanish or English; `mar` is a month too. */
export function isWeekday(word: string): boolean {
  return weekday.test(word);
}
