import { describe, expect, test } from 'vitest';
import { networks } from '../../../shared/social/networks.ts';
import { readPageAddress, renamedTo } from '../../../shared/social/page-address.ts';
import { PageFields } from '../../../shared/social/schemas.ts';

const did = 'did:plc:44ybard66vv44zksje25o7dz';

/** Addresses as browsers and telephones give them, and the account that each names. */
const addresses = [
  ['https://www.facebook.com/AlcaldiaLaEstrella', 'facebook', 'AlcaldiaLaEstrella'],
  ['https://m.facebook.com/AlcaldiaLaEstrella/?locale=es_LA', 'facebook', 'AlcaldiaLaEstrella'],
  ['facebook.com/AlcaldiaLaEstrella/photos', 'facebook', 'AlcaldiaLaEstrella'],
  ['https://www.facebook.com/profile.php?id=100064000000001', 'facebook', '100064000000001'],
  ['https://www.facebook.com/people/Alcaldía/100064000000001/', 'facebook', '100064000000001'],
  ['https://www.facebook.com/p/Alcaldia-de-X-100064000000001/', 'facebook', '100064000000001'],
  ['https://www.instagram.com/alcaldia.laestrella/?hl=es', 'instagram', 'alcaldia.laestrella'],
  ['https://twitter.com/LaEstrella_gov', 'x', 'LaEstrella_gov'],
  ['https://x.com/LaEstrella_gov/status/19000', 'x', 'LaEstrella_gov'],
  ['https://www.youtube.com/@alcaldialaestrella/videos', 'youtube', 'alcaldialaestrella'],
  ['https://youtube.com/channel/UC0123456789abcdefghijkl', 'youtube', 'UC0123456789abcdefghijkl'],
  ['https://www.threads.net/@alcaldia', 'threads', 'alcaldia'],
  ['https://www.tiktok.com/@alcaldia?lang=es', 'tiktok', 'alcaldia'],
  [
    'https://www.linkedin.com/company/alcaldia-de-la-estrella/about/',
    'linkedin',
    'alcaldia-de-la-estrella',
  ],
  ['https://co.linkedin.com/company/1000001', 'linkedin', '1000001'],
  ['https://bsky.app/profile/alcaldia.bsky.social', 'bluesky', 'alcaldia.bsky.social'],
  [`https://bsky.app/profile/${did}`, 'bluesky', did],
  ['https://social.gov.example/@oficina', 'mastodon', 'oficina'],
  ['https://mastodon.social/@oficina@social.gov.example', 'mastodon', 'oficina'],
] as const;

describe('a pasted address', () => {
  test.each(addresses)('%s names its account', (address, network, handle) => {
    expect(readPageAddress(address)).toMatchObject({ network, handle });
    const fields = PageFields.parse({ network, handle: address, title: 'Alcaldía' });
    expect(fields).toMatchObject({ network, handle });
  });

  test('of every network is understood', () => {
    expect(new Set(addresses.map(([, network]) => network))).toEqual(new Set(networks));
  });

  test.each([
    'https://www.facebook.com/groups/123456',
    'https://www.instagram.com/p/C0ffee/',
    'https://www.youtube.com/watch?v=abc',
    'https://www.laestrella.gov.co/noticias',
    'https://x.com/home',
  ])('%s is of no account', (address) => {
    expect(readPageAddress(address)).toBeNull();
    const parsed = PageFields.safeParse({ network: 'facebook', handle: address, title: 'Una' });
    expect(parsed.error?.issues[0]?.message).toBe('address_of_no_page');
  });

  test('of another network than the chosen one is told so', () => {
    const parsed = PageFields.safeParse({
      network: 'facebook',
      handle: 'https://x.com/oficina',
      title: 'Una',
    });
    expect(parsed.error?.issues[0]?.message).toBe('address_elsewhere');
  });
});

describe('a name', () => {
  const settle = (network: string, handle: string, more: object = {}) =>
    PageFields.parse({ network, handle, title: 'Una', ...more });

  test('with its server is read on that server', () => {
    expect(settle('mastodon', '@oficina@social.gov.example')).toMatchObject({
      handle: 'oficina',
      baseUrl: 'https://social.gov.example',
    });
    // One server is not two for how its address was pasted.
    for (const scheme of ['http', 'https']) {
      const pasted = settle('mastodon', `${scheme}://Social.gov.example/@oficina`);
      expect(pasted).toMatchObject({ handle: 'oficina', baseUrl: 'https://social.gov.example' });
    }
    const through = { baseUrl: 'https://mastodon.social' };
    expect(settle('mastodon', 'oficina@social.gov.example', through)).toMatchObject({
      handle: 'oficina@social.gov.example',
      ...through,
    });
  });

  test('that is an identifier is known by it', () => {
    expect(settle('bluesky', did)).toMatchObject({ handle: did, externalId: did });
  });

  test.each([
    ['mastodon', 'oficina', 'oficina@social.example', null],
    ['mastodon', 'oficina', 'alcaldia', 'alcaldia'],
    ['bluesky', 'oficina', 'oficina.bsky.social', null],
    ['bluesky', 'oficina.bsky.social', 'oficina.gov.example', 'oficina.gov.example'],
    ['bluesky', did, 'oficina.bsky.social', null],
    ['facebook', '100064000000001', 'Oficina', null],
    ['facebook', 'oficina', 'Oficina', null],
  ] as const)('of %s, %s, seen as %s, is now %s', (network, handle, seenHandle, now) => {
    expect(renamedTo({ network, handle, seenHandle })).toBe(now);
  });
});
