import { expect } from 'vitest';
import { z } from 'zod';
import { audienceOf } from '../../../../jobs/sandbox/audience.ts';
import { type DayMetric, dayFigureOn, pageFigureOn } from '../../../../jobs/sandbox/figures.ts';
import { postCountsOn, postsOf } from '../../../../jobs/sandbox/posts.ts';
import type { SandboxPage } from '../../../../jobs/sandbox/sandbox-pages.ts';
import { addDays, daysBetween } from '../../../../shared/calendar/day.ts';
import { AudienceSlice } from '../../../../shared/social/audience.ts';
import {
  type DaysReading,
  type PageReading,
  RefreshedCredential,
} from '../../../../shared/social/network-readings.ts';
import { NetworkPost } from '../../../../shared/social/post-metrics.ts';
import type { Capability } from '../../../support/connector-readings.ts';
import type { Subject } from './subjects.ts';

interface AsOf {
  page: SandboxPage;
  now: Date;
  period: { from: string; to: string };
}
const today = (now: Date) => now.toISOString().slice(0, 10);

/** A rounded figure keeps three figures; every other is the very one. */
function expectFigure(value: number, precision: string, figure: number | null): void {
  const least = precision === 'rounded' ? 0.99 * (figure ?? Number.NaN) : figure;
  expect(value).toBeLessThanOrEqual(figure ?? Number.NaN);
  expect(value).toBeGreaterThanOrEqual(least ?? Number.NaN);
}

function expectCounts(read: PageReading['readings'], { page, now }: AsOf): void {
  expect(read.map(({ metric }) => metric)).toEqual(['followers', 'posts']);
  for (const { metric, value, precision } of read) {
    expectFigure(value, precision, pageFigureOn(page, metric, today(now)));
  }
}

/** Every metric that the connector names, on every day asked. */
function expectDays(
  { connector }: Subject,
  read: DaysReading['readings'],
  { page, period }: AsOf,
): void {
  const count = daysBetween(period.from, period.to) + 1;
  const days = Array.from({ length: count }, (_, at) => addDays(period.from, at));
  for (const metric of connector.days?.metrics ?? []) {
    const found = read.filter((reading) => reading.metric === metric);
    const values = found
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .map(({ day, value }) => [day, value]);
    const figureOn = (day: string) =>
      metric === 'followers'
        ? pageFigureOn(page, metric, day)
        : dayFigureOn(page, metric as DayMetric, day);
    expect([metric, values]).toEqual([metric, days.map((day) => [day, figureOn(day)])]);
  }
}

/** Networks that let go of older posts, and how many they keep. */
const mostKept: Partial<Record<string, number>> = { x: 3_200 };

/** All the posts, newest first, each with the counts that it has. */
function expectPosts(read: NetworkPost[], { page, now }: AsOf): void {
  const all = postsOf(page, page.openedOn, today(now), now).toReversed();
  const posts = all.slice(0, mostKept[page.network]);
  expect(read).toHaveLength(posts.length);
  expect(new Set(read.map(({ externalId }) => externalId)).size).toBe(posts.length);
  for (const [at, post] of posts.entries()) {
    const found = read[at];
    expect(found?.text).toBe(post.text);
    expect(Date.parse(found?.publishedAt ?? '')).toBeCloseTo(post.publishedAt.getTime(), -4);
    expect(postCountsOn(page, post, now)).toMatchObject(found?.counts ?? {});
    expect(found?.counts).not.toEqual({});
  }
}

function expectAudience(read: AudienceSlice[], { page, now }: AsOf): void {
  const followers = pageFigureOn(page, 'followers', today(now)) ?? 0;
  const dimensions = new Set(audienceOf(page, today(now)).map(({ dimension }) => dimension));
  for (const dimension of new Set(read.map((slice) => slice.dimension))) {
    const people = read.filter((slice) => slice.dimension === dimension && slice.unit === 'people');
    const sum = people.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeLessThanOrEqual(followers);
    if (people.length > 0) expect(sum > 0 && dimensions.size > 0).toBe(true);
  }
}

type Expect = (read: object[], asOf: AsOf, subject: Subject) => void;

const expectations: Record<Capability, Expect> = {
  readPages: (read, asOf) => expectCounts(read as PageReading['readings'], asOf),
  readDays: (read, asOf, subject) => expectDays(subject, read as DaysReading['readings'], asOf),
  readPosts: (read, asOf) => expectPosts(NetworkPost.array().parse(read), asOf),
  readAudience: (read, asOf) => expectAudience(AudienceSlice.array().parse(read), asOf),
  checkCredential(read, { page }) {
    expect(JSON.stringify(read).toLowerCase()).toContain(page.handle.toLowerCase());
  },
  refreshCredential(read, { now }, { secret }) {
    const renewed = z.array(RefreshedCredential).length(1).parse(read)[0];
    expect(Object.keys(renewed?.secret ?? {})).toEqual(expect.arrayContaining(Object.keys(secret)));
    expect(renewed?.secret).not.toEqual(secret);
    expect(Date.parse(renewed?.expiresAt ?? '')).toBeGreaterThan(now.getTime());
  },
};

/** Holds what a connector read of the sandbox against what the sandbox says that the page has. */
export function expectFiguresOf(
  subject: Subject,
  capability: Capability,
  read: object[],
  asOf: AsOf,
): void {
  expectations[capability](read, asOf, subject);
}
