import { foldHeading } from '../files/table.ts';
import type { PostKind } from '../social/post-metrics.ts';
import { postMetrics } from '../social/post-metrics.ts';
import type { FileKindId } from './file-kinds.ts';
import { instantInZone } from './instant-in-zone.ts';
import type { ReadItem, ReadRules } from './read-items.ts';
import type { DayOrder, Moment } from './read-moment.ts';
import {
  type Row,
  readCounts,
  readDay,
  readIdentifier,
  readPageMark,
  refuseRow,
} from './row-reader.ts';

type Rules = ReadRules & { order: DayOrder };

const kindWords: [pattern: RegExp, kind: PostKind][] = [
  [/story|stories|historia/, 'story'],
  [/carousel|carrusel|album/, 'album'],
  [/reel|short|corto/, 'short_video'],
  [/video|live|directo|vivo/, 'video'],
  [/photo|foto|image|imagen/, 'photo'],
  [/link|enlace/, 'link'],
  [/repost|share|compartid/, 'repost'],
  [/text|texto|status|estado/, 'text'],
];

/** What a file's word for the type of a post means. */
function readPostKind(word: string): PostKind {
  const folded = foldHeading(word);
  return kindWords.find(([pattern]) => pattern.test(folded))?.[1] ?? 'other';
}

const kindOfFile: Partial<Record<FileKindId, PostKind>> = {
  youtube_content: 'video',
  tiktok_content: 'short_video',
  meta_instagram_stories: 'story',
};

function readPermalink(text: string): string | null {
  return text.length <= 2_000 && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}

/** The part of a post's address that tells it from others: its last number or code. */
export function postCodeOf(permalink: string | null): string | null {
  if (permalink === null || !URL.canParse(permalink)) return null;
  const { pathname, searchParams } = new URL(permalink);
  const asked = ['story_fbid', 'fbid', 'v'].map((name) => searchParams.get(name)).find(Boolean);
  const code = asked ?? pathname.split('/').findLast((part) => part !== '');
  return code && code.length >= 5 && !code.includes('.') ? code.slice(0, 200) : null;
}

const controls = /[^\P{Cc}\t\n]|\p{Cs}/gu;

function readText(row: Row): string {
  const text = row.text('text') || row.text('title');
  return text.replace(/\r\n?/g, '\n').replace(controls, '').slice(0, 10_000);
}

function instantOf({ day, time, utc }: Moment, timeZone: string): string {
  if (utc && time) return new Date(`${day}T${time}Z`).toISOString();
  return instantInZone(day, time ?? '00:00:00', timeZone);
}

/** The post of one row; its page is told by the row where it tells it. */
export function readPostRow(row: Row, kind: FileKindId, rules: Rules): ReadItem[] {
  const permalink = readPermalink(row.text('permalink'));
  const externalId =
    readIdentifier(row.cell('id')) ?? readIdentifier(row.cell('asset')) ?? postCodeOf(permalink);
  if (!externalId) return [refuseRow(row, 'no_identifier', row.text('id') || row.text('title'))];
  const found = readDay(row, 'published', rules);
  if ('item' in found) return [found.item];
  const reading = readCounts(row, postMetrics);
  if ('refused' in reading) return [refuseRow(row, reading.refused, reading.said)];
  const post = {
    externalId,
    publishedAt: instantOf(found.moment, rules.timeZone),
    ...(found.moment.time === null ? { hasHour: false } : {}),
    kind: kindOfFile[kind] ?? readPostKind(row.text('type')),
    text: readText(row),
    permalink,
    counts: reading.counts,
  };
  return [{ makes: 'post', line: row.line, page: readPageMark(row), post }];
}
