/** What is taken of a page at most: more than any page of news has of what it says of itself. */
const mostTags = 400;
const mostLooks = 3_000;
const longestTag = 8_000;
const longestScript = 200_000;
const longestMetadata = 600_000;

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

/** What stands between a tag and its closing one, within a length. */
function contentOf(html: string, from: number, name: string, longest: number): string | undefined {
  const part = html.slice(from, from + longest);
  const end = part.toLowerCase().indexOf(`</${name}`);
  return end < 0 ? undefined : part.slice(0, end);
}

const isLinkedData = (tag: string) => /\btype\s*=\s*["']?application\/ld\+json/i.test(tag);

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
function keptOf(html: string, { name, tag, end }: FoundTag): string | undefined {
  switch (name) {
    case 'title':
      return `<title>${contentOf(html, end, 'title', 2_000) ?? ''}</title>`;
    case 'script': {
      const data = isLinkedData(tag) && contentOf(html, end, 'script', longestScript);
      return data ? `${tag}${data}</script>` : undefined;
    }
    case 'link':
      return /\bcanonical\b/i.test(tag) ? tag : undefined;
    default:
      return tag;
  }
}

/**
 * What a page says of itself, as a small page of its own: its title, its `meta` tags, where it
 * stands, when it was published and its linked data. All else is left out, and all of it is
 * bounded, so that however a page nests, repeats or never ends, reading it takes no longer.
 */
export function gatherMetadata(html: string): string {
  const kept: string[] = [];
  let length = 0;
  for (const found of findTags(html)) {
    const text = keptOf(html, found);
    if (text === undefined) continue;
    length += text.length;
    if (kept.length >= mostTags || length > longestMetadata) break;
    kept.push(text);
  }
  return `<html><head>${kept.join('\n')}</head></html>`;
}
