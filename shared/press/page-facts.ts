import { dayInZone } from '../calendar/day.ts';
import { hostKey } from './address-key.ts';

/** What a page of news says of itself; what it does not say is absent. */
export interface PageFacts {
  title: string | null;
  /** The name that the site gives itself. */
  siteName: string | null;
  author: string | null;
  day: string | null;
  section: string | null;
  /** The address of its picture. */
  imageAddress: string | null;
}

/** What was found, by where it stood: OpenGraph and other tags, and linked data. */
export interface FoundMetadata {
  tags: Readonly<Record<string, unknown>>;
  linkedData: readonly unknown[];
}

type Fields = Readonly<Record<string, unknown>>;

/** One line without control characters, of a bearable length; nothing is absent. */
function line(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const plain = value.replace(/[\p{Cc}\p{Cs}\p{Cf}\s]+/gu, ' ').trim();
  return plain === '' ? null : plain.slice(0, longest).trim();
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const articleTypes = /Article$|^BlogPosting$|^Report$|^VideoObject$|^WebPage$/;
const typesOf = (fields: Fields) =>
  [fields['@type']].flat().filter((type): type is string => typeof type === 'string');

/** The article among the linked data: also where it stands in a list or in a graph. */
function articleOf(linkedData: readonly unknown[]): Fields {
  const all = linkedData
    .flatMap((one) => [one].flat())
    .filter(isFields)
    .flatMap((one) => [one, ...[one['@graph'] ?? []].flat().filter(isFields)]);
  const isNews = (one: Fields) => typesOf(one).some((type) => /Article$/.test(type));
  const isArticle = (one: Fields) => typesOf(one).some((type) => articleTypes.test(type));
  return all.find(isNews) ?? all.find(isArticle) ?? {};
}

function namesOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) => line(isFields(one) ? one.name : one, 160))
    .filter((name): name is string => name !== null && !/^https?:\/\//i.test(name));
  return line([...new Set(names)].join(', '), 160);
}

/** A day as it stands, or the day of an instant where the office is. */
function dayOf(value: unknown, timeZone: string): string | null {
  const text = line(value, 60);
  if (text === null) return null;
  const [plain = ''] = /^(?:19|20)\d{2}-\d{2}-\d{2}/.exec(text) ?? [];
  const hasZone = /^[^T]*T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
  if (plain !== '' && !hasZone) return Number.isNaN(Date.parse(plain)) ? null : plain;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : dayInZone(instant, timeZone);
}

function first<Value>(...values: (Value | null)[]): Value | null {
  return values.find((value) => value !== null) ?? null;
}

/** A title without the name of the site that many sites put after it. */
function withoutSiteName(title: string | null, siteName: string | null): string | null {
  if (title === null || siteName === null) return title;
  const tail = [' | ', ' - ', ' – ', ' — ', ' :: ', ' · '].find((mark) =>
    title.toLowerCase().endsWith(`${mark}${siteName}`.toLowerCase()),
  );
  return tail === undefined ? title : title.slice(0, -(tail.length + siteName.length)).trim();
}

function imageOf(value: unknown, finalAddress: string): string | null {
  const [one] = [value].flat();
  const address = line(isFields(one) ? one.url : one, 2_000);
  if (address === null || !URL.canParse(address, finalAddress)) return null;
  const { protocol, href } = new URL(address, finalAddress);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/**
 * The address that a page gives itself, where that is a page of the same site: a link that somebody
 * shared, or the page of a small screen, are the same piece. A site that gives its front page for
 * all of them says nothing. Otherwise the address at which it was found.
 */
export function ownAddress({ tags }: FoundMetadata, finalAddress: string): string {
  const said = line(tags.ogUrl, 2_000);
  if (said === null || !URL.canParse(said, finalAddress)) return finalAddress;
  const [own, found] = [new URL(said, finalAddress), new URL(finalAddress)];
  const isPage = /^https?:$/.test(own.protocol) && own.pathname !== '/' && own.username === '';
  return isPage && hostKey(own.host) === hostKey(found.host) ? own.href : finalAddress;
}

/** Puts together what a page says of itself; days are of the office's time zone. */
export function composePageFacts(
  { tags, linkedData }: FoundMetadata,
  { finalAddress, timeZone }: { finalAddress: string; timeZone: string },
): PageFacts {
  const article = articleOf(linkedData);
  const publisher = isFields(article.publisher) ? article.publisher.name : undefined;
  const siteName = first(line(tags.ogSiteName, 160), line(publisher, 160));
  const title = first(
    line(tags.ogTitle, 300),
    line(article.headline, 300),
    line(tags.twitterTitle, 300),
  );
  return {
    title: withoutSiteName(title, siteName),
    siteName,
    author: first(namesOf(article.author), namesOf(tags.author), namesOf(tags.articleAuthor)),
    day: first(
      dayOf(article.datePublished, timeZone),
      dayOf(tags.articlePublishedTime, timeZone),
      dayOf(tags.date, timeZone),
      dayOf(tags.time, timeZone),
    ),
    section: first(line([article.articleSection].flat()[0], 120), line(tags.articleSection, 120)),
    imageAddress: first(imageOf(tags.ogImage, finalAddress), imageOf(article.image, finalAddress)),
  };
}
