import { addressKey, isFrontPage, titleKey } from './address-key.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By what a page is known: the addresses it has, or gives itself, and its title. */
export interface PageNames {
  addresses: readonly string[];
  title: string | null;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const articleTypes = /Article$|BlogPosting$|^Report$|^VideoObject$|^WebPage$/;
const typesOf = (fields: Fields) =>
  [fields['@type']].flat().filter((type): type is string => typeof type === 'string');
const isNews = (one: Fields) =>
  typesOf(one).some((type) => /Article$|BlogPosting$|^Report$/.test(type));
const isArticle = (one: Fields) => typesOf(one).some((type) => articleTypes.test(type));

/** What is spoken of in linked data: also in a list or a graph, and what a page says it is mainly of. */
function thingsIn(linkedData: readonly unknown[]): Fields[] {
  const all = linkedData.flatMap((one) => [one].flat()).filter(isFields);
  const inGraphs = all.flatMap((one) => [one['@graph'] ?? []].flat().filter(isFields));
  const things = [...all, ...inGraphs];
  const entities = things.flatMap(({ url, '@id': id, mainEntity }) =>
    [mainEntity ?? []]
      .flat()
      .filter(isFields)
      .map((entity) => ({ mainEntityOfPage: url ?? id, ...entity })),
  );
  return [...things, ...entities];
}

/** The pages that a thing says it is of, as keys; the front page of a site is the page of nothing. */
function pagesOf(thing: Fields, base: string): string[] {
  const { url, mainEntityOfPage } = thing;
  const page = isFields(mainEntityOfPage)
    ? [mainEntityOfPage['@id'], mainEntityOfPage.url]
    : [mainEntityOfPage];
  return [url, ...page, thing['@id']].flatMap((one) => {
    if (typeof one !== 'string' || one.trim() === '' || !URL.canParse(one, base)) return [];
    const { href } = new URL(one, base);
    return isFrontPage(href) ? [] : (addressKey(href) ?? []);
  });
}

/** Whether two titles are of one piece: the same, or one of them with more after it. */
function isSameTitle(one: unknown, other: string | null): boolean {
  if (typeof one !== 'string' || other === null) return false;
  const [first, second] = [titleKey(one), titleKey(other)];
  if (first.length < 8 || second.length < 8) return first !== '' && first === second;
  return first.startsWith(second) || second.startsWith(first);
}

/**
 * The article of a page among its linked data. Sites put the data of related articles there too: one
 * that says it is of another page, and has another headline, never counts; of several that say of no
 * page, the one with the headline of the page. Absent fields where none is sure to be of this page.
 */
export function ownArticle(
  linkedData: readonly unknown[],
  { addresses, title }: PageNames,
): Fields {
  const [base = ''] = addresses;
  const own = new Set(addresses.map(addressKey));
  const articles = thingsIn(linkedData).filter(isArticle);
  const ranked = [...articles.filter(isNews), ...articles.filter((one) => !isNews(one))];
  const named = ranked.map((one) => ({ one, pages: pagesOf(one, base) }));
  const here = named.find(({ pages }) => pages.some((page) => own.has(page)));
  const titled = named.find(({ one }) => isSameTitle(one.headline ?? one.name, title));
  const nameless = named.filter(({ pages }) => pages.length === 0);
  const isSettled = nameless.filter(({ one }) => isNews(one)).length < 2;
  return (here ?? titled ?? (isSettled ? nameless[0] : undefined))?.one ?? {};
}
