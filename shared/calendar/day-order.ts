/** Which of the first two numbers of `05/06/2026` is the day. */
export type DayOrder = 'day_first' | 'month_first';

/** Endings of addresses that are of a country, and that sites of any take for how they read. */
const worldwideEndings = new Set(['ai', 'fm', 'io', 'me', 'tv', 'to', 'gg', 'sh', 'ws', 'cc']);

/** What most people speak in the country of a site, by the ending of its host. */
function countryTag(host: string): string | undefined {
  const ending = host.toLowerCase().split('.').at(-1) ?? '';
  if (!/^[a-z]{2}$/.test(ending) || worldwideEndings.has(ending)) return undefined;
  const region = ending === 'uk' ? 'GB' : ending.toUpperCase();
  return `${new Intl.Locale(`und-${region}`).maximize().language}-${region}`;
}

/** The order in which a language writes its days where it is spoken, by CLDR; absent where that is not known. */
function orderOf(tag: string): DayOrder | undefined {
  try {
    const { language, region } = new Intl.Locale(tag.trim().replaceAll('_', '-'));
    // English of nowhere is written in both orders.
    if (language === 'en' && region === undefined) return undefined;
    const [spoken] = Intl.DateTimeFormat.supportedLocalesOf(
      region === undefined ? language : `${language}-${region}`,
    );
    if (spoken === undefined) return undefined;
    const format = new Intl.DateTimeFormat(spoken, { dateStyle: 'short', timeZone: 'UTC' });
    const parts = format.formatToParts(0).map(({ type }) => type);
    const first = parts.find((type) => ['day', 'month', 'year'].includes(type));
    if (first === 'day') return 'day_first';
    return first === 'month' ? 'month_first' : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The order of `05/06/2026` at a place, by the languages that it says it is in, and by the country of
 * its host; absent where none of them says it, or one contradicts another: then nobody knows.
 */
export function dayOrderAt(languages: readonly string[], host: string): DayOrder | undefined {
  const country = countryTag(host);
  const orders = new Set([...languages, ...(country ? [country] : [])].map(orderOf));
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
}
