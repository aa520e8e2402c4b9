import { AltavozFailure } from '../../../shared/failure.ts';
import { readApart } from '../../apart/read-apart.ts';
import type { House } from '../../context.ts';
import { AddressRefused } from '../../reach/address-refused.ts';
import { fetchPublic } from '../../reach/fetch-public.ts';
import type { PageRead } from './describe-body.ts';

const limits = {
  accept: ['text/html', 'application/xhtml+xml'],
  largestBytes: 4 * 1024 * 1024,
  timeoutMs: 12_000,
};

/** A page that asks for too much is not read; one whose reading was ended from outside may be, later. */
function refusalOf(error: unknown): unknown {
  const failure = error instanceof AltavozFailure ? error.failure : undefined;
  if (failure?.code !== 'file_refused') return error;
  return new AddressRefused(failure.reason === 'interrupted' ? 'unreachable' : 'too_large');
}

/**
 * Reads a page of news and what it says of itself, by OpenGraph, linked data and its title.
 * @throws {AltavozFailure} `address_refused` with the reason.
 */
export async function readPage({ web, timeZone }: House, address: string): Promise<PageRead> {
  const { finalAddress, headers, body } = await fetchPublic({ web }, address, limits);
  const [contentType, contentLanguage] = [headers['content-type'], headers['content-language']];
  const page = { body, contentType, contentLanguage, asked: address, finalAddress, timeZone };
  try {
    return await readApart('page', page);
  } catch (error) {
    throw refusalOf(error);
  }
}
