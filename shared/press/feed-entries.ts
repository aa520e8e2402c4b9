import { dayOrderAt } from '../calendar/day-order.ts';
import { type OutsideDayRules, readOutsideDay } from '../calendar/outside-day.ts';
import { decodeEntities } from '../html-entities.ts';
import { isFrontPage } from './address-key.ts';

/** An entry of a feed as it is looked at; what it does not say is absent. */
export interface FeedEntry {
  /** What the feed calls it, or its address or title: the same at every reading. */
  key: string;
  /** What the feed calls it, whether or not it calls others so too. */
  guid: string | null;
  title: string;
  address: string | null;
  day: string | null;
  author: string | null;
  /** Text without marks. */
  summary: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries that are looked at of one reading: no feed of news has more that are new. */
const mostEntries = 500;

/** The text of a field, of its `value` where it is a construct; without marks, on one line. */
function textOf(value: unknown, longest: number): string | null {
  const text = isFields(value) ? value.value : value;
  if (typeof text !== 'string') return null;
  const unmarked = text.slice(0, 20_000).replace(/<[^<>]*>/g, ' ');
  const plain = decodeEntities(unmarked)
    .replace(/[\p{Cc}\p{Cs}\p{Cf}\s]+/gu, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, longest).trim();
}

const list = (value: unknown): readonly unknown[] => [value ?? []].flat();

function addressOf(entry: Fields): string | null {
  const links = list(entry.links).filter(isFields);
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0];
  const guid = isFields(entry.guid) && entry.guid.isPermaLink !== false ? entry.guid.value : null;
  const candidates = [entry.link, entry.url, entry.external_url, alternate?.href, guid];
  const found = candidates.find((one) => typeof one === 'string' && /^https?:\/\//i.test(one));
  return typeof found === 'string' && URL.canParse(found) ? found.slice(0, 2_000) : null;
}

function authorOf(entry: Fields): string | null {
  const dc = isFields(entry.dc) ? list(entry.dc.creators ?? entry.dc.creator) : [];
  const authors = [...list(entry.authors), ...dc, entry.author];
  const names = authors.map((one) => textOf(isFields(one) ? one.name : one, 160));
  return textOf(names.filter((name) => name !== null).join(', '), 160);
}

function dayOf(entry: Fields, rules: OutsideDayRules): string | null {
  const dc = isFields(entry.dc) ? list(entry.dc.dates ?? entry.dc.date) : [];
  const said = [entry.pubDate, entry.published, entry.date_published, entry.updated, ...dc];
  const text = said.find((one) => typeof one === 'string');
  return typeof text === 'string' ? readOutsideDay(text, rules) : null;
}

function guidOf(entry: Fields): string | null {
  const named = isFields(entry.guid) ? entry.guid.value : (entry.guid ?? entry.id);
  return typeof named === 'string' && named.trim() !== '' ? named.trim().slice(0, 1_000) : null;
}

/** An entry before it is known which of its names no other entry has. */
type Unnamed = Omit<FeedEntry, 'key'>;

function composeEntry(entry: Fields, rules: OutsideDayRules): Unnamed[] {
  const address = addressOf(entry);
  const guid = guidOf(entry);
  const title = textOf(entry.title, 300);
  if ((guid ?? address) === null || title === null) return [];
  const content = isFields(entry.content)
    ? (entry.content.encoded ?? entry.content)
    : entry.content;
  const said = [entry.description, entry.summary, entry.content_text, entry.content_html, content];
  const summary = said.map((one) => textOf(one, 1_000)).find((text) => text !== null) ?? null;
  const day = dayOf(entry, rules);
  return [{ guid, title, address, day, author: authorOf(entry), summary }];
}

/** Of some names of entries, those that more than one thing has: the front page, or a feed's own name. */
function repeatedNames(
  entries: readonly Unnamed[],
  nameOf: (entry: Unnamed) => string | null,
  thingOf: (entry: Unnamed) => string,
): Set<string> {
  const things = new Map<string, string>();
  const repeated = new Set<string>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name === null) continue;
    const thing = thingOf(entry);
    if ((things.get(name) ?? thing) !== thing) repeated.add(name);
    things.set(name, thing);
  }
  return repeated;
}

/** Gives each entry the first of its names that is of no other; a name that repeats names nothing. */
function nameEntries(entries: readonly Unnamed[]): FeedEntry[] {
  const ofTitle = ({ title }: Unnamed) => title;
  const addresses = repeatedNames(entries, ({ address }) => address, ofTitle);
  const own = (address: string | null) =>
    address === null || addresses.has(address) || isFrontPage(address) ? null : address;
  const guids = repeatedNames(
    entries,
    ({ guid }) => guid,
    ({ address, title }) => own(address) ?? title,
  );
  return entries.map((entry) => {
    const { guid, address, title } = entry;
    const name = guid === null || guids.has(guid) ? null : guid;
    return { ...entry, key: (name ?? own(address) ?? title).slice(0, 1_000) };
  });
}

/** Where a feed stands, and what it says of its language. */
export interface FeedSource {
  address: string;
  timeZone: string;
}

/**
 * The entries of a feed that was parsed, of RSS, RDF, Atom or JSON alike; those without a title or
 * anything to know them by are left out. Days are of the office's time zone.
 */
export function composeEntries(feed: unknown, { address, timeZone }: FeedSource): FeedEntry[] {
  if (!isFields(feed)) return [];
  const dc = isFields(feed.dc) ? list(feed.dc.languages ?? feed.dc.language) : [];
  const languages = [feed.language, ...dc].flatMap((one) => textOf(one, 40) ?? []);
  const rules = { timeZone, order: dayOrderAt(languages, new URL(address).hostname) };
  const all = list(feed.items ?? feed.entries)
    .filter(isFields)
    .slice(0, mostEntries);
  const entries = nameEntries(all.flatMap((entry) => composeEntry(entry, rules)));
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
