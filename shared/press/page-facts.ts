import { dayOrderAt } from '../calendar/day-order.ts';
import { type OutsideDayRules, readOutsideDay } from '../calendar/outside-day.ts';
import { hostKey } from './address-key.ts';
import { ownArticle } from './own-article.ts';

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
  /** The address that the page gives itself by its link, as it stands there. */
  canonical: string | undefined;
  /** The languages that the page, or the answer that brought it, says it is in. */
  languages: readonly string[];
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

function namesOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) => line(isFields(one) ? one.name : one, 160))
    .filter((name): name is string => name !== null && !/^https?:\/\//i.test(name));
  return line([...new Set(names)].join(', '), 160);
}

function dayOf(value: unknown, rules: OutsideDayRules): string | null {
  const text = line(value, 200);
  return text === null ? null : readOutsideDay(text, rules);
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
export function ownAddress({ tags }: Pick<FoundMetadata, 'tags'>, finalAddress: string): string {
  const said = line(tags.ogUrl, 2_000);
  if (said === null || !URL.canParse(said, finalAddress)) return finalAddress;
  const [own, found] = [new URL(said, finalAddress), new URL(finalAddress)];
  const isPage = /^https?:$/.test(own.protocol) && own.pathname !== '/' && own.username === '';
  return isPage && hostKey(own.host) === hostKey(found.host) ? own.href : finalAddress;
}

/** The article of this page in its linked data. */
function articleOf(found: FoundMetadata, finalAddress: string): Fields {
  const { tags, linkedData, canonical } = found;
  const said = [canonical, tags.ogUrl].flatMap((one) => {
    const address = line(one, 2_000);
    return address !== null && URL.canParse(address, finalAddress)
      ? [new URL(address, finalAddress).href]
      : [];
  });
  return ownArticle(linkedData, {
    addresses: [finalAddress, ...said],
    title: line(tags.ogTitle, 300),
  });
}

/** How the days of a page are read: as they are written where it says it is. */
function dayRules(found: FoundMetadata, article: Fields, from: PageSource): OutsideDayRules {
  const { finalAddress, timeZone } = from;
  const said = [...found.languages, found.tags.ogLocale, article.inLanguage];
  const languages = said.flatMap((one) => line(one, 40) ?? []);
  return { timeZone, order: dayOrderAt(languages, new URL(finalAddress).hostname) };
}

/** Where a page stands, and the office's time zone. */
interface PageSource {
  finalAddress: string;
  timeZone: string;
}

/** Whether a page says of itself what only a piece says. */
export function saysItIsPiece({ tags }: FoundMetadata, { author, day }: PageFacts): boolean {
  return author !== null || day !== null || tags.ogType === 'article';
}

/** Puts together what a page says of itself; days are of the office's time zone. */
export function composePageFacts(found: FoundMetadata, from: PageSource): PageFacts {
  const { tags } = found;
  const { finalAddress } = from;
  const article = articleOf(found, finalAddress);
  const rules = dayRules(found, article, from);
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
      dayOf(article.datePublished, rules),
      dayOf(tags.articlePublishedTime, rules),
      dayOf(tags.date, rules),
      dayOf(tags.time, rules),
    ),
    section: first(line([article.articleSection].flat()[0], 120), line(tags.articleSection, 120)),
    imageAddress: first(imageOf(tags.ogImage, finalAddress), imageOf(article.image, finalAddress)),
  };
}
