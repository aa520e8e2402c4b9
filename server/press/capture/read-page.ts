import {
  composePageFacts,
  type FoundMetadata,
  ownAddress,
  type PageFacts,
} from '../../../shared/press/page-facts.ts';
import type { House } from '../../context.ts';
import { fetchPublic } from '../../reach/fetch-public.ts';
import { decodePage } from './decode-page.ts';
import { gatherMetadata } from './gather-metadata.ts';

/** A page of news: where it stands in the end, by its own word on its own site, and what it says of itself. */
export interface PageRead extends PageFacts {
  finalAddress: string;
}

const limits = {
  accept: ['text/html', 'application/xhtml+xml'],
  largestBytes: 4 * 1024 * 1024,
  timeoutMs: 12_000,
};

const customMetaTags = [
  { fieldName: 'date', property: 'date', multiple: false },
  { fieldName: 'time', property: 'pubdate', multiple: false },
];

/** The tags and the linked data of a page. Of one that says nothing, nothing is found. */
async function scrapeMetadata(html: string): Promise<FoundMetadata> {
  // Large, with a parser of markup in it: a server does not wait for it to start.
  const { default: scrape } = await import('open-graph-scraper');
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

/**
 * Reads a page of news and what it says of itself, by OpenGraph, linked data and its title.
 * @throws {AltavozFailure} `address_refused` with the reason.
 */
export async function readPage(house: House, address: string): Promise<PageRead> {
  const { finalAddress, headers, body } = await fetchPublic(house, address, limits);
  const found = await scrapeMetadata(decodePage(body, headers['content-type']));
  const facts = composePageFacts(found, { finalAddress, timeZone: house.timeZone });
  return { finalAddress: ownAddress(found, finalAddress), ...facts };
}
