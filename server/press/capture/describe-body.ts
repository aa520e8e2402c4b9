import scrape from 'open-graph-scraper';
import {
  composePageFacts,
  type FoundMetadata,
  ownAddress,
  type PageFacts,
} from '../../../shared/press/page-facts.ts';
import { decodePage } from './decode-page.ts';
import { gatherMetadata } from './gather-metadata.ts';

/** A page of news: where it stands in the end, by its own word on its own site, and what it says of itself. */
export interface PageRead extends PageFacts {
  finalAddress: string;
}

/** A page as it came, from where, and the office's time zone, of which its days are. */
export interface PageBody {
  body: Uint8Array;
  contentType: string | undefined;
  finalAddress: string;
  timeZone: string;
}

const customMetaTags = [
  { fieldName: 'date', property: 'date', multiple: false },
  { fieldName: 'time', property: 'pubdate', multiple: false },
];

/** The tags and the linked data of a page. Of one that says nothing, nothing is found. */
async function scrapeMetadata(html: string): Promise<FoundMetadata> {
  const found = await scrape({ html: gatherMetadata(html), customMetaTags }).catch(
    // The library takes a page without any metadata for a failure.
    ({ result }: { result?: object }) => ({ result: result ?? {} }),
  );
  const { jsonLD, customMetaTags: custom, ...tags } = found.result as Record<string, unknown>;
  return {
    tags: { ...tags, ...(custom as object | undefined) },
    linkedData: Array.isArray(jsonLD) ? jsonLD : [],
  };
}

/** What a page says of itself, by OpenGraph, linked data and its title. Pure: the reader's. */
export async function describeBody({ body, contentType, ...from }: PageBody): Promise<PageRead> {
  const found = await scrapeMetadata(decodePage(Buffer.from(body), contentType));
  const { finalAddress } = from;
  return { finalAddress: ownAddress(found, finalAddress), ...composePageFacts(found, from) };
}
