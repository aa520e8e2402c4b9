import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WebAccess } from '../../../server/context.ts';
import { type FetchLimits, fetchPublic } from '../../../server/reach/fetch-public.ts';
import { isPublicAddress } from '../../../server/reach/public-address.ts';
import { failureOf } from '../../support/house.ts';
import { openSite } from './hostile-site.ts';

const limits: FetchLimits = { accept: ['text/html'], largestBytes: 100_000, timeoutMs: 2_000 };
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<html><title>Nota</title></html>';

const refusal = (web: WebAccess | undefined, address: string, change: Partial<FetchLimits> = {}) =>
  failureOf(fetchPublic({ web }, address, { ...limits, ...change }));

const refusedAs = (reason: string, status?: number) => ({
  code: 'address_refused',
  reason,
  ...(status === undefined ? {} : { status }),
});

describe('which addresses are public', () => {
  test.each([
    ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.0.0.8', '172.16.3.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.2.7', '198.18.0.1', '224.0.0.1'],
    ...['255.255.255.255', '240.0.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1'],
    ...['ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ...['2001:db8::1', '2001::1', '::7f00:1', '::127.0.0.1', '::ffff:0:7f00:1', '64:ff9b:1::1'],
    ...['fec0::1', '100::1', '3fff::1', '4000::1', '5f00::1', 'fe80::1%lo', '2800:3f0::1%lo'],
    ...['192.0.0.8', '192.88.99.1', '198.51.100.1', '203.0.113.1', '0177.0.0.1', '127.1'],
    ...['localhost', ''],
  ])('%s is not', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });

  test.each(['190.60.1.2', '8.8.8.8', '2800:3f0:4005::200e', '::ffff:8.8.8.8'])('%s is', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });
});

describe('a page of the internet', () => {
  test('is read, with where it was found in the end', async () => {
    const site = await openSite((request, response) => {
      if (request.url === '/corta') response.writeHead(302, { location: '/nota?id=3' }).end();
      else response.writeHead(200, html).end(page);
    });
    const read = await fetchPublic(site, `${site.url}/corta`, limits);
    expect(read).toMatchObject({ status: 200, finalAddress: `${site.url}/nota?id=3` });
    expect(read.body.toString()).toBe(page);
  });

  test.each([
    ['gzip', gzipSync(page)],
    ['br', brotliCompressSync(page)],
  ])('packed as %s is unpacked', async (encoding, body) => {
    const site = await openSite((_, response) => {
      response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body);
    });
    expect((await fetchPublic(site, site.url, limits)).body.toString()).toBe(page);
  });

  test('that has not changed is not sent again', async () => {
    const site = await openSite((request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { ...html, etag: '"a"' }).end(page);
    });
    expect((await fetchPublic(site, site.url, limits)).headers.etag).toBe('"a"');
    const again = await fetchPublic(site, site.url, { ...limits, etag: '"a"' });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  });
});

