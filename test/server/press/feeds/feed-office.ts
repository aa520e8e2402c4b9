import type { IncomingMessage, ServerResponse } from 'node:http';
import { pullFeeds } from '../../../../jobs/tasks/pull-feeds.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { openSite } from '../../reach/hostile-site.ts';

export const item = (id: number, title: string, text = '') => `<item><title>${title}</title>
  <link>https://elsur.example/${id}?utm_source=rss</link><guid isPermaLink="false">n-${id}</guid>
  <pubDate>Wed, 04 Nov 2026 02:30:00 GMT</pubDate><description><![CDATA[<p>${text}</p>]]></description></item>`;
export const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>El Sur</title>${items.join('')}</channel></rss>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const asRss =
  (body: string, headers = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };

/** An office with a feed of a local site, and the words by which it is spoken of. */
export async function openOffice(answer: Answer) {
  let now = answer;
  const site = await openSite((request, response) => now(request, response));
  const house = { ...(await makeHouse()), web: site.web };
  const { press } = callerAs(house, 'press');
  const { id: outletId } = await press.createOutlet({ name: 'El Sur', medium: 'digital' });
  const address = `${site.url}/rss`;
  const feed = await press.createFeed({ outletId, address });
  await press.createMentionWord({ text: 'La Estrella' });
  await press.createMentionWord({ text: 'La Estrella de Belén', isExclusion: true });
  return {
    ...{ site, house, press, outletId, feed, address },
    answers: (next: Answer) => {
      now = next;
    },
    read: () => pullFeeds(house, 'test', new AbortController().signal),
    pending: async () => (await press.listFeedEntries({})).rows,
  };
}
