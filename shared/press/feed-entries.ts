import { dayInZone } from '../calendar/day.ts';
import { decodeEntities } from '../html-entities.ts';

/** An entry of a feed as it is looked at; what it does not say is absent. */
export interface FeedEntry {
  /** What the feed calls it, or its address: the same at every reading. */
  key: string;
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

function dayOf(entry: Fields, timeZone: string): string | null {
  const dc = isFields(entry.dc) ? list(entry.dc.dates ?? entry.dc.date) : [];
  const said = [entry.pubDate, entry.published, entry.date_published, entry.updated, ...dc];
  const text = said.find((one) => typeof one === 'string');
  if (typeof text !== 'string') return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : dayInZone(instant, timeZone);
}

function keyOf(entry: Fields, address: string | null): string | null {
  const named = isFields(entry.guid) ? entry.guid.value : (entry.guid ?? entry.id);
  const key = typeof named === 'string' && named.trim() !== '' ? named.trim() : address;
  return key === null ? null : key.slice(0, 1_000);
}

function composeEntry(entry: Fields, timeZone: string): FeedEntry[] {
  const address = addressOf(entry);
  const key = keyOf(entry, address);
  const title = textOf(entry.title, 300);
  if (key === null || title === null) return [];
  const content = isFields(entry.content)
    ? (entry.content.encoded ?? entry.content)
    : entry.content;
  const said = [entry.description, entry.summary, entry.content_text, entry.content_html, content];
  const summary = said.map((one) => textOf(one, 1_000)).find((text) => text !== null) ?? null;
  const day = dayOf(entry, timeZone);
  return [{ key, title, address, day, author: authorOf(entry), summary }];
}

/**
 * The entries of a feed that was parsed, of RSS, RDF, Atom or JSON alike; those without a title or
 * anything to know them by are left out. Days are of the office's time zone.
 */
export function composeEntries(feed: unknown, timeZone: string): FeedEntry[] {
  if (!isFields(feed)) return [];
  const all = list(feed.items ?? feed.entries)
    .filter(isFields)
    .slice(0, mostEntries);
  const entries = all.flatMap((entry) => composeEntry(entry, timeZone));
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}
