/** What is taken of a page at most: more than any page of news has of what it says of itself. */
const mostTags = 400;
const mostLooks = 3_000;
const longestTag = 8_000;
const longestScript = 200_000;
const longestMetadata = 600_000;
const deepestData = 60;

/** The end of a tag that starts at a place; quotes may hold a `>`. Absent where it has none nearby. */
function endOfTag(html: string, start: number): number | undefined {
  const limit = Math.min(html.length, start + longestTag);
  let quote = '';
  for (let at = start; at < limit; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return at + 1;
    }
  }
  return undefined;
}

type Enclosing = 'title' | 'script';

/**
 * Where the closing tags of a page stand. It is asked from the start of a page to its end, so that
 * no part of it is looked through twice, however many tags never close.
 */
class ClosingTags {
  readonly #html: string;
  readonly #searches = { title: /<\/title/gi, script: /<\/script/gi };
  /** The first of each that was found last: there is none between the place asked for then and it. */
  readonly #found = { title: -1, script: -1 };

  constructor(html: string) {
    this.#html = html;
  }

  /** What stands between a place and the next closing tag, within a length; absent where it is longer. */
  contentBefore(name: Enclosing, from: number, longest: number): string | undefined {
    if (this.#found[name] < from) {
      const search = this.#searches[name];
      search.lastIndex = from;
      this.#found[name] = search.exec(this.#html)?.index ?? Number.POSITIVE_INFINITY;
    }
    const end = this.#found[name];
    return end + name.length + 2 <= from + longest ? this.#html.slice(from, end) : undefined;
  }
}

const isLinkedData = (tag: string) => /\btype\s*=\s*["']?application\/ld\+json/i.test(tag);

const depthOf: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/** Whether linked data goes deeper than any that says something; what stands in quotes counts not. */
function isDeep(data: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < data.length; at += 1) {
    const character = data.charAt(at);
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted) depth += depthOf[character] ?? 0;
    if (depth > deepestData) return true;
  }
  return false;
}

/** A name that is none of any metadata; the parser compares it with each that there is. */
const hasLongName = (tag: string) =>
  /(?:name|property)\s*=\s*(?:"[^"]{200}|'[^']{200}|[^\s"'>]{200})/i.test(tag);

interface FoundTag {
  name: string;
  tag: string;
  /** Where what follows it starts. */
  end: number;
}

/** The tags that say something, in their order; one that never closes is passed over. */
function* findTags(html: string): Generator<FoundTag> {
  const starts = /<(meta|link|title|script|time)\b/gi;
  for (let look = 0; look < mostLooks; look += 1) {
    const found = starts.exec(html);
    if (!found) return;
    const end = endOfTag(html, found.index);
    if (end === undefined) continue;
    starts.lastIndex = end;
    yield { name: (found[1] ?? '').toLowerCase(), tag: html.slice(found.index, end), end };
  }
}

/** What of a tag is kept, with its content where that says something; absent when nothing is. */
function keptOf(closing: ClosingTags, { name, tag, end }: FoundTag): string | undefined {
  switch (name) {
    case 'title':
      return `<title>${closing.contentBefore('title', end, 2_000) ?? ''}</title>`;
    case 'script': {
      const data = isLinkedData(tag) && closing.contentBefore('script', end, longestScript);
      return data && !isDeep(data) ? `${tag}${data}</script>` : undefined;
    }
    case 'link':
      return /\bcanonical\b/i.test(tag) ? tag : undefined;
    default:
      return hasLongName(tag) ? undefined : tag;
  }
}

/**
 * What a page says of itself, as a small page of its own: its title, its `meta` tags, where it
 * stands, when it was published and its linked data. All else is left out, and all of it is
 * bounded, so that however a page nests, repeats or never ends, reading it takes no longer.
 */
export function gatherMetadata(html: string): string {
  const kept: string[] = [];
  const closing = new ClosingTags(html);
  let length = 0;
  for (const found of findTags(html)) {
    const text = keptOf(closing, found);
    if (text === undefined) continue;
    length += text.length;
    if (kept.length >= mostTags || length > longestMetadata) break;
    kept.push(text);
  }
  return `<html><head>${kept.join('\n')}</head></html>`;
}
