import type { NetworkPost } from '../social/post-metrics.ts';
import type { PageMark, ReadItem } from './read-items.ts';

const pageKey = (page: PageMark | null) =>
  `${page?.externalId ?? ''}\n${page?.handle ?? ''}\n${page?.title ?? ''}`;

function keyOf(item: ReadItem): string | undefined {
  if (item.makes === 'figure') return `${pageKey(item.page)}\n${item.metric}\n${item.day}`;
  if (item.makes === 'post') return `${pageKey(item.page)}\n${item.post.externalId}`;
  return undefined;
}

function isSameFact(one: ReadItem, other: ReadItem): boolean {
  if (one.makes === 'figure' && other.makes === 'figure') return one.value === other.value;
  if (one.makes !== 'post' || other.makes !== 'post') return false;
  const facts = ({ counts, text, publishedAt }: NetworkPost) =>
    JSON.stringify([counts, text, publishedAt]);
  return facts(one.post) === facts(other.post);
}

/** Says once what a file says twice, and refuses what it says in two ways. */
export function settleRepeated(items: readonly ReadItem[]): { items: ReadItem[]; dropped: number } {
  const first = new Map<string, ReadItem>();
  const disputed = new Set<string>();
  let dropped = 0;
  const kept = items.filter((item) => {
    const key = keyOf(item);
    const before = key === undefined ? undefined : first.get(key);
    if (key === undefined) return true;
    if (!before) {
      first.set(key, item);
      return true;
    }
    if (!isSameFact(before, item)) {
      disputed.add(key);
      return true;
    }
    dropped += 1;
    return false;
  });
  const settled = kept.map((item): ReadItem => {
    const key = keyOf(item);
    if (key === undefined || !disputed.has(key)) return item;
    const reason = item.makes === 'post' ? 'days_of_post' : 'repeated';
    const said =
      item.makes === 'post'
        ? item.post.externalId
        : item.makes === 'figure'
          ? String(item.value)
          : '';
    return { makes: 'row', line: item.line, reason, said };
  });
  return { items: settled, dropped };
}
