import scrape from 'open-graph-scraper';
import {
  composePageFacts,
  type FoundMetadata,
  ownAddress,
  type PageFacts,
  saysItIsPiece,
} from '../../../shared/press/page-facts.ts';
import { findWall } from '../../../shared/press/page-wall.ts';
import { AddressRefused } from '../../reach/address-refused.ts';
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
  /** What the answer says of the language of its body. */
  contentLanguage?: string | undefined;
  /** The address that was asked for, and the one that answered. */
  asked: string;
  finalAddress: string;
  timeZone: string;
}

const customMetaTags = [
  { fieldName: 'date', property: 'date', multiple: false },
  { fieldName: 'time', property: 'pubdate', multiple: false },
];

/** Where a page says its language, and where the marks of a wall stand. */
const looked = 200_000;

function attribute(tag: string | undefined, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag ?? '',
  );
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

function languagesOf(html: string, contentLanguage = ''): string[] {
  const [root] = /<html\b[^<>]{0,2000}>/i.exec(html.slice(0, looked)) ?? [];
  const said = [
    attribute(root, 'lang') ?? attribute(root, 'xml:lang'),
    ...contentLanguage.split(','),
  ];
  return said.flatMap((one) => (one?.trim() ? [one.trim()] : []));
}

/** The tags and the linked data of a page. Of one that says nothing, nothing is found. */
async function scrapeMetadata(html: string, contentLanguage?: string): Promise<FoundMetadata> {
  const gathered = gatherMetadata(html);
  const found = await scrape({ html: gathered, customMetaTags }).catch(
    // The library takes a page without any metadata for a failure.
    ({ result }: { result?: object }) => ({ result: result ?? {} }),
  );
  const { jsonLD, customMetaTags: custom, ...tags } = found.result as Record<string, unknown>;
  return {
    tags: { ...tags, ...(custom as object | undefined) },
    linkedData: Array.isArray(jsonLD) ? jsonLD : [],
    canonical: attribute(/<link\b[^<>]{0,8000}>/i.exec(gathered)?.[0], 'href'),
    languages: languagesOf(html, contentLanguage),
  };
}

/**
 * What a page says of itself, by OpenGraph, linked data and its title. Pure: the reader's.
 * @throws {AltavozFailure} `address_refused` for a wall that answered in place of the page.
 */
export async function describeBody(page: PageBody): Promise<PageRead> {
  const { body, contentType, contentLanguage, asked, ...from } = page;
  const html = decodePage(Buffer.from(body), contentType);
  const found = await scrapeMetadata(html, contentLanguage);
  const facts = composePageFacts(found, from);
  const { finalAddress: answered } = from;
  const isPiece = saysItIsPiece(found, facts);
  const { title } = facts;
  const wall = findWall({ html: html.slice(0, looked), title, isPiece, asked, answered });
  if (wall) throw new AddressRefused(wall);
  return { finalAddress: ownAddress(found, answered), ...facts };
}
