import { describe, expect, test } from 'vitest';
import { workOfChildren } from '../../../support/work-of.ts';
import { asRss, item, openOffice, rss } from './feed-office.ts';

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const asJson = (items: string) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"El Sur","items":[${items}]}`;

/** Feeds of a size that is let in, made to take long. */
const feeds: Record<string, string> = {
  'elements in elements': rss('<a>'.repeat(200_000) + '</a>'.repeat(200_000)),
  'attributes without end': rss(`<item ${many(150_000, (at) => `a${at.toString(36)}="1" `)}/>`),
  'namespaces without end': rss(many(30_000, (at) => `<x${at}:a xmlns:x${at}="u${at}"/>`)),
  'lists in lists': asJson('['.repeat(400_000) + ']'.repeat(400_000)),
  'objects in objects': asJson(`${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`),
};

describe('a feed that means harm', () => {
  test('is read or refused within two seconds of work, and not by the process that answers everybody', async () => {
    const { answers, read, house, press, pending } = await openOffice(
      asRss(rss(item(1, 'La Estrella'))),
    );
    await read();
    const found: unknown[] = [];
    let now = house.now().getTime();
    for (const [name, body] of Object.entries(feeds)) {
      answers(asRss(body));
      now += 3_600_000;
      house.setNow(new Date(now).toISOString());
      const before = process.cpuUsage();
      const { seconds } = await workOfChildren(process.pid, read);
      const { user, system } = process.cpuUsage(before);
      // What this process works on, nobody else is answered meanwhile.
      const own = (user + system) / 1_000_000;
      const { outcome, failure } = (await press.listFeeds({})).rows[0] ?? {};
      const isTold = outcome === 'ok' || failure?.reason === 'not_a_feed';
      if (!isTold || seconds > 2 || own > 0.4) found.push({ name, outcome, failure, seconds, own });
    }
    expect(found).toEqual([]);
    expect(await pending()).toHaveLength(1);
  });
});
