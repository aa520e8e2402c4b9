import { describe, expect, test } from 'vitest';
import { asRss, item, openOffice, rss } from './feed-office.ts';

describe('a feed of an outlet', () => {
  test('that was read before a word was known is read whole again, though it did not change', async () => {
    const { read, pending, press, house, answers } = await openOffice(() => undefined);
    const body = rss(item(1, 'Feria en Pueblo Viejo'), item(2, 'La Estrella de Belén'));
    answers((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, {
        ...{ etag: '"v1"', 'content-type': 'application/rss+xml' },
      });
      response.end(isKnown ? undefined : body);
    });
    await read();
    expect(await pending()).toEqual([]);

    const word = await press.createMentionWord({ text: 'Pueblo Viejo' });
    await press.requestFeeds();
    house.setNow('2026-11-22T15:31:00Z');
    await read();
    expect(await pending()).toMatchObject([{ matched: ['Pueblo Viejo'] }]);

    const { rows } = await press.listMentionWords({});
    const exclusion = rows.find(({ isExclusion }) => isExclusion);
    await press.removeMentionWord({ id: exclusion?.id ?? '', version: exclusion?.version ?? 0 });
    const removed = await press.removeMentionWord(word);
    await press.restoreMentionWord(removed);
    house.setNow('2026-11-22T16:02:00Z');
    await read();
    expect(await pending()).toHaveLength(2);
  });

  test('that names its letters as HTML does is read like any other', async () => {
    const title =
      '<![CDATA[Ni&ntilde;os de &#8220;Itag&uuml;&iacute;&#8221; &amp; &Aacute;vila &raro;]]>';
    const { read, pending, press } = await openOffice(asRss(rss(item(1, title))));
    await press.createMentionWord({ text: 'Itagüí' });
    await read();
    expect(await pending()).toMatchObject([
      { title: 'Niños de “Itagüí” & Ávila &raro;', matched: ['Itagüí'] },
    ]);
  });
});
