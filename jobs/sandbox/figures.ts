import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

const anchorDay = '2020-12-31';
/** Sunday first: offices publish, and people follow, on working days. */
const weekdayWeights = [0.45, 1.1, 1.2, 1.15, 1.2, 1.1, 0.8];

/** A number from 0 to 1 that is always the same for the same words. */
export function steadyFraction(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** How lively a day is beside the average day: its weekday, chance, and now and then a campaign. */
function weightOf(seed: string, day: Day): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const chance = 0.6 + 0.8 * steadyFraction(seed, day);
  const isCampaign = steadyFraction(seed, 'campaign', day) < 0.02;
  return (weekdayWeights[weekday] ?? 1) * chance * (isCampaign ? 4 : 1);
}

/** Running totals of the weights of each day, by page and metric; they grow as days are asked for. */
const runningTotals = new Map<string, number[]>();

function weightUntil(seed: string, openedOn: Day, day: Day): number {
  const totals = runningTotals.get(seed) ?? [];
  runningTotals.set(seed, totals);
  const index = daysBetween(openedOn, day);
  for (let at = totals.length; at <= index; at += 1) {
    totals.push((totals[at - 1] ?? 0) + weightOf(seed, addDays(openedOn, at)));
  }
  return totals[index] ?? 0;
}

/** What a page had at the end of a day; null before it opened. */
export function pageFigureOn(
  page: SandboxPage,
  metric: 'followers' | 'posts',
  day: Day,
): number | null {
  if (day < page.openedOn) return null;
  const seed = `${page.network}/${page.id}/${metric}`;
  const anchorWeight = weightUntil(seed, page.openedOn, anchorDay);
  const weight = weightUntil(seed, page.openedOn, day);
  const anchor = page.atEndOf2020[metric];
  if (day <= anchorDay) return Math.round((anchor * weight) / anchorWeight);
  return anchor + Math.floor(page.daily[metric] * (weight - anchorWeight));
}

/**
 * What the sandbox says a page had at the end of a day: always the same for the same day, and at
 * the end of 2020 what the office's report printed. Null for an unknown page, or before it opened.
 */
export function figureOn(asked: {
  network: string;
  handle: string;
  metric: 'followers' | 'posts';
  day: Day;
}): number | null {
  const page = findSandboxPage(asked.network, asked.handle);
  return page ? pageFigureOn(page, asked.metric, asked.day) : null;
}

/** Averages of a day, per follower; a network's own taste lies in `livelinessOf`. */
const viewsPerFollower = 0.16;

/** How many more people see what a page of a network publishes than its followers alone would make. */
const livelinessOf: Record<NetworkId, number> = {
  facebook: 1,
  instagram: 1.35,
  threads: 0.8,
  x: 0.55,
  youtube: 0.7,
  tiktok: 2.6,
  linkedin: 0.6,
  mastodon: 0.4,
  bluesky: 0.4,
};

/** What happens to a page within one day. */
export type DayMetric = 'reach' | 'views' | 'engagements' | 'follows' | 'unfollows';

function viewsOn(page: SandboxPage, day: Day): number {
  const followers = pageFigureOn(page, 'followers', day) ?? 0;
  const share = viewsPerFollower * livelinessOf[page.network];
  return Math.round(followers * share * weightOf(`${page.network}/${page.id}/views`, day));
}

function unfollowsOn(page: SandboxPage, day: Day): number {
  const followers = pageFigureOn(page, 'followers', day) ?? 0;
  return Math.round(followers * 0.0003 * steadyFraction(page.id, 'unfollows', day));
}

/**
 * What happened to a page on a day, always the same for the same day; null before it opened.
 * Follows less unfollows make the day's change of followers; reach never passes views.
 */
export function dayFigureOn(page: SandboxPage, metric: DayMetric, day: Day): number | null {
  const followers = pageFigureOn(page, 'followers', day);
  if (followers === null) return null;
  const chance = steadyFraction(page.id, metric, day);
  switch (metric) {
    case 'views':
      return viewsOn(page, day);
    case 'reach':
      return Math.floor(viewsOn(page, day) * (0.52 + 0.2 * chance));
    case 'engagements':
      return Math.floor(viewsOn(page, day) * (0.02 + 0.04 * chance));
    case 'unfollows':
      return unfollowsOn(page, day);
    case 'follows': {
      const before = pageFigureOn(page, 'followers', addDays(day, -1)) ?? 0;
      return followers - before + unfollowsOn(page, day);
    }
  }
}