describe('an address that leads inside', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1:8080/',
  ])('%s is refused', async (address) => {
    expect(await refusal(undefined, address)).toEqual(refusedAs('private'));
  });

  test('by a name is refused, also where only one of its addresses is private', async () => {
    const site = await openSite((_, response) => response.writeHead(200, html).end(page));
    for (const found of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1']]) {
      const lookup: WebAccess['lookup'] = (_host, _options, answer) =>
        answer(
          null,
          found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      const address = `http://diario.test:${site.port}/`;
      expect(await refusal({ lookup }, address)).toEqual(refusedAs('private'));
    }
    expect(site.asked).toEqual([]);
  });

  test('by a redirect is refused, whatever the scheme', async () => {
    const secret = await openSite((_, response) => response.writeHead(200, html).end('secreto'));
    const targets = [
      [`http://127.0.0.1:${secret.port}/`, 'private'],
      [`http://localhost:${secret.port}/`, 'private'],
      ['file:///etc/passwd', 'not_web'],
      ['data:text/html,hola', 'not_web'],
      ['gopher://127.0.0.1/', 'not_web'],
    ] as const;
    for (const [location, reason] of targets) {
      const site = await openSite((_, response) => response.writeHead(301, { location }).end());
      expect(await refusal(site.web, site.url)).toEqual(refusedAs(reason));
    }
    expect(secret.asked).toEqual([]);
  });

  test('by a name that changes between two questions is refused: what was looked at is what is reached', async () => {
    const secret = await openSite((_, response) => response.writeHead(200, html).end('secreto'));
    let turn = 0;
    // Public when first asked and private from then on, as a name that is bound anew.
    const lookup: WebAccess['lookup'] = (_host, _options, answer) => {
      turn += 1;
      answer(null, [{ address: turn === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    };
    const mayReach = (ip: string) => ip === '192.0.2.1';
    const address = `http://diario.test:${secret.port}/`;
    const first = await refusal({ lookup, mayReach }, address, { timeoutMs: 400 });
    expect([refusedAs('too_slow'), refusedAs('unreachable')]).toContainEqual(first);
    // One question a connection: nobody asks again between looking and connecting.
    expect(turn).toBe(1);
    expect(await refusal({ lookup, mayReach }, address)).toEqual(refusedAs('private'));
    expect(secret.asked).toEqual([]);
  });

  test('that is no web address, or carries a password, is refused', async () => {
    for (const address of [
      'file:///etc/passwd',
      'data:text/html,a',
      'javascript:alert(1)',
      'hola',
    ]) {
      expect(await refusal(undefined, address)).toEqual(refusedAs('not_web'));
    }
    expect(await refusal(undefined, 'http://ana:clave@diario.test/')).toEqual(refusedAs('not_web'));
  });
});

describe('a site that means harm', () => {
  test('with a page without end is cut off at the limit', async () => {
    const site = await openSite((_, response) => {
      response.writeHead(200, html);
      const more = () => {
        if (!response.destroyed) response.write('a'.repeat(65_536), more);
      };
      more();
    });
    expect(await refusal(site.web, site.url)).toEqual(refusedAs('too_large'));
  });

  test('with a page that says how large it is, is not even read', async () => {
    const site = await openSite((_, response) => {
      response.writeHead(200, { ...html, 'content-length': '9000000000' }).write('a');
    });
    expect(await refusal(site.web, site.url)).toEqual(refusedAs('too_large'));
  });

  test('with a page that swells when unpacked is cut off at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(limits.largestBytes);
    const site = await openSite((_, response) => {
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(await refusal(site.web, site.url)).toEqual(refusedAs('too_large'));
  });

  test.each(['before it answers', 'while it answers', 'through redirects'])(
    'that is slow %s is given up',
    async (when) => {
      const site = await openSite((_, response) => {
        if (when === 'while it answers') response.writeHead(200, html).write('<html>');
        if (when !== 'through redirects') return;
        setTimeout(() => response.writeHead(302, { location: '/otra' }).end(), 150);
      });
      const refused = await refusal(site.web, site.url, { timeoutMs: 300 });
      expect(refused).toEqual(refusedAs('too_slow'));
    },
  );

  test('that sends from page to page is given up', async () => {
    const site = await openSite((request, response) => {
      response.writeHead(302, { location: `${request.url}a` }).end();
    });
    expect(await refusal(site.web, site.url)).toEqual(refusedAs('too_many_redirects'));
    expect(site.asked).toHaveLength(6);
  });

  test.each([
    ['application/pdf', 'other_content'],
    ['image/png', 'other_content'],
    ['', 'other_content'],
  ])('that answers with %s is not read', async (type, reason) => {
    const site = await openSite((_, response) => {
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(page);
    });
    expect(await refusal(site.web, site.url)).toEqual(refusedAs(reason));
  });

  test('that refuses, breaks off or is not there is said to', async () => {
    const refusing = await openSite((_, response) => response.writeHead(403, html).end());
    expect(await refusal(refusing.web, refusing.url)).toEqual(refusedAs('status', 403));
    const missing = await openSite((_, response) => response.writeHead(404, html).end());
    expect(await refusal(missing.web, missing.url)).toEqual(refusedAs('not_found', 404));
    const broken = await openSite((_, response) => {
      response.writeHead(200, { ...html, 'content-length': '900' }).write('<html>');
      setTimeout(() => response.destroy(), 50);
    });
    expect(await refusal(broken.web, broken.url)).toEqual(refusedAs('unreachable'));
    const packed = await openSite((_, response) => {
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no es gzip');
    });
    expect(await refusal(packed.web, packed.url)).toEqual(refusedAs('unreachable'));
    expect(await refusal({ mayReach: () => true }, 'http://127.0.0.1:9/')).toEqual(
      refusedAs('unreachable'),
    );
  });
});
