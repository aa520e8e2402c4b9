import { describe, expect, test } from 'vitest';
import { gatherMetadata } from '../../../../server/press/capture/gather-metadata.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { workOfChildren } from '../../../support/work-of.ts';
import { openSite } from '../../reach/hostile-site.ts';

/** What a page may be repeated of, to its end. */
const repeated: Record<string, string> = {
  'linked data that never closes, where small letters are longer':
    '<script type="application/ld+json">İİİİ',
  'linked data that never closes': '<script type="application/ld+json">',
  'linked data, each cut by the next': '<script type="application/ld+json">{"a":"</script',
  'titles that never close': '<title>İ',
  'titles that close late': '<title></titl',
  'tags that never close': '<meta content="',
  'tags that close only others': '<meta content=\'"><link rel="canonical\'',
  'comments in comments': '<!-- <!-- <meta -- ',
  'comments that never close': '<!--',
  'beginnings of tags': '<',
  'beginnings of closing tags': '</',
  'beginnings of closing scripts': '</scrip',
  quotes: '"',
  'two kinds of quotes': `"'`,
  'attributes without values': '<meta a b c d e f g h i j k l m n o p q r s t u v w x y z>',
  'times without end': '<time pubdate>İ',
  entities: '<meta property="og:title" content="&amp;&amp;&#x130;&notit;">',
  'letters longer when small': 'İ',
  nothing: '\u0000',
};

/** Of attributes all of different names in as few tags as hold them. */
const manyAttributes = () => {
  const names = Array.from({ length: 200_000 }, (_, index) => index.toString(36));
  const tags: string[] = [];
  for (let at = 0; at < names.length; at += 1_800) {
    tags.push(`<meta ${names.slice(at, at + 1_800).join(' ')}>`);
  }
  return tags.join('');
};

const linkedData = (data: string) => `<script type="application/ld+json">${data}</script>`;
const nested = (open: string, close: string, depth: number) =>
  linkedData(open.repeat(depth) + close.repeat(depth));

const others: Record<string, () => string> = {
  'three thousand scripts that never close': () =>
    `${'<script type="application/ld+json">'.repeat(3_000)}${'İ'.repeat(400_000)}`,
  'deep lists': () => nested('[', ']', 90_000),
  'deep objects': () => nested('{"@graph":', '}', 16_000),
  'many graphs': () => linkedData(`[${'{"@graph":[{}]},'.repeat(9_000)}{}]`),
  'authors without end': () =>
    linkedData(`{"@type":"Article","author":[${'"a",'.repeat(45_000)}"b"]}`),
  'a type without end': () => linkedData(`{"@type":"${'Article'.repeat(20_000)}!"}`),
  'attributes of different names': manyAttributes,
  'names of tags without end': () =>
    `<meta property="${'İ'.repeat(7_900)}" content="x">`.repeat(75),
};

function pageOf(unit: string, characters: number): string {
  const head = '<title>Nota</title>';
  return head + unit.repeat(Math.ceil((characters - head.length) / unit.length));
}

/** Seconds of the processor that some work takes, the least of some tries. */
function secondsOf(work: () => unknown, tries = 3): number {
  const taken = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  });
  return Math.min(...taken);
}

describe('a page that means harm', () => {
  test.each(Object.entries(repeated))('of %s takes no more than in proportion', (_, unit) => {
    const once = secondsOf(() => gatherMetadata(pageOf(unit, 1_000_000)));
    const twice = secondsOf(() => gatherMetadata(pageOf(unit, 2_000_000)));
    expect(twice).toBeLessThan(3 * once + 0.1);
    expect(twice).toBeLessThan(0.5);
  });

  test.each([
    ...Object.entries(repeated).map(
      ([name, unit]) => [name, () => pageOf(unit, 1_200_000)] as const,
    ),
    ...Object.entries(others),
  ])('of %s is read within two seconds of work', async (_, makePage) => {
    const page = Buffer.from(makePage());
    const site = await openSite(({ url }, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(url === '/nota' ? page : '<title>Otra</title>'),
    );
    const { press } = callerAs({ ...(await makeHouse()), web: site.web }, 'press');
    // What the parser takes to be loaded is not of the page.
    await press.describePages({ addresses: [`${site.url}/otra`] });
    const before = process.cpuUsage();
    const { result, seconds } = await workOfChildren(process.pid, () =>
      press.describePages({ addresses: [`${site.url}/nota`] }),
    );
    const { user, system } = process.cpuUsage(before);
    expect(seconds + (user + system) / 1_000_000).toBeLessThan(2);
    expect(result).toMatchObject([{ isRead: true }]);
  });

  test('says nothing with linked data deeper than any that means something', () => {
    const author = { '@type': 'Article', author: { name: '[[[{{{"\\' } };
    const shallow = linkedData(JSON.stringify(author));
    expect(gatherMetadata(shallow)).toContain(shallow);
    expect(gatherMetadata(nested('[', ']', 60))).toContain('[[[');
    expect(gatherMetadata(nested('[', ']', 61))).not.toContain('[[[');
  });

  test('is kept by its closing tags, wherever letters change their length when small', () => {
    const data = linkedData('{"headline":"İİİ"}').replace('</script', '</SCRIPT');
    const kept = gatherMetadata(`${'İ'.repeat(40)}<TITLE>İ ñ</TITLE>${data}<title>Otro</title>`);
    expect(kept).toContain('<title>İ ñ</title>');
    expect(kept).toContain('{"headline":"İİİ"}</script>');
    expect(kept).toContain('<title>Otro</title>');
  });
});
